import FrenchText

/// A token as the tables of the tests write it: `form/position`, with `+width` and a sign for its
/// kind: `#` number, `$` code, `&` compound, none for a word; `!` when it is upper case.
func described(_ text: [UInt8]) -> String {
  var tokenizer = Tokenizer()
  var lines: [String] = []
  while let token = tokenizer.next(in: text.span) {
    var line = String(decoding: tokenizer.form, as: UTF8.self) + "/\(token.position)"
    if token.width > 1 { line += "+\(token.width)" }
    switch token.kind {
    case .word: break
    case .number: line += "#"
    case .code: line += "$"
    case .compound: line += "&"
    }
    if token.isUppercase { line += "!" }
    lines.append(line)
  }
  return lines.joined(separator: " ")
}

func described(_ text: String) -> String { described(Array(text.utf8)) }

/// The forms of a text's tokens.
func forms(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var tokenizer = Tokenizer()
  var forms: [String] = []
  while tokenizer.next(in: bytes.span) != nil {
    forms.append(String(decoding: tokenizer.form, as: UTF8.self))
  }
  return forms
}

func tokens(_ text: [UInt8]) -> [Token] {
  var tokenizer = Tokenizer()
  var tokens: [Token] = []
  while let token = tokenizer.next(in: text.span) { tokens.append(token) }
  return tokens
}

func folded(_ form: String) -> String {
  var result: [UInt8] = []
  appendFolded(Array(form.utf8).span, to: &result)
  return String(decoding: result, as: UTF8.self)
}

/// Pseudo-random numbers that are the same at each run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
