internal import Notes

/// A term as French sentences take it up: with the right article, or as a name without one.
struct FrenchNoun {
  /// The term, its first letter small if it is a common noun.
  let text: String
  private let gender: Gender?
  private let isPlural: Bool

  private enum Gender { case masculine, feminine }

  init(_ term: String) {
    let first = term.prefix { $0.isLetter }
    let word = folded(first)
    let isCapitalised =
      term.dropFirst().contains { $0.isUppercase } && first.allSatisfy(\.isUppercase)
    let hasName = term.split(separator: " ").dropFirst().contains {
      $0.first?.isUppercase == true && $0.dropFirst().contains(where: \.isLowercase)
        && $0 != "Internet"
    }
    isPlural = word.count > 3 && "sx".contains(word.last ?? " ")
    let singular = isPlural ? String(word.dropLast()) : word
    gender =
      isCapitalised || hasName || isNameLike(first)
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
    if isAbstract { return "Qu’est-ce que \(definite)" }
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
    return word != "instance" && word != "image" && word != "page"
      && ["ite", "ance", "ence", "isation", "age", "ction", "ation", "ement", "ivite"].contains {
        word.hasSuffix($0)
      }
      && ![
        "application", "autorisation", "enregistrement", "operation", "evenement", "fonction",
        "notion", "option", "partition", "document", "reservation", "element", "fonctionnalite",
        "unite",
      ]
      .contains(word)
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
    let second = term.split(separator: " ").dropFirst().first?.first
    let isFrench = second?.isLowercase == true || term.contains { !$0.isASCII && $0.isLetter }
    guard isFrench, word.count > 5 else { return nil }
    if ["ment", "age", "eur", "oir", "isme", "eau"].contains(where: { word.hasSuffix($0) }) {
      return .masculine
    }
    let endings = ["tion", "sion", "ite", "ance", "ence", "ure", "ette", "erie"]
    return endings.contains { word.hasSuffix($0) } ? .feminine : nil
  }

  private static let feminine: Set = [
    "adresse", "alarme", "alerte", "application", "architecture", "authentification",
    "autorisation",
    "balise", "bande", "base", "bibliotheque", "capacite", "categorie", "charge", "cible", "classe",
    "cle", "commande", "compression", "condition", "configuration", "connexion", "console",
    "couche", "definition", "description", "destination", "difference", "disponibilite", "donnee",
    "durabilite", "duree", "elasticite", "empreinte", "etape", "facturation", "file", "fonction",
    "fonctionnalite", "gestion", "image", "infrastructure", "instance", "journalisation", "latence",
    "licence", "limite", "liste", "machine", "memoire", "metrique", "mise", "norme", "note",
    "notion", "operation", "option", "origine", "page", "paire", "partition", "passerelle",
    "permission",
    "persistance", "personnalisation", "plage", "politique", "portee", "position", "priorite",
    "procedure", "protection", "raison", "redondance", "region", "regle", "repartition",
    "replication",
    "requete", "reservation", "resilience", "resolution", "ressource", "restauration",
    "restriction",
    "retention", "rotation", "route", "sauvegarde", "scalabilite", "section", "securite", "session",
    "signature", "simplicite", "sortie", "source", "strategie", "structure", "surface",
    "surveillance",
    "syntaxe", "table", "tache", "taille", "tarification", "tolerance", "topologie", "trace",
    "traduction", "transition", "unite", "utilisation", "valeur", "variable", "version", "vue",
    "zone",
    "attaque", "utilite", "contrainte", "reference", "remarque", "solution", "compatibilite",
    "cote",
  ]

  private static let masculine: Set = [
    "acces", "agent", "algorithme", "annuaire", "appel", "attribut", "avantage", "bastion",
    "besoin",
    "bloc", "but", "cache", "certificat", "chemin", "chiffrement", "choix", "client", "cluster",
    "code",
    "compartiment", "composant", "compte", "compteur", "concept", "conteneur", "contenu",
    "controle",
    "cout", "cycle", "debit", "declencheur", "delai", "depot", "deploiement", "disque", "document",
    "domaine", "dossier", "ecouteur", "element", "enregistrement", "environnement", "espace",
    "etat",
    "evenement", "fichier", "filtre", "flux", "format", "fournisseur", "groupe", "hebergement",
    "inconvenient", "instantane", "journal", "jeton", "lien", "locataire", "modele", "mode",
    "moteur",
    "motif", "nom", "nombre", "objectif", "objet", "outil", "parametre", "partage", "paquet",
    "pare", "peering", "point", "port", "prefixe", "principe", "processus", "produit", "profil",
    "projet",
    "protocole", "quota", "registre", "regroupement", "repartiteur", "reseau", "resume", "role",
    "routage",
    "schema", "script", "secret", "segment", "serveur", "service", "seuil", "site", "sous",
    "stockage",
    "suffixe", "support", "systeme", "tarif", "temps", "terminal", "traitement", "trafic",
    "trousseau",
    "type", "usage", "utilisateur", "verrou", "volume", "avertissement", "resultat", "risque",
    "statut",
    "piege", "prerequis", "moyen", "langage", "prix", "interet", "langue",
  ]
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
