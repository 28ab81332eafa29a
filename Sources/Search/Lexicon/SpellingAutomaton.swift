/// Recognises the spellings that differ from a word by few mistakes, as an automaton whose states are bits.
///
/// Bit *i* of row *e* says that the letters read may be the first *i* of the word with *e* mistakes: letters
/// left out, put in, replaced, or two neighbours swapped (Wu and Manber: "Fast text searching allowing
/// errors", 1992; swapped neighbours as Hyyrö adds them). Strings come in the order of a lexicon: what a
/// string shares with the one before is not read again, and a beginning from which no state is left lets
/// whoever reads pass over all strings that begin so.
struct SpellingAutomaton {
  private let word: [UInt8]
  private let mistakes: Int
  /// The states after each letter, row by row; two more rows hold the letter-before's for swaps.
  private var rows: [[UInt64]]
  private var letters: [UInt8] = []
  private static let mostRows = 3

  /// Creates an automaton.
  ///
  /// - Parameters:
  ///   - word: A word, of which the first 63 bytes count.
  ///   - mistakes: How many mistakes are allowed, at most 2.
  init(_ word: [UInt8], mistakes: Int) {
    self.word = Array(word.prefix(63))
    self.mistakes = Swift.min(mistakes, Self.mostRows - 1)
    rows = [[]]
    for row in 0...self.mistakes { rows[0].append((1 << UInt64(row + 1)) &- 1) }
  }

  /// Forgets what was read.
  mutating func restart() {
    rows.removeLast(rows.count - 1)
    letters.removeAll(keepingCapacity: true)
  }

  /// Reads a string.
  ///
  /// - Parameters:
  ///   - string: The string.
  ///   - shared: How many of its first bytes were also those of the string before.
  /// - Returns: `nil` if the word may have been meant; otherwise the number of bytes that already rule
  ///   it out, the string's length if only its end does.
  mutating func read(_ string: ArraySlice<UInt8>, keeping shared: Int) -> Int? {
    let kept = Swift.min(shared, letters.count, string.count)
    rows.removeLast(rows.count - 1 - kept)
    letters.removeLast(letters.count - kept)
    if rows[kept].allSatisfy({ $0 == 0 }) { return kept }
    for letter in string.dropFirst(kept) {
      step(letter)
      if rows[rows.count - 1].allSatisfy({ $0 == 0 }) { return letters.count }
    }
    let end: UInt64 = 1 << UInt64(word.count)
    return rows[rows.count - 1].contains { $0 & end != 0 } ? nil : string.count
  }

  private mutating func step(_ letter: UInt8) {
    let before = rows[rows.count - 1]
    let here = places(of: letter)
    var after: [UInt64] = []
    for row in 0...mistakes {
      // A letter that is right moves every state one place on.
      var states = (before[row] & here) << 1
      if row > 0 {
        states |= before[row - 1]  // put in
        states |= before[row - 1] << 1  // replaced
        states |= after[row - 1] << 1  // left out
        if let last = letters.last, rows.count > 1 {
          // Swapped: the letter before is the next one here, and this one is the one before.
          let earlier = rows[rows.count - 2][row - 1]
          states |= (((earlier & here) << 1) & places(of: last)) << 1
        }
      }
      after.append(states & ((2 << UInt64(word.count)) &- 1))
    }
    rows.append(after)
    letters.append(letter)
  }

  /// Bit *i* for each place *i* of the word where a letter stands.
  private func places(of letter: UInt8) -> UInt64 {
    var bits: UInt64 = 0
    for place in word.indices where word[place] == letter { bits |= 1 << UInt64(place) }
    return bits
  }
}
