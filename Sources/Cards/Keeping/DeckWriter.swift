/// Writes a deck down: numbers of 32 bits, then each text and each list of texts once.
///
/// | 32-bit words | what |
/// |---|---|
/// | 4 | how many words the deck takes, how many texts there are, how many lists, how many words these take |
/// | then | the deck: texts and lists by their numbers |
/// | then | where each text ends among the bytes |
/// | then | the lists: how many texts, and their numbers |
/// | bytes | the texts |
///
/// Cards of one note share most of what is around the question, and so memory when they are read.
struct DeckWriter {
  private var words: [UInt32] = []
  private var texts = TextNumbers()
  private var listNumbers: [[UInt32]: Int] = [:]
  private var lists: [UInt32] = []

  /// Writes a number that is not negative.
  mutating func write(_ number: Int) { words.append(UInt32(clamping: number)) }

  /// Writes a number of any size.
  mutating func write(_ number: UInt64) {
    words += [UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)]
  }

  mutating func write(_ numbers: [UInt32]) {
    write(numbers.count)
    words += numbers
  }

  mutating func write(_ text: String) { write(number(of: text)) }

  mutating func write(_ text: String?) { write(text.map { number(of: $0) + 1 } ?? 0) }

  mutating func write(_ texts: [String]) {
    let members = texts.map { UInt32(number(of: $0)) }
    if let number = listNumbers[members] { return write(number) }
    write(listNumbers.count)
    listNumbers[members] = listNumbers.count
    lists.append(UInt32(members.count))
    lists += members
  }

  private mutating func number(of text: String) -> Int { texts.number(of: text) }

  /// What was written.
  var bytes: [UInt8] {
    let counts = [words.count, texts.ends.count, listNumbers.count, lists.count]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      4 * (counts.count + words.count + texts.ends.count + lists.count) + texts.bytes.count)
    for list in [counts.map { UInt32($0) }, words, texts.ends, lists] {
      let words = list.map { $0.littleEndian }
      unsafe words.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
    bytes += texts.bytes
    return bytes
  }
}
