internal import Notes

/// Definitions that more than one term has: none of them may be asked backwards.
struct SharedDefinitions {
  private var terms: [Set<[UInt8]>: Set<String>] = [:]

  /// - Complexity: O(*n*) in the length of all definitions.
  init(_ notes: [Note], names: NameTable) {
    for note in notes {
      for definition in note.definitions {
        let group = names.group(of: definition.term).map(String.init) ?? normalName(definition.term)
        terms[stems(of: definition.text), default: []].insert(group)
      }
    }
  }

  /// Whether another term has the same definition, word for word.
  func contains(_ text: String) -> Bool { (terms[stems(of: text)]?.count ?? 0) > 1 }
}
