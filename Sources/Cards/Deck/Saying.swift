internal import Notes

/// What a definition's text does: say what its term is, or something else about it.
enum Saying {
  /// Whether a text names a condition, an amount, an example or a step instead of a meaning.
  static func isBesideThePoint(_ text: String) -> Bool {
    let text = Notes.trimmed(text)
    let words = foldedWords(text.prefix(80))
    guard let first = words.first else { return true }
    if text.first?.isNumber == true || text.hasPrefix("~") || text.hasPrefix("≈") { return true }
    // Where code or tags were taken out, the sentence has holes.
    if text.holds("   ") { return true }
    // « Le phare est haut, nous monterons à pied » tells what its writer does.
    if words.prefix(6).contains("nous"), words.contains(where: { $0.hasSuffix("rons") }) {
      return true
    }
    // « max-age=0 » is a setting.
    if text.prefix(while: { !$0.isWhitespace }).dropFirst().contains("=") { return true }
    let start = words.prefix(3).joined(separator: " ") + " "
    if elsewhere.contains(first) || turns.contains(where: { start.hasPrefix($0 + " ") }) {
      return true
    }
    if ["when", "quand", "lorsque", "lorsqu"].contains(first), words.count < 8 { return true }
    return isFlow(text) || isDangling(text)
  }

  /// Whether the first word is the infinitive of another verb than the term's.
  static func opensWithInfinitive(_ text: String, otherThan term: String) -> Bool {
    guard let first = foldedWords(text.prefix(40)).first else { return false }
    return first != term && FrenchVerbs.isInfinitive(first)
  }

  /// Whether the text is a whole sentence, long enough to be understood without its heading.
  static func isLong(_ text: String) -> Bool {
    text.pieces.count >= 10
      && !FrenchVerbs.isInfinitive(foldedWords(text.prefix(30)).first ?? "")
  }

  /// Whether the text lists things and says nothing of them: « install, build, test ».
  static func isBareList(_ text: String) -> Bool {
    let sentence = firstSentence(text).withoutStop
    let mark: Character = sentence.holds(" / ") ? "/" : ","
    let parts = sentence.parts(between: mark).map { $0.spaced }
    // « tour de pierre, haute de dix mètres, blanche » describes; it takes four parts or short ones to list.
    let most = parts.count == 3 ? 2 : 4
    guard parts.count >= 3, parts.allSatisfy({ $0.count <= most }), !sentence.holds(";"),
      !parts[0].contains(where: { $0.holds("(") })
    else { return false }
    guard let first = parts[0].first.map({ folded($0) }) else { return true }
    return !["un", "une", "le", "la", "les", "des", "the", "a", "an"].contains(first)
      && !FrenchVerbs.third.contains(first) && !FrenchVerbs.isInfinitive(first)
  }

  /// Whether the text is a sentence about somebody or something else than the term.
  ///
  /// « Les bateaux en retard peuvent gêner les autres » says nothing that one word sums up; « Une tour qui
  /// peut tourner » does.
  static func isStatement(_ text: String) -> Bool {
    let words = text.pieces.prefix(14).map { word in
      word.bare(hyphens: true)
    }
    guard let first = words.first else { return true }
    if pointers.contains(first) { return true }
    guard determiners.contains(first) || first.hasPrefix("l’") || first.hasPrefix("l'") else {
      return false
    }
    for word in words.dropFirst() {
      if relatives.contains(word) || word.hasPrefix("qu’") || word.hasPrefix("qu'") { return false }
      if modal.contains(word) { return true }
      if ["un", "une", "one", "a", "an"].contains(first), ["est", "is"].contains(word) {
        return true
      }
    }
    return false
  }

  /// Whether a text opens like a definition: with an article, a verb, or a word that sorts what it is.
  static func explains(_ text: String) -> Bool {
    let words = text.prefix(60).pieces.map { word in
      word.bare(hyphens: true)
    }
    guard let first = words.first else { return false }
    if ["un", "une", "le", "la", "les", "the", "a", "an", "ensemble", "capacite", "ability", "set"]
      .contains(first) || first.hasPrefix("l’") || first.hasPrefix("l'")
    {
      return true
    }
    return FrenchVerbs.third.contains(first)
      && !FrenchVerbs.isNoun(first, before: words.dropFirst().first ?? "")
      || words.dropFirst().first.map {
        ["de", "du", "des", "d’un", "qui", "of", "that"].contains($0)
      }
        ?? false
  }

  /// Whether the text draws a flow or a sum: « Quai → Grue → Wagon ».
  private static func isFlow(_ text: String) -> Bool {
    let words = text.pieces
    return words.prefix(3).contains { $0.holds("→") }
      || words.count <= 15 && text.holds("→") && text.holds(" + ")
  }

  /// Whether the text stops where it should go on: « des options utiles telles que ».
  static func isDangling(_ text: String) -> Bool {
    let last = foldedWords(text.suffix(24)).last ?? ""
    return dangling.contains(last)
  }

  private static let dangling: Set = [
    "que", "comme", "suivants", "suivantes", "suivant", "suivante", "combinant", "notamment", "de",
    "including", "like", "as", "such", "with", "to", "avec", "pour", "dans", "via", "by", "of",
    "et", "ou", "and", "or", "the", "des", "du", "les",
  ]

  /// First words of conditions, advice, values and asides.
  private static let elsewhere: Set = [
    "si", "if", "voila", "voici", "they", "we", "you", "nous", "on", "true", "false", "vrai",
    "faux", "default", "ideal", "ideale", "depuis", "attention", "ces", "cet",
    "cette", "are", "it", "it’s", "almost", "presque", "oui", "non", "yes", "typically",
    "generalement", "comment", "pourquoi", "how", "why",
  ]

  private static let turns = [
    "est ce", "c est a", "en cas", "par defaut", "by default", "for example", "par exemple",
    "encore une", "autre que", "autre option", "il faut", "plus besoin", "il est", "hands on",
    "en resume", "in short", "il vous", "a noter", "sans cette", "sans ce",
  ]

  /// First words that point at something said before.
  private static let pointers: Set = [
    "ce", "cet", "cette", "ces", "cela", "ceci", "this", "these", "nous",
  ]

  private static let determiners: Set = [
    "le", "la", "les", "un", "une", "des", "toutes", "tous", "chaque", "the", "a", "an", "one",
    "each", "tout",
  ]

  private static let relatives: Set = [
    "qui", "que", "dont", "ou", "lequel", "laquelle", "which", "that", "who", "where", "whose",
    "permettant", "pour",
  ]

  private static let modal: Set = [
    "peut", "peuvent", "doit", "doivent", "sera", "seront", "can", "must", "should", "will",
  ]
}
