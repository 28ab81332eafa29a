/// Appends a text as it may stand in an address: its letters and digits folded, with one hyphen for whatever
/// stands between them, and none at the ends.
///
/// « Règles & ACL réseau » becomes `regles-acl-reseau`. Letters that have no Latin base stay as they are.
///
/// - Parameters:
///   - text: The text, in UTF-8; bytes that are not UTF-8 count as what stands between words.
///   - address: The buffer that the result is appended to; nothing is, where the text has neither letter nor digit.
/// - Complexity: O(*n*) in the bytes of the text.
public func appendAddressWord(of text: Span<UInt8>, to address: inout [UInt8]) {
  var folded: [UInt8] = []
  let start = address.count
  var isApart = false
  var index = 0
  while index < text.count {
    let scalar = UTF8Scalar(at: index, in: text)
    let end = index + scalar.length
    let kind =
      scalar.value < 0x80
      ? CharacterClass(byte: text[index]) : CharacterClass(scalar: scalar.value)
    if scalar.value != 0xFFFD, !kind.isDisjoint(with: .alphanumeric) {
      folded.removeAll(keepingCapacity: true)
      appendFolded(text.extracting(index..<end), to: &folded)
      if isApart, address.count > start { address.append(.hyphen) }
      address.append(contentsOf: folded)
      isApart = false
    } else if scalar.value < 0x80 || kind.isDisjoint(with: [.mark, .ignorable]) {
      isApart = true
    }
    index = end
  }
}
