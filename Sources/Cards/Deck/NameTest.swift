internal import Notes

/// Tells names of things from pieces of sentences.
enum NameTest {
  /// Whether a name is a clause: « Les parties sont », « Gives order », « Le phare règle ça ».
  static func isClause(_ name: String) -> Bool {
    let words = foldedWords(name)
    let spaced = name.spaced.map { folded($0) }
    guard let first = spaced.first, let last = words.last else { return true }
    if words.count == 1 || spaced.count == 1 { return asides.contains(first) }
    if pronouns.contains(last) || openers.contains(first) { return true }
    if words.contains(where: { clausal.contains($0) }) || verbs.contains(first) { return true }
    // « 3 méthodes d’accès » counts what follows; « 5G » and « 2 FA » are names.
    if name.first?.isNumber == true, words[0].allSatisfy(\.isNumber),
      words[1].count > 3, name.spaced.dropFirst().first?.first?.isLowercase == true
    {
      return true
    }
    return false
  }

  /// Whether a heading names what is done there: « Gérer le port », « Use filters ».
  static func opensAct(_ heading: String) -> Bool {
    let words = foldedWords(heading)
    guard let first = words.first, words.count > 1 else { return false }
    return FrenchVerbs.isInfinitive(first)
      || verbs.contains(first) && !["case", "cases"].contains(words[1])
  }

  /// Whether a name joins two: « Grue et treuil ».
  static func isPair(_ name: String) -> Bool {
    let words = name.spaced
    return words.count == 3 && ["et", "and"].contains(folded(words[1]))
  }

  /// Whether a name ends where a sentence would go on: « via des outils comme ».
  static func isCutOff(_ name: String) -> Bool { Saying.isDangling(name) || name.hasSuffix(",") }

  /// Whether a heading announces merits, advice or reasons, so that what it lists is no definition.
  static func heralds(_ heading: String) -> Bool {
    let words = singular(heading)
    guard let first = words.first else { return false }
    if ["pourquoi", "why", "pros", "cons"].contains(first) { return true }
    let plain = " " + words.joined(separator: " ") + " "
    return paddedHeralds.contains { plain.holds($0) }
  }

  /// Whether a name is nothing but such an announcement: « Best practice ».
  static func isHerald(_ name: String) -> Bool {
    heralds.contains(singular(name).joined(separator: " "))
  }

  private static func singular(_ name: String) -> [String] {
    foldedWords(name).map { $0.count > 4 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 }
  }

  /// In the singular.
  private static let heralds = [
    "avantage", "inconvenient", "benefice", "benefit", "advantage", "drawback", "bonne pratique",
    "best practice", "recommandation", "recommendation", "conseil", "challenge", "defi", "erreur",
    "risque", "limitation", "etape", "point fort", "point faible", "exemple concret",
  ]

  private static let paddedHeralds = heralds.map { " " + $0 + " " }

  private static let pronouns: Set = ["ca", "cela", "it", "this", "tout", "sont", "est"]

  private static let openers: Set = [
    "prochain", "prochaine", "prochains", "prochaines", "suite", "some", "same", "ways", "way",
    "any", "several", "c", "it", "they", "we", "you", "reste", "restent", "trop", "corollaire",
    "are", "have", "has", "is", "can", "cannot", "needs", "need", "also", "only", "etc", "similar",
    "apres", "avant", "sous", "avec", "dans", "chez", "via", "pour", "sur", "autre", "autres",
  ]

  /// Words of clauses that names do not hold.
  private static let clausal: Set = [
    "are", "is", "has", "have", "can", "sont", "est", "peut", "peuvent", "doit", "doivent", "ca",
    "permet", "permettent", "needs",
  ]

  /// Verbs that English remarks open with.
  private static let verbs: Set = [
    "gives", "give", "manages", "supports", "allows", "allow", "uses", "makes", "provides",
    "requires", "returns", "sends", "creates", "specify", "enforce", "enable", "enables",
    "disable", "avoid", "ensure", "prevent", "use", "deploy",
  ]

  /// Single words that lead a remark.
  private static let asides: Set = [
    "manages", "manage", "supports", "allows", "uses", "gives", "concretement", "automatically",
    "manually", "techniquement", "globalement", "concernant", "rappel", "participants",
    "methode",
  ]
}
