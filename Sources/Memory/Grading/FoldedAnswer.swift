internal import FrenchText

/// An answer without what does not matter: case, accents, punctuation, leading articles.
///
/// Each letter knows the bytes that it was made of, so that differences can be shown in the answer
/// as it was written.
struct FoldedAnswer {
  /// Letters and digits in lower case, one space between words.
  private(set) var letters: [UInt8] = []
  /// The bytes of the text that each letter stands for; empty for the second letter of an `œ`.
  private(set) var sources: [Range<Int>] = []

  /// What separates the last letter from the next one, if anything does.
  private var separator: Range<Int>?

  /// Folds a text in UTF-8; bytes that are not UTF-8 are dropped.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - offset: Where the text begins in the answer that it is part of.
  ///   - skipsParentheses: Whether what stands in parentheses is left out.
  /// - Complexity: O(bytes).
  init(_ text: Span<UInt8>, at offset: Int = 0, skipsParentheses: Bool = false) {
    var index = 0
    var depth = 0
    while index < text.count {
      let character = AnswerCharacter(at: index, in: text)
      let range = index..<index + character.length
      index = range.upperBound
      if skipsParentheses {
        if character.value == 0x28 { depth += 1 }
        if depth > 0 {
          if character.value == 0x29 { depth -= 1 }
          separate(range)
          continue
        }
      }
      append(character, range, text)
    }
    dropLeadingWords()
    for place in sources.indices where offset > 0 {
      sources[place] = sources[place].lowerBound + offset..<sources[place].upperBound + offset
    }
  }

  private mutating func append(
    _ character: AnswerCharacter, _ range: Range<Int>, _ text: Span<UInt8>
  ) {
    switch character.kind {
    case .separator: separate(range)
    case .ignorable: break
    case .ampersand:
      separate(range.lowerBound..<range.lowerBound)
      append([UInt8(ascii: "e"), UInt8(ascii: "t")], range)
      separate(range.upperBound..<range.upperBound)
    case .letters(let letters): append(letters, range)
    case .other:
      var folded: [UInt8] = []
      appendFolded(text.extracting(range), to: &folded)
      if folded.isEmpty, let last = sources.indices.last {
        // A combining accent belongs to the letter before it.
        sources[last] = sources[last].lowerBound..<range.upperBound
      }
      append(folded, range)
    }
  }

  private mutating func separate(_ range: Range<Int>) {
    separator = (separator?.lowerBound ?? range.lowerBound)..<range.upperBound
  }

  private mutating func append(_ folded: [UInt8], _ range: Range<Int>) {
    guard !folded.isEmpty else { return }
    if let separator, !letters.isEmpty {
      letters.append(UInt8(ascii: " "))
      sources.append(separator)
    }
    separator = nil
    for (place, letter) in folded.enumerated() {
      letters.append(letter)
      sources.append(place == 0 ? range : range.upperBound..<range.upperBound)
    }
  }

  /// Drops articles and the maker's name from the beginning, as long as a word is left.
  private mutating func dropLeadingWords() {
    while let space = letters.firstIndex(of: UInt8(ascii: " ")),
      Self.isDroppable(letters.span.extracting(0..<space))
    {
      letters.removeSubrange(0...space)
      sources.removeSubrange(0...space)
    }
  }

  private static func isDroppable(_ word: Span<UInt8>) -> Bool {
    droppable.holds(word)
  }

  private static var droppable: StaticString { "le la les l un une des du d the a an amazon aws" }
}

extension StaticString {
  /// Whether a list of words behind spaces holds a word.
  fileprivate func holds(_ word: Span<UInt8>) -> Bool {
    var matched = 0
    var isSame = true
    for index in 0...utf8CodeUnitCount {
      let byte = index < utf8CodeUnitCount ? unsafe utf8Start[index] : UInt8(ascii: " ")
      if byte == UInt8(ascii: " ") {
        if isSame, matched == word.count { return true }
        (matched, isSame) = (0, true)
      } else {
        isSame = isSame && matched < word.count && word[matched] == byte
        matched += 1
      }
    }
    return false
  }
}

// MARK: - Comparing

extension FoldedAnswer {
  /// The letters without spaces but those between digits: `auto scaling` is `autoscaling`, but
  /// `99 99` is not `9999`.
  var joined: [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(letters.count)
    for (place, letter) in letters.enumerated() {
      if letter == UInt8(ascii: " ") {
        guard letters[place - 1].isDecimalDigit, letters[place + 1].isDecimalDigit else { continue }
      }
      joined.append(letter)
    }
    return joined
  }
}

extension UInt8 {
  var isDecimalDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
