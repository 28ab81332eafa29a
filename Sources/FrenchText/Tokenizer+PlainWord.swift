extension Tokenizer {
  /// Reads a word of ASCII and Latin-1 letters and digits that a separator ends.
  ///
  /// Nine words in ten of a French text are of this sort; it gives up on all that needs more than
  /// one look at each byte.
  /// - Returns: The word, or nil with the cursor where it was.
  mutating func plainWord(in text: Span<UInt8>) -> Token? {
    let start = cursor
    let limit = min(text.count, start + Self.longestForm)
    var scan = PlainScan(index: start)
    form.removeAll(keepingCapacity: true)
    form.append(addingCapacity: limit - start) { form in
      scan.read(text, until: limit, into: &form)
    }
    let count = scan.count
    let isCased = count.uppers == 0 || count.uppers == count.letters || scan.lastUpper == start
    guard isCased, scan.index > start, endsWord(at: scan.index, in: text) else { return nil }
    cursor = scan.index
    return word(start..<scan.index, kind: count.kind, isUppercase: count.isUppercase)
  }

  /// Whether a word surely ends at `index`: at a separator, or at a joiner with nothing to join.
  private func endsWord(at index: Int, in text: Span<UInt8>) -> Bool {
    guard index < text.count else { return true }
    let character = CharacterClass(byte: text[index])
    if character.isEmpty { return true }
    if character == .joiner {
      return index + 1 == text.count || CharacterClass(byte: text[index + 1]).isEmpty
    }
    guard character == .nonASCII else { return false }
    return CharacterClass(scalar: UTF8Scalar(at: index, in: text).value).isEmpty
  }
}

/// Eight bytes of a text, looked at as one number: which of them, from the first on, are ASCII letters.
///
/// Sums that carry into the highest bit of a byte compare all eight at once.
private struct LetterWord {
  /// The bytes, those of the leading letters in lower case.
  let lowered: UInt64
  /// How many letters lead: 0…8.
  let count: Int
  /// The highest bit of each byte that is one of these letters and was in upper case.
  let uppers: UInt64

  @inline(__always)
  init(_ word: UInt64) {
    let high: UInt64 = 0x8080_8080_8080_8080
    let folded = (word | high >> 2) & ~high
    let reachesA = folded &+ 0x1F1F_1F1F_1F1F_1F1F
    let passesZ = folded &+ 0x0505_0505_0505_0505
    let letters = reachesA & ~passesZ & ~word & high
    count = (letters ^ high).trailingZeroBitCount >> 3
    let leading = (1 << UInt64(8 * count)) &- 1 as UInt64
    uppers = letters & ~word << 2 & leading
    lowered = word | uppers >> 2
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends the first bytes of a number; there must be room for all eight.
  @inline(__always)
  fileprivate mutating func append(_ word: UInt64, count: Int) {
    precondition(freeCapacity >= 8)
    unsafe withUnsafeMutableBufferPointer { buffer, initializedCount in
      guard let start = buffer.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(start + initializedCount).storeBytes(
        of: word.littleEndian, as: UInt64.self)
      initializedCount &+= count
    }
  }
}

/// A look at a word as long as its letters take one or two bytes.
private struct PlainScan {
  var index: Int
  var lastUpper = 0
  var count = LetterCount()

  mutating func read(_ text: Span<UInt8>, until limit: Int, into form: inout OutputSpan<UInt8>) {
    while index < limit {
      if index &+ 8 <= limit, readLetters(text, into: &form) == 8 { continue }
      guard index < limit else { return }
      let byte = text[index]
      let character = CharacterClass(byte: byte)
      if !character.isDisjoint(with: .letter) {
        let caseBit = character.rawValue & CharacterClass.upper.rawValue
        form.append(byte | caseBit)
        countLetter(isUpper: caseBit != 0)
        index += 1
      } else if character == .digit {
        form.append(byte)
        count.digits += 1
        index += 1
      } else if byte == 0xC3, index + 1 < limit, Self.isLatin1Letter(text[index + 1]) {
        let isUpper = text[index + 1] < 0x9F
        form.append(byte)
        form.append(text[index + 1] | (isUpper ? 0x20 : 0))
        countLetter(isUpper: isUpper)
        index += 2
      } else {
        return
      }
    }
  }

  /// Reads the ASCII letters among the next eight bytes, which lie in the text.
  @inline(__always)
  private mutating func readLetters(_ text: Span<UInt8>, into form: inout OutputSpan<UInt8>) -> Int
  {
    let bytes = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    let word = LetterWord(UInt64(littleEndian: bytes))
    form.append(word.lowered, count: word.count)
    count.letters &+= word.count
    if word.uppers != 0 {
      count.uppers &+= word.uppers.nonzeroBitCount
      lastUpper = index &+ 7 &- word.uppers.leadingZeroBitCount >> 3
    }
    index &+= word.count
    return word.count
  }

  private mutating func countLetter(isUpper: Bool) {
    count.letters += 1
    guard isUpper else { return }
    count.uppers += 1
    lastUpper = index
  }

  /// Whether a byte after C3 makes a letter with it: all do but `×` and `÷`.
  private static func isLatin1Letter(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80 && byte | 0x20 != 0xB7
  }
}
