extension Shielder {
  /// Longer labels are no labels; this also keeps the search for the closing bracket linear.
  private static let longestLabel = 200

  /// The folded label of `[^label]` at `index`, and the index after it.
  static func footnote(in bytes: [UInt8], at index: Int) -> (label: String, end: Int)? {
    guard index + 3 < bytes.count, bytes[index] == UInt8(ascii: "["),
      bytes[index + 1] == UInt8(ascii: "^")
    else { return nil }
    let rest = bytes[(index + 2)...].prefix(longestLabel)
    guard let end = rest.firstIndex(where: { $0 <= .space || "[]\\`<&".utf8.contains($0) }),
      end > rest.startIndex, bytes[end] == UInt8(ascii: "]")
    else { return nil }
    return (rest[..<end].text.lowercased(), end + 1)
  }

  static func footnoteLabels(in bytes: [UInt8]) -> Set<String> {
    var labels: Set<String> = []
    var start = 0
    while start < bytes.count {
      let content = contentStart(in: bytes, from: start)
      if let found = footnote(in: bytes, at: content), found.end < bytes.count,
        bytes[found.end] == UInt8(ascii: ":")
      {
        labels.insert(found.label)
      }
      start = (bytes[content...].firstIndex(of: .newline) ?? bytes.count) + 1
    }
    return labels
  }
}
