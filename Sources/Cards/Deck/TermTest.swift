internal import Notes

/// Tells terms from what only looks like one.
enum TermTest {
  /// Why a definition makes no card; `nil` if it does.
  ///
  /// `told` are the stems of what it says.
  static func reason(
    against definition: Definition, told: Set<[UInt8]>, _ memo: TextMemo
  ) -> Omission.Reason? {
    let term = definition.term
    let words = term.spaced
    let first = words.first.map { folded($0) } ?? ""
    if words.count > 7 || term.count > 70 || term.hasSuffix("?") || term.hasSuffix("!")
      || term.hasSuffix(".") || term.hasSuffix("…") || term.holds(",") || verbal.contains(first)
      || !term.contains(where: \.isLetter) || term.holds("://")
      || StructuralNames.contains(term) && definition.pattern != .boldTerm || isDate(term)
    {
      return .notATerm
    }
    let isBare = definition.pattern == .plainTerm
    if term.count(where: { $0.isLetter || $0.isNumber }) < 2 || isRemark(definition.text) {
      return .notATerm
    }
    let last = words.last.map { folded($0) } ?? ""
    if ["is", "are", "est", "sont", "with", "to", "from"].contains(last) || term.holds(" from ")
      || words.count > 1 && definition.pattern != .label && FrenchVerbs.isInfinitive(first)
      || definition.text.holds(" = ") || term.holds("}")
      || FrenchVerbs.isInfinitive(first)
        && Saying.opensWithInfinitive(definition.text, otherThan: first)
    {
      return .notATerm
    }
    // What has another name is named, however its first word sounds.
    let isNamed =
      definition.pattern == .boldTerm && words.count > 1 && !isNumbered(term)
      && (definition.expansion != nil || !definition.aliases.isEmpty)
    if isBare && words.count > 4 && definition.expansion == nil || !isNamed && isAttribute(term) {
      return .notATerm
    }
    if NameTest.isClause(term) || NameTest.isHerald(term)
      || definition.pattern != .headingSentence && !isNamed && NameTest.isPair(term)
        && definition.expansion == nil
    {
      return .notATerm
    }
    if ["fonctionnalite", "fonctionnalites", "feature", "features"].contains(folded(term)) {
      return .notATerm
    }
    let isLabelled = isBare || definition.pattern == .boldTerm
    if definition.pattern != .headingSentence,
      Saying.isBesideThePoint(definition.statement)
        || isQuality(definition) && (isBare || !Saying.isLong(definition.text))
    {
      return .notATerm
    }
    if isLabelled, Saying.isBareList(definition.text), !isCode(term), definition.expansion == nil {
      return .notATerm
    }
    if isBare, words.count > 1,
      ["un", "une", "le", "la", "les", "the", "a", "an", "des"].contains(first)
    {
      return .notATerm
    }
    if definition.pattern == .headingSentence,
      FrenchVerbs.isInfinitive(first) && words.count > 1 || !Predicate.defines(definition.text)
    {
      return .notATerm
    }
    let text = definition.text
    let said = Notes.trimmed(text).pieces.count
    let own = memo.stems(of: term)
    if said < 3 || told.count(where: { !own.contains($0) }) < 3 || isCircular(definition, own) {
      return .tooShort
    }
    if text.hasSuffix(":") && said < 6 || text.hasPrefix("http")
      || text.holds("://") && said < 6
    {
      return .tooShort
    }
    return nil
  }

  /// Whether the name heads a statement rather than naming a thing: « Scalabilité : EC2 s’adapte … ».
  static func isStatementName(_ definition: Definition) -> Bool {
    let words = definition.text.prefix(200).pieces
    guard let first = words.first.map({ folded($0) }) else { return true }
    return [
      "il", "elle", "ils", "elles", "tu", "vous", "nous", "on", "je", "pas", "oui", "non", "si",
    ]
    .contains(first)
  }

  /// Whether a text tells what is to be done or thought of the term rather than what it is.
  private static func isRemark(_ text: String) -> Bool {
    guard let first = foldedWords(text.prefix(40)).first else { return true }
    return [
      "obligatoire", "recommande", "recommandee", "utile", "useful", "possible", "optionnel", "axe",
      "very", "only", "must",
      "should", "can", "cannot", "need", "needs", "not", "name", "same", "idem", "see", "voir",
    ].contains(first)
  }

  /// Whether a name says what kind of remark follows: « Pratique recommandée », « Option 2 ».
  static func isAttribute(_ term: String) -> Bool {
    let words = foldedWords(term)
    guard let first = words.first else { return true }
    if isNumbered(term) { return true }
    return attributes.contains(first) && words.count <= 3
      || first.hasSuffix("ing") && words.count == 2
      || ["ce", "deux", "cas", "trois", "rule", "tout", "toute", "tous", "chaque"].contains(first)
  }

