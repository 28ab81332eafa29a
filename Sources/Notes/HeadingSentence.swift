internal import FrenchText

/// A first sentence that says what its heading is: `### Lambda`, « AWS Lambda est un service … ».
struct HeadingSentence {
  /// The sentence.
  var text: String
  /// The other names of the heading that the subject gives.
  var aliases: [String] = []
  /// What the heading is short for, if the subject tells.
  var expansion: String?

  /// - Parameters:
  ///   - heading: The heading's name.
  ///   - paragraph: The first paragraph below it.
  init?(heading: String, paragraph: String) {
    guard !heading.isEmpty else { return nil }
    let sentence = firstSentence(paragraph)
    let words = words(of: sentence, upTo: Self.furthestVerb)
    guard words.count >= 4,
      let verb = words.prefix(Self.furthestVerb).firstIndex(where: { Self.isVerb($0) })
    else { return nil }
    // `Term : what it is`: a labelled text, which is read as one.
    guard !words[..<verb].contains(where: { $0.hasSuffix(":") }) else { return nil }
    text = sentence
    let subject = words[..<verb].joined(separator: " ")
    if subject.isEmpty || Self.pronouns.contains(folded(subject)) { return }
    guard Self.names(subject, heading: heading) else { return nil }
    readNames(of: subject, heading: heading)
  }

  /// A first sentence without a verb that says what the note's title is: `# RDS`, « Base de données managée. »
  ///
  /// It begins with the kind of thing that it is; other words may be a remark.
  ///
  /// - Parameters:
  ///   - title: The note's title.
  ///   - paragraph: The first paragraph below it.
  init?(title: String, paragraph: String) {
    let names = title.pieces
    guard (1...3).contains(names.count),
      names.allSatisfy({ $0.first?.isUppercase == true || $0.first?.isNumber == true })
    else { return nil }
    let sentence = firstSentence(paragraph)
    let words = words(of: sentence, upTo: Self.longestApposition + 1)
    guard (3...Self.longestApposition).contains(words.count), !sentence.hasSuffix(":"),
      !sentence.hasSuffix("?"), !words.contains(where: { $0.hasSuffix(":") }),
      !holdsFiniteVerb(sentence)
    else { return nil }
    let opening = words.prefix(3).map { folded($0.filter { isLetter($0) }) }
    let noun = ["un", "une"].contains(opening[0]) ? opening[1] : opening[0]
    guard Self.kinds.contains(noun) else { return nil }
    text = sentence
  }

  /// The most words of a sentence without a verb.
  private static let longestApposition = 30

  /// What a thing of the cloud may be.
  private static let kinds: Set = [
    "service", "base", "bases", "stockage", "systeme", "outil", "file", "reseau", "dns", "cdn",
    "parefeu", "plateforme", "registre", "moteur", "entrepot", "orchestrateur", "machine",
    "machines", "serveur", "serveurs", "annuaire", "passerelle", "repartiteur", "equilibreur",
    "cache", "bus", "gestionnaire", "disque", "disques", "fonction", "fonctions", "protocole",
    "tableau", "interface", "ensemble", "solution", "messagerie", "notification", "notifications",
  ]

  /// How many words may stand before the verb, and it.
  private static let furthestVerb = 14

  /// Whether a subject names a heading: each word of the heading is one of its words, give or take a
  /// letter, or the heading is one of its words written apart, or its initials.
  private static func names(_ subject: String, heading: String) -> Bool {
    let term = TermName(heading)
    let subjectWords = foldedWords(subject)
    for name in [term.term] + term.aliases + (term.expansion.map { [$0] } ?? []) {
      let words = foldedWords(withoutVendor(name)).filter { !isFillerWord(Array($0.utf8).span) }
      guard !words.isEmpty else { continue }
      if words.allSatisfy({ word in subjectWords.contains { isAlike($0, word) } }) { return true }
      if subjectWords.contains(words.joined()) { return true }
    }
    return false
  }

  private static func isAlike(_ left: String, _ right: String) -> Bool {
    if left == right || left == right + "s" || left + "s" == right { return true }
    guard left.utf8.count >= 6, right.utf8.count >= 6 else { return false }
    return editDistance(Array(left.utf8).span, Array(right.utf8).span, limit: 1) != nil
  }

  private mutating func readNames(of subject: String, heading: String) {
    let subject = Self.withoutDeterminer(subject)
    let name = TermName(withoutVendor(subject))
    let own = folded(heading)
    for alias in [name.term] + name.aliases + (name.expansion.map { [$0] } ?? []) {
      let alias = withoutVendor(alias)
      guard folded(alias) != own, Self.isProperName(alias) else { continue }
      if expansion == nil, Initials.match(heading, alias) {
        expansion = alias
      } else {
        aliases.append(alias)
      }
    }
  }

  /// Whether a subject is a name, as « Elastic File System », and not a turn of phrase: few words, and
  /// each that is longer than three letters begins with a capital.
  private static func isProperName(_ text: String) -> Bool {
    let words = text.split { isSpace($0) || $0 == "-" }
    return (1...5).contains(words.count) && !text.contains { ",;?!’'".contains($0) }
      && words.allSatisfy {
        $0.count <= 3 || $0.first?.isUppercase == true || $0.contains { isNumber($0) }
      }
      && text.contains(where: isUppercase)
  }

  private static func withoutDeterminer(_ subject: String) -> String {
    var rest = trimmed(subject.drop { !isLetter($0) })
    for article in ["Avec ", "Le ", "La ", "Les ", "Un ", "Une ", "L’", "L'", "The ", "A ", "An "]
    where rest.hasPrefix(article) {
      rest = String(rest.dropFirst(article.count))
    }
    while rest.last == "," { rest.removeLast() }
    return rest
  }

  private static func isVerb(_ word: Substring) -> Bool {
    let bare = folded(word.drop { !isLetter($0) })
    if verbs.contains(bare) { return true }
    guard bare.utf8.first == UInt8(ascii: "c") else { return false }
    return bare.hasPrefix("c’est") || bare.hasPrefix("c'est")
  }

  /// Subjects that stand for the heading.
  private static let pronouns: Set = [
    "il", "elle", "ce service", "cet outil", "cela", "ce", "ils", "elles", "it", "this service",
    "il s",
  ]

  private static let verbs: Set = [
    "est", "sont", "permet", "permettent", "vous", "offre", "offrent", "fournit", "fournissent",
    "facilite", "aide", "gere", "gerent", "designe", "represente", "simplifie", "automatise",
    "repartit",
    "stocke", "contient", "sert", "servent", "definit", "decrit", "assure", "surveille", "protege",
    "distribue", "execute", "correspond", "regroupe", "autorise", "controle", "isole", "relie",
    "connecte", "is", "are", "provides", "allows", "lets", "enables", "helps", "makes", "s’agit",
    "s'agit", "signifie", "laisse", "donne", "divise", "regroupent", "collecte",
  ]
}
