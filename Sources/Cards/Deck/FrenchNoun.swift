internal import Notes

/// A term as French sentences take it up: with the right article, or as a name without one.
struct FrenchNoun {
  /// The term, its first letter small if it is a common noun.
  let text: String
  private let gender: Gender?
  private let isPlural: Bool

  private enum Gender { case masculine, feminine }

  /// - Parameters:
  ///   - term: The term as it is written.
  ///   - isEnglish: Whether it stands in an English text: then it is a name, whatever it looks like.
  init(_ term: String, isEnglish: Bool = false) {
    let first = term.prefix { $0.isLetter }
    let word = folded(first)
    let isCapitalised =
      term.dropFirst().contains { $0.isUppercase } && first.allSatisfy(\.isUppercase)
    let hasName = term.spaced.dropFirst().contains {
      $0.first?.isUppercase == true && $0.dropFirst().contains(where: \.isLowercase)
        && $0 != "Internet"
    }
    // « Sous-réseaux » shows its number behind the hyphen.
    let counted =
      word == "sous"
      ? folded(term.drop { $0.isLetter }.drop { !$0.isLetter }.prefix { $0.isLetter }) : word
    // « Cas d’usage typiques » shows it at the end.
    let last = term.spaced.last.map { folded($0) } ?? ""
    isPlural =
      Self.invariable.contains(counted) && last != word && last.count > 4 && last.hasSuffix("es")
      || counted.count > 3 && "sx".contains(counted.last ?? " ") && !counted.hasSuffix("ss")
        && !Self.invariable.contains(counted)
    let singular =
      !isPlural || Self.invariable.contains(word)
      ? word : word.hasSuffix("aux") ? word.dropLast(3) + "al" : String(word.dropLast())
    let second = term.spaced.dropFirst().first
    // « Fonction Lambda » is a function; « Application Load Balancer » and « Route 53 » are names.
    // With a small word between them, the noun is French: « Groupe de travail Athena ».
    let isNamed =
      hasName && second?.first?.isLowercase != true
      && (term.spaced.count != 2
        || first.allSatisfy(\.isASCII) && Self.shared.contains(singular))
      || second?.allSatisfy(\.isNumber) ?? false || second == "of"
    gender =
      isEnglish || isCapitalised || isNamed || isNameLike(first)
      ? nil
      : Self.feminine.contains(singular)
        ? .feminine
        : Self.masculine.contains(singular) ? .masculine : Self.gender(ofEnding: singular, in: term)
    text = gender == nil ? term : term.loweredFirst
  }

  /// Asks what it is: « Qu’est-ce qu’une table de routage », « Que sont les balises », « Qu’est-ce que S3 ».
  var whatIs: String {
    guard let gender else { return elided("Qu’est-ce que", text) }
    if isPlural { return "Que sont les \(text)" }
    if isAbstract || isOneOfItsKind { return "Qu’est-ce que \(definite)" }
    return "Qu’est-ce qu’" + (gender == .feminine ? "une " : "un ") + text
  }

  /// The term behind « de »: « de la table de routage », « d’EC2 », « du rôle ».
  var of: String {
    guard let gender else { return elided("de", text) }
    if isPlural { return "des \(text)" }
    if beginsWithVowel(text) { return "de l’\(text)" }
    return gender == .feminine ? "de la \(text)" : "du \(text)"
  }

  /// The term with its article: « la table de routage », « l’adresse », « EC2 ».
  var definite: String {
    guard let gender else { return text }
    if isPlural { return "les \(text)" }
    if beginsWithVowel(text) { return "l’\(text)" }
    return (gender == .feminine ? "la " : "le ") + text
  }

  /// Whether the noun is one of those that are not counted: « la sécurité », « le routage ».
  private var isAbstract: Bool {
    let word = folded(text.prefix { $0.isLetter })
    if ["gestion", "suppression", "attribution", "mise"].contains(word) { return true }
    return word != "instance" && word != "image" && word != "page"
      && [
        "ite", "ance", "ence", "isation", "age", "ction", "ation", "ement", "ivite", "ention",
        "gueur",
      ].contains {
        word.hasSuffix($0)
      }
      && ![
        "application", "autorisation", "enregistrement", "operation", "evenement", "fonction",
        "notion", "option", "partition", "document", "reservation", "element", "fonctionnalite",
        "unite", "emplacement", "comportement", "limite", "reference", "equipement",
        "langage", "message", "action", "section", "avantage", "abonnement", "changement",
      ]
      .contains(word)
  }

