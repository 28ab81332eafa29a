internal import FrenchText

/// How a word was derived from its stem: « chiffrement » and « chiffreur » are other words than « chiffrer ».
///
/// The stemmer removes endings of both kinds, those that inflect a word and those that make another one.
/// The class tells which of the second kind it was; it depends on the word alone.
struct DerivationClass: Hashable {
  /// 0 for words that are only inflected.
  let rawValue: UInt8

  /// Finds the class of a word.
  ///
  /// - Parameters:
  ///   - folded: The word without accents.
  ///   - stemLength: What the stemmer left of it, in bytes.
  init(of folded: [UInt8], stemLength: Int) {
    var length = folded.count
    let isPlural = length > 4 && (folded[length - 1] == UInt8(ascii: "s") || Self.endsInX(folded))
    if isPlural { length -= 1 }
    var found: UInt8 = 0
    var longest = 0
    for (number, endings) in Self.endings.enumerated() {
      for ending in endings where ending.count > longest && ending.count + 1 < length {
        let start = length - ending.count
        guard stemLength <= start + 1, folded[start..<length].elementsEqual(ending) else {
          continue
        }
        (found, longest) = (UInt8(number + 1), ending.count)
      }
    }
    rawValue = found
  }

  private static let eux: [UInt8] = [0x65, 0x75, 0x78]

  /// Whether a word has the plural's x, and not that of « dangereux ».
  private static func endsInX(_ word: [UInt8]) -> Bool {
    word[word.count - 1] == UInt8(ascii: "x") && !word.suffix(3).elementsEqual(eux)
  }

  private static let lists: [StaticString] = [
    "issement ement ment",
    "ation ition tion sion ion",
    "ateur atrice euse eur rice",
    "age",
    "ance ence",
    "able ible eux",
    "iste isme",
    "ite",
    "ique if ive",
    "logie",
  ]

  private static let endings: [[[UInt8]]] = lists.map { $0.words }
}
