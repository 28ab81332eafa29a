/// Where the three regions of a word begin, in bytes.
struct Regions: Sendable {
  /// After the first vowel that is not at the beginning, with exceptions.
  var verb = 0
  /// After the first consonant that follows a vowel.
  var first = 0
  /// The same, within R1.
  var second = 0

  init() {}

  init(of word: [UInt8]) {
    verb = Self.verbStart(in: word) ?? word.count
    first = Self.afterVowelAndConsonant(in: word, from: 0) ?? word.count
    second = Self.afterVowelAndConsonant(in: word, from: first) ?? word.count
  }

  private static func verbStart(in word: [UInt8]) -> Int? {
    guard !word.isEmpty else { return nil }
    let second = word.characterLength(at: 0)
    if word.hasVowel(at: 0), word.hasVowel(at: second) {
      let third = second + word.characterLength(at: second)
      if third < word.count { return third + word.characterLength(at: third) }
    }
    if word.begins(with: "par") || word.begins(with: "col") || word.begins(with: "tap") { return 3 }
    return after(vowel: true, in: word, from: second)
  }

  private static func afterVowelAndConsonant(in word: [UInt8], from start: Int) -> Int? {
    guard let vowel = after(vowel: true, in: word, from: start) else { return nil }
    return after(vowel: false, in: word, from: vowel)
  }

  private static func after(vowel: Bool, in word: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < word.count {
      let next = index + word.characterLength(at: index)
      if word.hasVowel(at: index) == vowel { return next }
      index = next
    }
    return nil
  }
}

extension Array where Element == UInt8 {
  /// The bytes of the character at `index`, which never reach beyond the word.
  func characterLength(at index: Int) -> Int {
    guard self[index] >= 0xC0 else { return 1 }
    var end = index + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }

  /// Whether the character at `index`, if there is one, is a vowel: one of `aeiouyâàëéêèïîôûù`.
  func hasVowel(at index: Int) -> Bool {
    guard index < count else { return false }
    switch self[index] {
    case .a, .e, .i, .o, .u, .y: return true
    case 0xC3 where index + 1 < count:
      switch self[index + 1] {
      case 0xA0, 0xA2, 0xA8...0xAB, 0xAE, 0xAF, 0xB4, 0xB9, 0xBB: return true
      default: return false
      }
    default: return false
    }
  }

  /// Where the character that ends before `end` begins.
  func characterStart(before end: Int) -> Int {
    var start = end - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Whether a vowel ends just before `end`.
  func hasVowel(before end: Int) -> Bool { end > 0 && hasVowel(at: characterStart(before: end)) }

  func begins(with prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount where self[index] != prefix.byte(at: index) {
      return false
    }
    return true
  }

  /// Whether `suffix` ends just before `end`, within the bytes from `limit`.
  func has(_ suffix: StaticString, before end: Int, from limit: Int = 0) -> Bool {
    let start = end - suffix.utf8CodeUnitCount
    guard start >= limit else { return false }
    for index in start..<end where self[index] != suffix.byte(at: index - start) { return false }
    return true
  }
}

extension UInt8 {
  static var a: UInt8 { UInt8(ascii: "a") }
  static var e: UInt8 { UInt8(ascii: "e") }
  static var i: UInt8 { UInt8(ascii: "i") }
  static var o: UInt8 { UInt8(ascii: "o") }
  static var u: UInt8 { UInt8(ascii: "u") }
  static var y: UInt8 { UInt8(ascii: "y") }
  static var markedI: UInt8 { UInt8(ascii: "I") }
  static var markedU: UInt8 { UInt8(ascii: "U") }
  static var markedY: UInt8 { UInt8(ascii: "Y") }
  static var markH: UInt8 { UInt8(ascii: "H") }
}
