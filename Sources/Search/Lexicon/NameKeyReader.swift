internal import FrenchText

/// Reads the first of the normal forms under which names are filed.
///
///     var reader = NameKeyReader()
///     let key = reader.key(of: name)  // equal to nameKeys(of: name).first
///
/// Keep one: its buffers are reused.
public struct NameKeyReader {
  private var tokenizer = Tokenizer()
  private var analyzer = Analyzer()
  private var folded: [UInt8] = []

  /// Creates a reader.
  public init() {}

  /// The first normal form of a name or a text: its words' keys, without little words and a leading vendor.
  ///
  /// - Parameter name: A name in any spelling, UTF-8.
  /// - Returns: What `nameKeys(of:)` gives first; `nil` for a name without words.
  /// - Complexity: O(*n*) in the bytes of the name, without allocation but for the key.
  public mutating func key(of name: Span<UInt8>) -> [UInt8]? {
    var key: [UInt8] = []
    // A name of nothing but little words is made of them.
    if words(of: name, withLinks: false, to: &key) == 0 {
      _ = words(of: name, withLinks: true, to: &key)
    }
    if !key.isEmpty { return key }
    var bytes: [UInt8] = []
    for place in name.indices { bytes.append(name[place]) }
    return nameKeys(of: bytes).first
  }

  /// Puts the keys of the words into `key`; returns how many there were.
  private mutating func words(
    of name: Span<UInt8>, withLinks: Bool, to key: inout [UInt8]
  ) -> Int {
    tokenizer.restart()
    key.removeAll(keepingCapacity: true)
    var count = 0
    var isVendorFirst = false
    var second = 0
    while let token = tokenizer.next(in: name) {
      guard token.width == 1 else { continue }
      Self.fold(tokenizer.form, to: &folded)
      if !withLinks, folded.count <= TermKeys.longestLink, TermKeys.isLink(folded.span) { continue }
      if count > 0 { key.append(0x20) }
      if count == 0 { isVendorFirst = vendors.contains(folded) }
      if count == 1 { second = key.count }
      Self.append(folded, &analyzer, to: &key)
      count += 1
    }
    if isVendorFirst, count > 1 { key.removeFirst(second) }
    return count
  }

  private static func fold(_ form: [UInt8], to folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    appendFolded(form.span, to: &folded)
  }

  private static func append(
    _ folded: [UInt8], _ analyzer: inout Analyzer, to key: inout [UInt8]
  ) { analyzer.appendKey(of: folded.span, to: &key) }
}