  /// Whether a name is a quality that anything may have, as « Durée » and « Price », and the text does
  /// not say what it is.
  static func isQuality(_ definition: Definition) -> Bool {
    let words = foldedWords(definition.term)
    return words.count == 1 && qualities.contains(words[0]) && !isCode(definition.term)
      && !Saying.explains(definition.text)
  }

  private static let qualities: Set = [
    "duree", "prix", "cout", "couts", "taille", "performance", "performances", "securite",
    "maintenance", "disponibilite", "fiabilite", "simplicite", "flexibilite", "productivite",
    "conformite", "complexite", "expiration", "facturation", "tarif", "tarifs", "quota", "quotas",
    "limite", "limites", "organisation", "adaptabilite", "efficacite", "collaboration", "stockage",
    "memoire", "reseau", "support", "fonctionnalite", "fonctionnalites", "price", "pricing",
    "cost", "costs", "size", "duration", "throughput", "security", "storage",
    "networking", "compute", "memory", "limit", "period", "secure", "simple", "standard",
    "reliability", "availability", "usage", "scalability", "scalabilite", "billing", "speed",
    "resources", "ressources", "frequence", "protection",
    "latency", "latence", "permissions", "compliance", "participants", "responsabilites",
  ]

  /// Whether a name counts or letters its like: « Option B – Budget », « Étape 2 ».
  static func isNumbered(_ name: String) -> Bool {
    let words = name.spaced
    guard words.count > 1, numbered.contains(folded(words[0])) else { return false }
    return words[1].allSatisfy(\.isNumber)
      || words[1].count == 1 && words[1].allSatisfy(\.isUppercase)
  }

  private static let numbered: Set = [
    "option", "segment", "phase", "etape", "cas", "partie", "niveau", "jour", "step", "level",
    "type", "groupe",
    "exemple", "scenario", "version", "tp", "lab", "question", "methode", "solution", "day", "part",
    "example", "fenetre", "essai",
  ]

  private static let attributes: Set = [
    "pratique", "caracteristique", "caracteristiques", "hypothese", "trade", "avantage",
    "avantages", "probleme",
    "regles", "resultat", "constat", "piege", "symptome", "diagnostic", "correctif", "cause",
    "impact", "effet",
    "benefice", "benefices", "defi", "defis", "enjeu", "consequence", "erreur", "error", "benefits",
    "cons", "pros",
    "issue", "reason", "limitations", "disponibilite", "prerequis", "livrable", "livrables",
    "bonus", "durée",
    "destructif", "definition", "minimum", "maximum", "metric", "metrics", "fun", "base", "format",
    "one",
    "default", "total", "nombre", "trop", "manque", "absence", "pas", "aucun", "aucune",
    "parametres", "tools", "notes",
  ]

  /// Whether a term is code or a word that is typed: `df -h`, `max_wait_time`, `hooks`.
  static func isCode(_ term: String) -> Bool {
    if term.utf8.contains(where: codeSigns.contains),
      term.contains(where: { "/=<>$_{}[]|*`\"".contains($0) })
    {
      return true
    }
    if term.holds(" -") { return true }
    return term.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E }
      && !FrenchNoun(term).isCommon
  }

  private static let codeSigns = Array("/=<>$_{}[]|*`\"".utf8)

  /// Whether a text takes up the term and adds next to nothing: « Type de quai (bois, pierre) » for « Type ».
  ///
  /// `own` are the stems of the term.
  private static func isCircular(_ definition: Definition, _ own: Set<[UInt8]>) -> Bool {
    let text = definition.text
    let plain = text.withoutParentheses(holding: nil, spaces: false)
    guard tellingCount(of: plain, most: 6) <= 5 else { return false }
    let told = words(of: plain).filter { !$0.isFiller }.map(\.stem)
    guard let first = told.first else { return false }
    return own.contains(first) && Set(told).subtracting(own).count < 2
  }

  private static func isDate(_ term: String) -> Bool {
    term.allSatisfy { $0.isNumber || ":/-. hH".contains($0) }
  }

  /// First words of sentences and instructions.
  private static let verbal: Set = [
    "via", "through", "with", "by", "from", "ajouter", "aller", "appuyer", "attacher", "choisir",
    "cliquer", "configurer", "copier",
    "creer",
    "activer", "editer", "executer", "installer", "lancer", "modifier", "ouvrir", "puis",
    "redemarrer", "sinon",
    "selectionner", "supprimer", "tester", "verifier", "telecharger", "utiliser", "can", "to", "be",
    "do",
    "note", "nb", "attention", "important", "warning", "exemple", "ex", "ici", "et", "ou", "mais",
    "car",
    "avantages", "inconvenients", "etape", "question", "reponse", "example", "remarque",
    "solution",
    "resultat", "objectif", "conseil", "astuce", "pourquoi", "comment", "quand", "que", "qui",
    "quoi", "il",
    "create", "add", "use", "run", "set", "get", "go", "when", "how", "why", "what", "if", "then",
    "source",
    "pour", "par", "without", "no", "not", "don't", "ne", "en", "au", "aux",
  ]
}
