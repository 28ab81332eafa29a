/// A sign, or several colons, that join two parts.
struct Joiner {
  /// The bytes of the source text.
  var length: Int
  var colons = 0
  /// The sign in the form: typographic hyphens become ASCII ones.
  var byte: UInt8
}

extension Joiners {
  init(_ byte: UInt8) {
    switch byte {
    case .dot: self = .dot
    case .underscore: self = .underscore
    case .colon: self = .colon
    case .slash: self = .slash
    case .at: self = .at
    default: self = .hyphen
    }
  }
}

extension Tokenizer {
  /// The joiner at the cursor, if it joins what was read to what follows.
  func joiner(in text: Span<UInt8>) -> Joiner? {
    guard cursor >= urlEnd, let sign = sign(in: text) else { return nil }
    return opensWord(at: cursor + sign.length, in: text) ? sign : nil
  }

  private func sign(in text: Span<UInt8>) -> Joiner? {
    let byte = text[cursor]
    switch byte {
    case .dot, .underscore, .hyphen, .at:
      return Joiner(length: 1, byte: byte)
    case .colon:
      return colons(in: text)
    case .slash:
      guard cursor + 1 < text.count else { return nil }
      let isFraction = text[cursor - 1].isDigit && text[cursor + 1].isDigit
      return isFraction || joiners.contains(.colon) ? Joiner(length: 1, byte: byte) : nil
    case 0xE2:
      // U+2010 and U+2011, hyphen and non-breaking hyphen.
      guard cursor + 2 < text.count, text[cursor + 1] == 0x80, text[cursor + 2] & 0xFE == 0x90
      else { return nil }
      return Joiner(length: 3, byte: .hyphen)
    default:
      return nil
    }
  }

  /// Up to three colons, as in `arn:aws:s3:::notes`; or `::/` before the length of an IPv6 prefix.
  private func colons(in text: Span<UInt8>) -> Joiner? {
    var count = 1
    while count < 4, cursor + count < text.count, text[cursor + count] == .colon { count += 1 }
    guard count < 4 else { return nil }
    let end = cursor + count
    if count == 2, end + 1 < text.count, text[end] == .slash, text[end + 1].isDigit {
      return Joiner(length: 3, colons: 2, byte: .slash)
    }
    return Joiner(length: count, colons: count, byte: .colon)
  }

  /// Whether a letter or a digit stands at `index`.
  func opensWord(at index: Int, in text: Span<UInt8>) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    guard byte >= 0x80 else { return CharacterClass(byte: byte).opensWord }
    return CharacterClass(scalar: UTF8Scalar(at: index, in: text).value).opensWord
  }
}
