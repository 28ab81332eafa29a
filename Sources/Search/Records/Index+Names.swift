extension Index {
  /// The names of all terms of the glossary, those of one term together, the one to show first before the others.
  ///
  /// - Complexity: O(*n*) in the number of names.
  public var termNames: [[UInt8]] {
    guard let glossary else { return [] }
    let count = glossary.range(.entries).count / (4 * Layout.entryRecord)
    return (0..<count).flatMap { glossary.list(.entries, $0 * Layout.entryRecord) }
  }
}
