extension Index {
  /// The bytes of a segment whose terms are defined elsewhere than they were, and otherwise the same.
  ///
  /// - Parameters:
  ///   - bytes: A segment with a glossary.
  ///   - places: For each term, in order, the section and the line of its definition.
  /// - Returns: The new bytes.
  /// - Throws: ``IndexError`` if the bytes are no index, or damaged, or have another number of terms.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func moving(
    _ bytes: Bytes, to places: [(document: DocumentID, line: Int)]
  ) throws(IndexError) -> [UInt8] {
    let segment = try Segment(bytes, verification: .everything, documentBase: 0, noteBase: 0)
    guard segment.range(.entries).count == 4 * Layout.entryRecord * places.count else {
      throw .damaged
    }
    var parts: [ByteWriter] = []
    for part in Part.allCases {
      var writer = ByteWriter()
      if part != .entries { writer.append(bytes.array(segment.range(part))) }
      parts.append(writer)
    }
    for (number, place) in places.enumerated() {
      let record = number * Layout.entryRecord
      for word in record..<record + 4 {
        parts[Part.entries.rawValue].append(UInt32(segment.word(.entries, word)))
      }
      parts[Part.entries.rawValue].append(
        UInt32(place.document.rawValue) | Layout.isNumberedThroughAll)
      parts[Part.entries.rawValue].append(UInt32(place.line))
    }
    return Layout.assembled(parts)
  }
}
