internal import Notes

/// How a statement begins, as far as its grammar can be told from its first words.
enum StatementShape {
  /// « fournit un réseau … »
  case verb
  /// « définissent les règles … »
  case pluralVerb
  /// « exécuter les conteneurs … »
  case infinitive
  /// « un service qui … », or anything else.
  case other

  init(_ text: String) {
    let words = text.prefix(80).pieces
    guard let first = words.first.map({ folded($0.prefix { $0.isLetter || $0 == "-" }) }) else {
      self = .other
      return
    }
    guard !isEnglish(text) else {
      self = .other
      return
    }
    let next = words.dropFirst().first.map { folded($0) } ?? ""
    // « activé par défaut » tells a state.
    let isParticiple = words.first.map { $0.prefix { $0.isLetter }.last == "é" } ?? false
    if isParticiple {
      self = .other
    } else if FrenchVerbs.third.contains(first) {
      self = FrenchVerbs.isNoun(first, before: next) ? .other : .verb
    } else if first.hasSuffix("ent"),
      FrenchVerbs.third.contains(String(first.dropLast(2)))
        || FrenchVerbs.plural.contains(first)
    {
      self = .pluralVerb
    } else if FrenchVerbs.isInfinitive(first), Self.follows(next) {
      self = .infinitive
    } else {
      self = .other
    }
  }

  /// Whether a word may follow an infinitive: an article, a little word.
  private static func follows(_ word: String) -> Bool {
    [
      "le", "la", "les", "un", "une", "des", "du", "de", "aux", "au", "a", "ce", "et", "ou",
      "automatiquement",
      "tout", "toute", "tous", "votre", "vos", "son", "ses", "leur", "facilement", "plusieurs",
      "en",
      "uniquement", "avec", "sur", "dans", "rapidement", "comme",
    ].contains(word) || word.hasPrefix("l’") || word.hasPrefix("l'") || word.hasPrefix("d’")
      || word.hasPrefix("d'")
  }
}

/// French verbs that definitions begin with.
enum FrenchVerbs {
  static let third: Set = [
    "accelere", "accueille", "achemine", "active", "adapte", "administre", "affiche", "agit",
    "agrege", "aide",
    "ajoute", "ajuste", "alerte", "analyse", "applique", "apporte", "archive", "assemble", "assure",
    "attribue", "augmente", "automatise", "autorise", "bloque", "cache", "calcule", "capture",
    "centralise",
    "chiffre", "classe", "collecte", "combine", "compare", "comprend", "configure", "connecte",
    "conserve",
    "construit", "contient", "controle", "convertit", "copie", "correspond", "cree", "decide",
    "declenche",
    "decoupe", "decouvre", "decrit", "definit", "delivre", "demarre", "deplace", "deploie",
    "desactive",
    "designe", "detecte", "determine", "diffuse", "dirige", "distribue", "divise", "donne",
    "duplique",
    "echange", "effectue", "empeche", "encaisse", "enregistre", "envoie", "evalue", "evite",
    "execute",
    "exporte", "expose", "facilite", "facture", "filtre", "fixe", "fonctionne", "force", "fournit",
    "garantit", "garde", "guide", "annonce", "souleve", "eclaire", "enroule", "marque", "sonne",
    "genere", "gere", "groupe", "heberge", "identifie", "importe", "impose", "indexe", "indique",
    "installe",
    "interdit", "interroge", "isole", "joue", "laisse", "lance", "lie", "limite", "lit",
    "maintient", "masque",
    "mesure", "met", "migre", "modifie", "monte", "montre", "notifie", "offre", "oriente", "ouvre",
    "organise", "oblige",
    "parcourt", "partage", "permet", "persiste", "place", "planifie", "possede", "precise", "prend",
    "produit", "propose",
    "protege", "publie", "range", "recherche", "recoit", "recupere", "redirige", "reduit", "refuse",
    "regroupe",
    "relie", "remplace", "renvoie", "repartit", "replique", "represente", "reserve", "resout",
    "restreint",
    "retire", "reunit", "route", "sauvegarde", "scanne", "sauve", "securise", "selectionne",
    "separe", "sert", "signale",
    "simplifie", "specifie", "stocke", "suit", "supervise", "supporte", "supprime", "surveille",
    "synchronise",
    "teste", "traduit", "traite", "transfere", "transforme", "transmet", "transporte", "utilise",
    "valide", "verifie",
    "verrouille", "vise", "accede", "accepte",
  ]

  static let plural: Set = [
    "definissent", "permettent", "fournissent", "servent", "contiennent", "comprennent",
    "repartissent",
    "garantissent", "regroupent", "decrivent", "reçoivent", "recoivent", "suivent",
  ]

  /// Whether a word that is a verb or a noun is the noun: « partage de fichiers », « copie que … ».
  static func isNoun(_ word: String, before next: String) -> Bool {
    let isObject =
      [
        "le", "la", "les", "un", "une", "chaque", "votre", "vos", "son", "ses", "leur", "leurs",
        "tout", "toute",
        "automatiquement", "plusieurs", "aux",
      ].contains(next)
      || next.hasPrefix("l’") || next.hasPrefix("l'")
    return homographs.contains(word) && !isObject
  }

  private static let homographs: Set = [
    "partage", "copie", "sauvegarde", "route", "classe", "cache", "place", "limite", "mesure",
    "reserve",
    "recherche", "groupe", "force", "controle", "echange", "filtre", "masque", "alerte", "analyse",
    "archive",
    "offre", "lance", "garde", "range", "commande", "surveille", "transfere", "cree", "teste",
    "migre", "chiffre",
    "aide", "guide", "marque", "sonne", "annonce", "facture", "replique", "duplique", "supporte",
    "conserve", "construit", "produit", "suit",
    "expose",
  ]

  static func isInfinitive(_ word: String) -> Bool {
    guard word.count >= 4,
      ![
        "user", "server", "docker", "container", "cluster", "router", "driver", "worker", "layer",
        "number", "master", "header", "broker", "controller", "hier", "cher", "premier", "dernier",
        "fichier", "metier", "papier", "clavier", "panier", "dossier", "calendrier", "atelier",
        "courrier", "loisir", "leader", "reader", "writer", "manager", "helper", "timer", "trigger",
        "computer", "customer", "provider", "consumer", "producer", "balancer", "cheminer",
      ].contains(word)
    else { return false }
    if word.hasSuffix("er") || word.hasSuffix("ir") { return true }
    if word.count > 6,
      ["endre", "ondre", "duire", "truire", "mettre", "crire"].contains(where: {
        word.hasSuffix($0)
      })
    {
      return true
    }
    return [
      "mettre", "permettre", "rendre", "prendre", "repondre", "reduire", "construire", "traduire",
      "etre",
      "transmettre", "decrire", "ecrire", "inclure", "resoudre", "distribuer", "soumettre", "lire",
    ].contains(word)
  }
}
