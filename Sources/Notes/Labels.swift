/// Words that introduce a statement about something else, and are never terms themselves.
package enum Labels {
  /// Whether a label, in any spelling, singular or plural, only says what kind of statement follows.
  package static func isLabel(_ label: String) -> Bool {
    let name = singular(label)
    return names.contains(name) || defining.contains(name)
      || prefixes.contains { name.hasPrefix($0) }
      // « Step 2 » counts; « Step Functions » is a name.
      || name.hasPrefix("step ") && name.dropFirst(5).first?.isNumber == true
  }

  /// Whether what follows says what the thing above is.
  package static func isDefining(_ label: String) -> Bool { defining.contains(singular(label)) }

  private static func singular(_ label: String) -> String {
    foldedWords(label).map { word in
      word.count > 3 && word.last == "s" && !invariable.contains(word)
        ? String(word.dropLast()) : word
    }.joined(separator: " ")
  }

  private static let invariable: Set = ["acces", "process", "succes", "temps", "alias"]

  private static let defining: Set = [
    "definition", "description", "role", "fonction", "quoi", "c est quoi", "resume", "summary",
    "what", "what is it", "purpose", "presentation",
  ]

  private static let prefixes = ["exemple", "etape", "question", "reponse", "cas d"]

  private static let names: Set = [
    "action", "adresse", "aide", "alternative", "astuce", "attention", "avantage", "auteur", "avec",
    "bonne pratique", "but", "ca d usage", "categorie", "choix", "commande", "comment",
    "compatibilite",
    "concept", "conclusion", "condition", "configuration", "contenu", "contrainte", "cout", "date",
    "declencheur", "defaut", "difference", "difficulte", "doc", "documentation", "donc", "duree",
    "etat", "ex", "explication", "facturation", "format", "frequence", "idee", "important",
    "inconvenient", "info", "information", "installation", "interet", "justification", "langage",
    "lien", "limite", "limitation", "mise en garde", "mode", "mot cle", "moyen", "nb", "niveau",
    "nom",
    "note", "nota bene", "objectif", "option", "origine", "outil", "ou", "parametre", "paramètre",
    "personnalisation", "point cle", "point fort", "point faible", "portee", "pour", "pourquoi",
    "pratique", "prerequi", "principe", "prix", "probleme", "process", "quand", "raison", "rappel",
    "recommandation", "reference", "regle", "remarque", "resultat", "retour", "risque", "sans",
    "scenario", "sinon", "solution", "source", "statut", "sujet", "syntaxe", "tarif",
    "tarification",
    "tip", "titre", "type", "usage", "utilisation", "utilite", "valeur", "version", "voir",
    "warning",
    "advantage", "benefit", "cost", "example", "goal", "limit", "pricing", "pro", "con", "tag",
    "usecase",
    "use case", "see also", "see", "requirement", "output", "input", "entree", "sortie", "alor",
    "on premise", "cible", "contexte", "critere", "delai", "evolution", "fichier", "chemin",
  ]
}
