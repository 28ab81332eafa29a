import Cards

/// Help that does not give the answer away.
enum Hint {
  /// The first letters of an answer that can be typed; the rest as dots.
  ///
  /// - Returns: Nothing where the answer is not to be typed.
  static func letters(of card: Card, count: Int) -> String {
    guard let answer = card.accepted.first, card.kind == .typed || card.kind == .cloze else {
      return ""
    }
    let words = answer.split(separator: " ", omittingEmptySubsequences: false)
    return words.map { word in
      word.prefix(count) + String(repeating: "·", count: max(0, word.count - count))
    }.joined(separator: "  ")
  }

  /// A passage in which the answers stand as blocks.
  static func masked(_ passage: String, card: Card) -> String {
    var words: Set<String> = []
    for answer in card.accepted + [card.back] {
      for word in self.words(of: answer) where word.count > 2 || card.accepted.contains(answer) {
        words.insert(folded(word))
      }
    }
    var result = ""
    var word = ""
    func end() {
      result +=
        words.contains(folded(word)) ? String(repeating: "▒", count: word.count) : word
      word = ""
    }
    for character in passage {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        end()
        result.append(character)
      }
    }
    end()
    return result
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func folded(_ word: String) -> String { word.lowercased() }
}