  /// Whether the noun is followed by the name of the only thing meant: « le paramètre n », « la commande
  /// find », « le principe de parcimonie ».
  var isOneOfItsKind: Bool {
    let words = text.spaced
    guard words.count >= 2 else { return false }
    let kind = folded(words[0])
    if folded(words[1]) == "des" { return true }
    if words.contains(where: { ["plus", "moins"].contains(folded($0)) }),
      words.contains(where: { ["le", "la", "les"].contains(folded($0)) })
    {
      return true
    }
    if ["principe", "theoreme", "loi", "regle d’or", "theorie"].contains(kind) { return true }
    if kind == "regle", ["d’or", "d'or"].contains(folded(words[1])) { return true }
    guard words.count == 2 else { return false }
    return words[1].count == 1
      || [
        "commande", "parametre", "option", "directive", "touche", "champ", "attribut", "drapeau",
        "variable", "fichier", "methode", "instruction", "dossier", "repertoire",
      ].contains(kind)
        && words[1].allSatisfy { $0.isASCII } && words[1].first?.isLowercase == true
        && FrenchNoun.gender(ofEnding: folded(words[1]), in: "é") == nil && !words[1].hasSuffix("e")
  }

  /// The form of a verb that agrees: « sert », « servent ».
  func agreeing(_ one: String, _ many: String) -> String { isPlural && isCommon ? many : one }

  /// Asks for a label: « Quel est le rôle », « Quelles sont les limites ».
  var whichAre: String {
    guard let gender else { return "Que dit la note sur « \(text) »" }
    switch (gender, isPlural) {
    case (.masculine, false): return "Quel est \(definite)"
    case (.feminine, false): return "Quelle est \(definite)"
    case (.masculine, true): return "Quels sont \(definite)"
    case (.feminine, true): return "Quelles sont \(definite)"
    }
  }

  /// Whether the article is known.
  var isCommon: Bool { gender != nil }

  /// The gender that an ending tells, where the term reads like French.
  private static func gender(ofEnding word: String, in term: String) -> Gender? {
    let second = term.spaced.dropFirst().first?.first
    let isFrench = second?.isLowercase == true || term.contains { !$0.isASCII && $0.isLetter }
    guard isFrench, word.count > 5 else { return nil }
    if lengths.contains(word) { return .feminine }
    if ["ment", "age", "eur", "oir", "isme", "eau"].contains(where: { word.hasSuffix($0) }) {
      return .masculine
    }
    let endings = ["tion", "sion", "ite", "ance", "ence", "ure", "ette", "erie"]
    return endings.contains { word.hasSuffix($0) } ? .feminine : nil
  }

  /// Whether a text begins with an article of its own: « une zone », « la base ».
  static func beginsWithArticle(_ text: String) -> Bool {
    let first = text.prefix { !$0.isWhitespace }
    return ["un", "une", "le", "la", "les", "des", "du"].contains(folded(first))
      || text.hasPrefix("l’") || text.hasPrefix("l'")
  }
}

/// Joins a little word to what follows, its e elided before a vowel: « qu’EC2 », « d’un ».
func elided(_ word: String, _ text: String) -> String {
  beginsWithVowel(text) ? word.dropLast() + "’" + text : word + " " + text
}

/// Whether a word is elided before a text: before a vowel or a silent h.
private func beginsWithVowel(_ text: String) -> Bool {
  let name = folded(text.drop { !$0.isLetter && !$0.isNumber })
  guard let first = name.first, text.first?.isNumber != true else { return false }
  if first == "h" {
    return ["heur", "herit", "histor", "hote", "horaire", "horodat", "hyper", "habit", "heberg"]
      .contains { name.hasPrefix($0) }
  }
  // « un », « onze » and « oui » take no elision as names do; « un » does: d’un.
  return "aeiou".contains(first) && !["onz", "oui", "ouistiti"].contains { name.hasPrefix($0) }
}
