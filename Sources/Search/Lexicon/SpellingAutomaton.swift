/// Recognises the spellings that differ from a word by few mistakes, as an automaton whose states are bits.
///
/// Bit *i* of row *e* says that the letters read may be the first *i* of the word with *e* mistakes: letters
/// left out, put in, replaced, or two neighbours swapped (Wu and Manber: "Fast text searching allowing
/// errors", 1992; swapped neighbours as Hyyrö adds them). Strings come in the order of a lexicon: what a
/// string shares with the one before is not read again, and a beginning from which no state is left lets
/// whoever reads pass over all strings that begin so.
struct SpellingAutomaton {
  private let length: Int
  private let mistakes: Int
  /// For each letter of a byte, bit *i* for each place *i* of the word where it stands.
  private var places = [UInt64](repeating: 0, count: 256)
  /// The states after each letter, the rows of each together.
  private var states: [Rows]
  private var letters: [UInt8] = []

  private typealias Rows = InlineArray<3, UInt64>

  /// Creates an automaton.
  ///
  /// - Parameters:
  ///   - word: A word, of which the first 63 bytes count.
  ///   - mistakes: How many mistakes are allowed, at most 2.
  init(_ word: [UInt8], mistakes: Int) {
    length = Swift.min(word.count, 63)
    self.mistakes = Swift.min(mistakes, 2)
    for place in 0..<length { places[Int(word[place])] |= 1 << UInt64(place) }
    var first: Rows = [0, 0, 0]
    for row in 0...self.mistakes { first[row] = (2 << UInt64(row)) &- 1 }
    states = [first]
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
    states.removeLast(states.count - 1 - kept)
    letters.removeLast(letters.count - kept)
    if isDead { return kept }
    for letter in string.dropFirst(kept) {
      step(letter)
      if isDead { return letters.count }
    }
    let end: UInt64 = 1 << UInt64(length)
    let last = states[states.count - 1]
    for row in 0...mistakes where last[row] & end != 0 { return nil }
    return string.count
  }

  private var isDead: Bool {
    let last = states[states.count - 1]
    return last[0] | last[1] | last[2] == 0
  }

  private mutating func step(_ letter: UInt8) {
    let before = states[states.count - 1]
    let here = places[Int(letter)]
    var after: Rows = [0, 0, 0]
    for row in 0...mistakes {
      // A letter that is right moves every state one place on.
      after[row] = (before[row] & here) << 1
      guard row > 0 else { continue }
      after[row] |= before[row - 1]  // put in
      after[row] |= before[row - 1] << 1  // replaced
      after[row] |= after[row - 1] << 1  // left out
      if let last = letters.last {
        // Swapped: this letter stands at the next place, and the one before behind it.
        let earlier = states[states.count - 2][row - 1]
        after[row] |= (((earlier & here) << 1) & places[Int(last)]) << 1
      }
    }
    let room: UInt64 = (2 << UInt64(length)) &- 1
    for row in 0...mistakes { after[row] &= room }
    states.append(after)
    letters.append(letter)
  }
}
