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
    let stemLength = key.count
    key.append(0)
    let derivation = DerivationClass(of: folded, stemLength: stemLength)
    if derivation.rawValue > 0 { key.append(derivation.rawValue) }
  }

  /// How much two keys have in common.
  ///
  /// - Returns: `nil` unless a query for one should also find the other, for less: where both are of one
  ///   stem, or their stems begin alike for five letters and for most of their length. Otherwise the number
  ///   of letters that they begin with alike.
  static func likeness(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int? {
    guard left.count > 0, right.count > 0, left[left.count - 1] != filler,
      right[right.count - 1] != filler
    else { return nil }
    let (leftLength, rightLength) = (stemLength(left), stemLength(right))
    let shorter = Swift.min(leftLength, rightLength)
    var common = 0
    while common < shorter, left[common] == right[common] { common += 1 }
    if common == leftLength, common == rightLength { return common }
    let longer = Swift.max(leftLength, rightLength)
    guard common >= 5, 5 * common >= 3 * longer, common == shorter || longer - common <= 3 else {
      return nil
    }
    return hasDigit(left) || hasDigit(right) ? nil : common
  }

  /// Keys that begin alike for fewer bytes are not near each other: five letters, or the whole stem.
  static func leastCommonLength(_ key: Span<UInt8>) -> Int { Swift.min(5, stemLength(key) + 1) }

  /// How many letters two keys begin with alike.
  static func commonLength(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    var common = 0
    while common < Swift.min(left.count, right.count), left[common] == right[common] { common += 1 }
    return common
  }

  private static func stemLength(_ key: Span<UInt8>) -> Int {
    var length = 0
    while length < key.count, key[length] != 0 { length += 1 }
    return length
  }

  private static func hasDigit(_ key: Span<UInt8>) -> Bool {
    for place in key.indices where (0x30...0x39).contains(key[place]) { return true }
    return false
  }

  /// Whether a term says so little that an index keeps no places of it: in a phrase it only keeps its own.
  static func isLight(_ key: Span<UInt8>) -> Bool {
    guard key.count > 2, key[key.count - 1] == filler else { return false }
    return !telling.contains { isEqual($0, key, count: key.count - 2) }
  }

  /// Whether a word without meaning makes names nevertheless.
  static func isTelling(_ folded: Span<UInt8>) -> Bool {
    telling.contains { isEqual($0, folded, count: folded.count) }
  }

  /// The most bytes of a word that only links nouns.
  static let longestLink = 3

  /// Whether a term only links the nouns of a name.
  static func isLink(_ folded: Span<UInt8>) -> Bool {
    links.contains { isEqual($0, folded, count: folded.count) }
  }

  private static func isEqual(_ word: [UInt8], _ other: Span<UInt8>, count: Int) -> Bool {
    guard word.count == count else { return false }
    for place in word.indices where word[place] != other[place] { return false }
    return true
  }
}

/// Words that say little, but make names: « sans serveur », "on demand".
private let telling = ("avec off on sans sous sur" as StaticString).words

/// Words that only link the nouns of a name, in French and English.
private let links = ("a au aux d de des du en et l la le les of the" as StaticString).words
