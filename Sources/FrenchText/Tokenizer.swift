/// Cuts a text into words.
///
/// A run of parts that belong together, as `us-east-1` or `CloudWatch`, gives one token for the
/// whole and then one for each part:
///
/// | text | tokens: form, position, width |
/// |---|---|
/// | `l’Élasticité` | `élasticité` 0 1 |
/// | `pare-feu` | `parefeu` 0 2, `pare` 0 1, `feu` 1 1 |
/// | `CloudWatch` | `cloudwatch` 0 2, `cloud` 0 1, `watch` 1 1 |
/// | `us-east-1` | `us-east-1` 0 3, `us` 0 1, `east` 1 1, `1` 2 1 |
/// | `10.0.0.0/16` | `10.0.0.0/16` 0 1, `10.0.0.0` 0 1 |
///
/// A slash joins only digits, and what follows a colon. Inside a URL nothing is joined but numbers.
/// A run whose form reaches 255 bytes is cut there, and reading goes on with the rest.
///
/// Make one, call ``restart()`` before each text, and read ``form`` after each token:
///
///     while let token = tokenizer.next(in: text) { index(tokenizer.form, token.position) }
public struct Tokenizer: Sendable {
  /// The token's form: lower case, accents composed (form C), UTF-8; `œ` stays `œ`.
  public internal(set) var form: [UInt8] = []

  /// The next byte to read.
  var cursor = 0
  /// The position of the next word.
  var position = 0
  /// The end of the URL that was met last.
  var urlEnd = 0

  /// The parts of the run read last; those from `nextPart` on are still to be returned.
  var parts: [Part] = []
  var nextPart = 0
  /// The form of that run, with its separators, once its tokens are being returned.
  var run: [UInt8] = []
  /// The part being read.
  var open = OpenPart(start: 0, form: 0)
  /// What joins the parts of the run being read.
  var joiners: Joiners = []

  /// Creates a tokenizer, ready for a first text.
  public init() {
    form.reserveCapacity(Self.longestForm + 16)
    run.reserveCapacity(Self.longestForm + 16)
  }

  /// Prepares for a new text.
  public mutating func restart() {
    cursor = 0
    position = 0
    urlEnd = 0
    nextPart = 0
    parts.removeAll(keepingCapacity: true)
  }

  /// Reads the next word.
  ///
  /// - Parameter text: The text in UTF-8, the same at each call; bytes that are not UTF-8 separate
  ///   words.
  /// - Returns: The word, or nil at the end of the text.
  /// - Complexity: O(*n*) for a text of *n* bytes; no allocation once the buffers have grown.
  public mutating func next(in text: Span<UInt8>) -> Token? {
    if nextPart < parts.count { return takePart() }
    while cursor < text.count {
      let byteClass = CharacterClass(byte: text[cursor])
      if byteClass.opensWord {
        if let token = anyWord(in: text) { return token }
      } else if byteClass.isEmpty {
        cursor += 1
      } else if let token = unusualWord(in: text) {
        return token
      }
    }
    return nil
  }

  /// Reads a word or a run of words; in the browser all of them the one way that can read any.
  private mutating func anyWord(in text: Span<UInt8>) -> Token? {
    #if arch(wasm32)
      wordRun(in: text)
    #else
      plainWord(in: text) ?? wordRun(in: text)
    #endif
  }

  /// Reads a word that begins with a character beyond ASCII or with `::`, or passes over the sign.
  private mutating func unusualWord(in text: Span<UInt8>) -> Token? {
    let byte = text[cursor]
    if byte == .colon, opensAddress(in: text) { return wordRun(in: text) }
    guard byte >= 0x80 else {
      cursor += 1
      return nil
    }
    let scalar = UTF8Scalar(at: cursor, in: text)
    let scalarClass = CharacterClass(scalar: scalar.value)
    if scalarClass.opensWord { return anyWord(in: text) }
    let start = cursor
    cursor += scalar.length
    guard scalarClass == .ideograph else { return nil }
    form.removeAll(keepingCapacity: true)
    form.append(scalar: scalar.value)
    return word(start..<cursor, kind: .word, isUppercase: false)
  }

  /// Makes a token of one position.
  mutating func word(_ range: Range<Int>, kind: Token.Kind, isUppercase: Bool) -> Token {
    defer { position += 1 }
    return Token(range: range, position: position, kind: kind, isUppercase: isUppercase)
  }
}
