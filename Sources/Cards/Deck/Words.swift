internal import FrenchText
internal import Notes

/// A word of a text, for comparing.
struct Word {
  /// Where it stands.
  var range: Range<String.Index>
  /// What is left of it without ending and accents: `secret` for « secrets ».
  var stem: [UInt8]
  /// Whether it carries no meaning of its own.
  var isFiller: Bool
}

/// The words of a text; hyphens and apostrophes separate them.
///
/// - Complexity: O(*n*) in the length of the text.
func words(of text: String) -> [Word] {
  var reader = WordReader()
  let bytes = text.utf8.span
  guard isPlain(bytes) else { return reader.characterWords(of: text) }
  var words: [Word] = []
  var place = text.startIndex
  var offset = 0
  while let word = nextWord(in: bytes, from: offset) {
    let start = text.utf8.index(place, offsetBy: word.lowerBound - offset)
    place = text.utf8.index(start, offsetBy: word.count)
    offset = word.upperBound
    reader.read(bytes.extracting(word))
    words.append(
      Word(range: start..<place, stem: reader.stem(), isFiller: reader.isFiller))
  }
  return words
}

/// How many words of a text carry meaning.
///
/// - Parameters:
///   - text: The text.
///   - most: Where counting may stop.
/// - Returns: Their number, or `most` where there are more.
func tellingCount(of text: String, most: Int = .max) -> Int {
  var reader = WordReader()
  let bytes = text.utf8.span
  guard isPlain(bytes) else { return reader.characterWords(of: text).count { !$0.isFiller } }
  var count = 0
  var offset = 0
  while count < most, let word = nextWord(in: bytes, from: offset) {
    offset = word.upperBound
    reader.read(bytes.extracting(word))
    if !reader.isFiller { count += 1 }
  }
  return count
}

/// The stems of a text's words that carry meaning.
func stems(of text: String) -> Set<[UInt8]> {
  var reader = WordReader()
  let bytes = text.utf8.span
  guard isPlain(bytes) else {
    return Set(reader.characterWords(of: text).lazy.filter { !$0.isFiller }.map(\.stem))
  }
  var stems: Set<[UInt8]> = []
  var offset = 0
  while let word = nextWord(in: bytes, from: offset) {
    offset = word.upperBound
    reader.read(bytes.extracting(word))
    if !reader.isFiller { stems.insert(reader.stem()) }
  }
  return stems
}

/// Numbers for the stems of texts; each word is stemmed once.
struct StemNumbers {
  private var reader = WordReader()
  /// By words as they are written; 0 for those that carry no meaning.
  private var words: [[UInt8]: UInt32] = [:]
  private var stems: [[UInt8]: UInt32] = [:]

  /// The numbers of the stems of a text's words that carry meaning; 0 is none of them.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  mutating func numbers(of text: String) -> Set<UInt32> {
    var numbers: Set<UInt32> = []
    let bytes = text.utf8.span
    guard isPlain(bytes) else {
      for word in reader.characterWords(of: text) where !word.isFiller {
        numbers.insert(number(of: word.stem))
      }
      return numbers
    }
    var offset = 0
    var word: [UInt8] = []
    while let range = nextWord(in: bytes, from: offset) {
      offset = range.upperBound
      word.removeAll(keepingCapacity: true)
      for place in range { word.append(bytes[place]) }
      let number = number(ofWord: word)
      if number > 0 { numbers.insert(number) }
    }
    return numbers
  }

  private mutating func number(ofWord word: [UInt8]) -> UInt32 {
    if let known = words[word] { return known }
    reader.read(word.span)
    let number = reader.isFiller ? 0 : number(of: reader.stem())
    words[word] = number
    return number
  }

  private mutating func number(of stem: [UInt8]) -> UInt32 {
    if let known = stems[stem] { return known }
    let number = UInt32(stems.count + 1)
    stems[stem] = number
    return number
  }
}

/// Reads words one by one, with the same buffers.
private struct WordReader {
  private var analyzer = Analyzer()
  private var lowered: [UInt8] = []
  private var folded: [UInt8] = []

  /// Whether the word read last carries no meaning.
  var isFiller: Bool { folded.count == 1 || isFillerWord(folded.span) }

  /// Takes a word of a plain text.
  mutating func read(_ word: Span<UInt8>) {
    lowered.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    appendFolded(word, to: &folded)
    var isSimple = true
    var lead: UInt8 = 0
    for place in word.indices {
      var byte = word[place]
      if byte &- 0x41 < 26 || lead == 0xC3 && byte &- 0x80 < 0x1F && byte != 0x97 { byte |= 0x20 }
      if byte == 0xC4 || byte == 0xC5 { isSimple = false }
      lowered.append(byte)
      lead = byte
    }
    // « Œ » and letters of other languages are looked up.
    if !isSimple {
      lowered = Array(String(decoding: lowered, as: UTF8.self).lowercased().utf8)
    }
  }

  /// The stem of the word read last.
  mutating func stem() -> [UInt8] {
    var stem: [UInt8] = []
    stem.reserveCapacity(lowered.count)
    let form = lowered
    analyzer.appendKey(of: form.span, to: &stem)
    return stem
  }

  /// The words of a text that is not plain.
  mutating func characterWords(of text: String) -> [Word] {
    var words: [Word] = []
    var place = text.startIndex
    while let start = text[place...].firstIndex(where: isWordCharacter) {
      let end = text[start...].firstIndex { !isWordCharacter($0) } ?? text.endIndex
      lowered = Array(text[start..<end].lowercased().utf8)
      folded.removeAll(keepingCapacity: true)
      appendFolded(text[start..<end].utf8.span, to: &folded)
      words.append(Word(range: start..<end, stem: stem(), isFiller: isFiller))
      place = end
    }
    return words
  }
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber
}

/// How much two texts say alike: the share of stems that both have (Jaccard, 1912), from 0 to 1.
func likeness(_ left: Set<[UInt8]>, _ right: Set<[UInt8]>) -> Double {
  share(common: left.count { right.contains($0) }, left.count, right.count)
}

/// How much two texts say alike whose stems are told by ascending numbers.
func likeness(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Double {
  share(common: commonCount(left, right), left.count, right.count)
}

private func share(common: Int, _ left: Int, _ right: Int) -> Double {
  let all = left + right - common
  return all == 0 ? 0 : Double(common) / Double(all)
}

extension String {
  /// The text with its first letter small, unless it begins like a name.
  var loweredFirst: String {
    guard let first, first.isUppercase, !isNameLike(self.prefix { $0 != " " }) else { return self }
    return first.lowercased() + dropFirst()
  }

  /// The text without a final full stop or comma.
  var withoutStop: String {
    // Most texts end with a letter.
    if let last = utf8.last, (last | 0x20) &- 0x61 < 26 { return self }
    var text = self[...]
    while let last = text.last, ".,;:".contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// Whether a word is written like a name: inner capitals or digits, as `CloudFront`, `S3`.
func isNameLike(_ word: some StringProtocol) -> Bool {
  word.dropFirst().contains { $0.isUppercase || $0.isNumber }
    || ["amazon", "aws"].contains(folded(String(word)))
}

/// The first sentences of a text, as many as fit.
func opening(of text: String, limit: Int) -> String {
  var opening = firstSentence(text)
  while opening.count < text.count {
    let rest = trimmed(text.dropFirst(opening.count))
    let next = firstSentence(rest)
    guard !next.isEmpty, opening.count + next.count < limit else { break }
    opening += " " + next
  }
  return opening
}
