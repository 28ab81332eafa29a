internal import FrenchText

/// Reads the normal forms under which names are filed.
///
///     var reader = NameKeyReader()
///     let keys = reader.keys(of: name)
///
/// Keep one: its buffers are reused.
public struct NameKeyReader: Sendable {
  private var tokenizer = Tokenizer()
  private var analyzer = Analyzer()
  private var words: [Word] = []
  /// The folded forms of the words, one behind the other.
  private var forms: [UInt8] = []
  /// The keys of the words, one behind the other.
  private var keys: [UInt8] = []

  private struct Word {
    var position: Int
    var width: Int
    /// Where the folded form stands among `forms`, the key among `keys`.
    var form: Range<Int>
    var key: Range<Int>
  }

  /// Creates a reader.
  public init() {}

  /// All normal forms of a name; names that share one are the same to a search.
  ///
  /// - Parameter name: A name in any spelling, UTF-8.
  /// - Returns: What ``nameKeys(of:)`` gives: one to three keys, none for a name without words.
  /// - Complexity: O(*n*) in the bytes of the name, with an allocation a key.
  public mutating func keys(of name: Span<UInt8>) -> [[UInt8]] {
    read(name)
    let (parts, joined) = (parts, joined)
    let kept = essence(of: parts)
    var found: [[UInt8]] = []
    add(key(of: kept), to: &found)
    if joined != parts { add(key(of: essence(of: joined)), to: &found) }
    var whole: [UInt8] = []
    for word in kept { whole += forms[words[word].form] }
    add(whole, to: &found)
    return found
  }

  /// The first normal form of a name or a text: its words' keys, without little words and a leading vendor.
  ///
  /// - Parameter name: A name in any spelling, UTF-8.
  /// - Returns: The first of ``keys(of:)``; `nil` for a name without words.
  /// - Complexity: O(*n*) in the bytes of the name, with an allocation or two.
  public mutating func key(of name: Span<UInt8>) -> [UInt8]? {
    read(name)
    let key = key(of: essence(of: parts))
    return key.isEmpty ? keys(of: name).first : key
  }

  private mutating func read(_ name: Span<UInt8>) {
    tokenizer.restart()
    words.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    while let token = tokenizer.next(in: name) {
      let (form, key) = (forms.count, keys.count)
      Self.fold(tokenizer.form, to: &forms)
      Self.stem(forms, from: form, &analyzer, to: &keys)
      words.append(
        Word(
          position: token.position, width: token.width, form: form..<forms.count,
          key: key..<keys.count))
    }
  }

  private static func fold(_ form: [UInt8], to forms: inout [UInt8]) {
    appendFolded(form.span, to: &forms)
  }

  private static func stem(
    _ forms: [UInt8], from start: Int, _ analyzer: inout Analyzer, to keys: inout [UInt8]
  ) {
    analyzer.appendKey(of: forms.span.extracting(start..<forms.count), to: &keys)
  }

  // MARK: - Forms

  /// The places of the words that are parts.
  private var parts: [Int] { words.indices.filter { words[$0].width == 1 } }

  /// The places of the longest words, compounds before their parts.
  private var joined: [Int] {
    var next = 0
    return words.indices.filter { place in
      guard words[place].position >= next else { return false }
      next = words[place].position + words[place].width
      return true
    }
  }

  /// The words of a name that tell it from others.
  private func essence(of places: [Int]) -> [Int] {
    var kept = places.filter { !isLink(words[$0]) }
    if kept.isEmpty { kept = places }
    if kept.count > 1, vendors.contains(where: { $0[...] == forms[words[kept[0]].form] }) {
      kept.removeFirst()
    }
    return kept
  }

  private func isLink(_ word: Word) -> Bool {
    word.form.count <= TermKeys.longestLink && TermKeys.isLink(forms.span.extracting(word.form))
  }

  private func key(of places: [Int]) -> [UInt8] {
    var key: [UInt8] = []
    for (number, place) in places.enumerated() {
      if number > 0 { key.append(0x20) }
      key += keys[words[place].key]
    }
    return key
  }

  private func add(_ form: [UInt8], to found: inout [[UInt8]]) {
    if !form.isEmpty, !found.contains(form) { found.append(form) }
  }
}
