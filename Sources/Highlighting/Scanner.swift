/// A place in some code, and the tokens found before it.
///
/// It moves forwards only, and never beyond its end: hence tokens ascend and lie within the code.
struct Scanner {
  let code: [UInt8]
  /// Where reading ends; a lexer may read a part of the code with another's help.
  private(set) var end: Int
  private(set) var position = 0
  private(set) var tokens: [Token] = []

  init(_ code: [UInt8]) {
    self.code = code
    end = code.count
  }

  var isAtEnd: Bool { position >= end }

  /// The byte so far ahead; 0 beyond the end.
  subscript(ahead: Int) -> UInt8 { position + ahead < end ? code[position + ahead] : 0 }

  /// The byte before; a newline at the beginning.
  var previous: UInt8 { position > 0 ? code[position - 1] : .newline }

  /// Whether a text comes next.
  func sees(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { text in
      for index in 0..<text.count where unsafe text[index] != code[position + index] {
        return false
      }
      return true
    }
  }

  // MARK: - Moving

  mutating func advance(_ count: Int = 1) { position = min(position + count, end) }

  mutating func skip(while isWanted: (UInt8) -> Bool) {
    while position < end, isWanted(code[position]) { position += 1 }
  }

  mutating func skipBlanks() { skip(while: \.isBlank) }

  /// Moves to the end of the line, before its newline.
  mutating func skipLine() { skip { $0 != .newline } }

  /// Moves behind the next occurrence of a text, or to the end.
  mutating func skip(past text: StaticString) {
    while !isAtEnd, !sees(text) { position += 1 }
    advance(text.utf8CodeUnitCount)
  }

  // MARK: - Looking

  /// The byte at a place; 0 at the end and beyond.
  func byte(at place: Int) -> UInt8 { place < end ? code[place] : 0 }

  /// The first byte that is no blank from a place on, or from here; 0 at the end.
  func nextInk(from place: Int? = nil) -> UInt8 {
    var index = place ?? position
    while index < end, code[index].isBlank { index += 1 }
    return byte(at: index)
  }

  /// Where the text in quotes that begins here ends, at the latest with its line.
  var endOfQuoted: Int {
    var index = position + 1
    while index < end, code[index] != code[position], code[index] != .newline {
      index += code[index] == .backslash && byte(at: index + 1) != .newline ? 2 : 1
    }
    return min(byte(at: index) == code[position] ? index + 1 : index, end)
  }

  /// A short word as text, to look it up; empty where it is longer than any keyword.
  func word(from start: Int) -> String {
    position - start > 24 ? "" : String(decoding: code[start..<position], as: UTF8.self)
  }

  // MARK: - Adding

  /// Adds what lies between a place and the position; it joins what touches it and is of its kind.
  mutating func add(_ kind: TokenKind, from start: Int) { add(kind, start..<position) }

  mutating func add(_ kind: TokenKind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = tokens.indices.last, tokens[last].kind == kind,
      tokens[last].range.upperBound == range.lowerBound
    {
      tokens[last].range = tokens[last].range.lowerBound..<range.upperBound
    } else {
      tokens.append(Token(kind, range))
    }
  }

  /// Lets a lexer read as far as a place.
  mutating func run(_ lexer: some Lexer, to place: Int) {
    let outer = end
    end = min(place, outer)
    Highlighting.run(lexer, on: &self)
    end = outer
  }
}
