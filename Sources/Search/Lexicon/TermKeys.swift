internal import FrenchText

/// Names the term that a form belongs to: its folded stem, a zero byte, and its class.
///
/// Forms of one term differ in number, gender, person, tense or accents, and count alike. Other words of
/// the same stem, « chiffrement » beside « chiffrer », are terms of their own that stand next to it.
struct TermKeys {
  private var analyzer = Analyzer()

  private var folded: [UInt8] = []

  /// The class of words that carry no meaning; they share no stem with others: « par » is not « pare ».
  private static let filler: UInt8 = 0x7F

  mutating func appendKey(of form: Span<UInt8>, to key: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    appendFolded(form, to: &folded)
    if isFillerWord(folded.span) {
      key.append(contentsOf: folded)
      key.append(0)
      key.append(Self.filler)
      return
    }
    analyzer.appendKey(of: form, to: &key)
    key.append(0)
  }

  /// Whether two terms are words of one stem.
  static func areSiblings(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard left.last != filler, right.last != filler else { return false }
    return left.prefix { $0 != 0 } == right.prefix { $0 != 0 }
  }

  /// Whether a term only links the nouns of a name.
  static func isLink(_ key: Span<UInt8>) -> Bool {
    guard key.count <= 5 else { return false }
    for link in links where link.count == key.count - 2 {
      var isEqual = true
      for place in link.indices where link[place] != key[place] { isEqual = false }
      if isEqual { return true }
    }
    return false
  }
}

/// Words that only link the nouns of a name, in French and English.
let links = [
  "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the",
].map { Array($0.utf8) }
