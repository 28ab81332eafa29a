internal import FrenchText

/// Acronyms and the words they stand for, told byte by byte: the answer is that of ``Initials``.
struct InitialBytes {
  /// The letters that are to begin words, small.
  private var letters: [UInt8] = []

  /// The words one behind the other, folded, and where each ends.
  private var words: [UInt8] = []
  private var ends: [Int] = []

  /// Whether a short form is made of the initials of a longer one; `nil` where bytes alone do not tell.
  ///
  /// - Complexity: O(*n*) in the bytes of both.
  static func match(_ short: Span<UInt8>, _ long: Span<UInt8>) -> Bool? {
    for place in short.indices where short[place] >= 0x80 { return nil }
    var initials = InitialBytes()
    guard initials.readLetters(of: short), initials.letters.count >= 2 else { return false }
    guard isPlain(long) else { return nil }
    var place = 0
    while let word = nextWord(in: long, from: place) {
      guard initials.readWord(long.extracting(word)) else { return nil }
      guard initials.ends.count <= initials.letters.count + 3 else { return false }
      place = word.upperBound
    }
    return initials.ends.count >= 2 && initials.matches(letter: 0, word: 0)
  }

  /// Reads the short form; `false` where it is none.
  private mutating func readLetters(of short: Span<UInt8>) -> Bool {
    var count = short.count
    if count > 0, short[count - 1] == UInt8(ascii: "s"),
      Self.isLoud(short.extracting(..<(count - 1)))
    {
      count -= 1
    }
    for place in short.indices {
      let byte = short[place]
      let isDigit = byte &- 0x30 < 10
      guard isDigit || (byte | 0x20) &- 0x61 < 26 else { return false }
      guard place < count else { break }
      guard letters.count <= Self.mostLetters else { return false }
      guard isDigit else {
        letters.append(byte | 0x20)
        continue
      }
      guard let last = letters.last, byte > UInt8(ascii: "1") else { return false }
      for _ in 1..<Int(byte - 0x30) { letters.append(last) }
    }
    return letters.count <= Self.mostLetters
  }

  /// Initials with their repetitions are no more.
  private static let mostLetters = 10

  /// Whether there are capitals and digits alone.
  private static func isLoud(_ text: Span<UInt8>) -> Bool {
    for place in text.indices where text[place] &- 0x41 >= 26 && text[place] &- 0x30 >= 10 {
      return false
    }
    return true
  }

  /// Reads a word, which inner capitals divide; `false` where it holds letters that are looked up.
  private mutating func readWord(_ word: Span<UInt8>) -> Bool {
    var start = 0
    var isAfterSmall = false
    var place = 0
    while place < word.count {
      let byte = word[place]
      guard byte < 0x80 || byte == 0xC3 else { return false }
      let isDigit = byte &- 0x30 < 10
      let isCapital = byte < 0x80 ? byte &- 0x41 < 26 : word[place + 1] < 0x9F
      if isCapital, isAfterSmall {
        add(word.extracting(start..<place))
        start = place
      }
      isAfterSmall = !isCapital && !isDigit
      place += byte < 0x80 ? 1 : 2
    }
    add(word.extracting(start...))
    return true
  }

  private mutating func add(_ word: Span<UInt8>) {
    appendFolded(word, to: &words)
    ends.append(words.count)
  }

  /// Whether the letters from one on begin the words from one on, little words aside.
  private func matches(letter: Int, word: Int) -> Bool {
    guard letter < letters.count else { return (word..<ends.count).allSatisfy { isLittle($0) } }
    guard word < ends.count else { return false }
    let start = word > 0 ? ends[word - 1] : 0
    if start < ends[word], words[start] == letters[letter],
      matches(letter: letter + 1, word: word + 1)
    {
      return true
    }
    return isLittle(word) && matches(letter: letter, word: word + 1)
  }

  private func isLittle(_ word: Int) -> Bool {
    let range = (word > 0 ? ends[word - 1] : 0)..<ends[word]
    return Initials.little.lists(words.span.extracting(range))
  }
}
