internal import Notes

/// Headings that order a note and say nothing of what stands below them.
enum StructuralNames {
  /// Whether a heading, in any spelling, only orders.
  static func contains(_ name: String) -> Bool {
    let plain = folded(name).straightened
    return names.contains(plain) || starts.contains { plain.hasPrefix($0) }
  }

  /// Whether a note is an exercise: its lists are things to do.
  static func isExercise(_ title: String) -> Bool {
    let words = foldedWords(title)
    if words.contains("tp") || words.first?.hasPrefix("corrige") ?? false { return true }
    return ["tp", "liens", "corrige", "exercice", "lab", "workshop", "atelier"].contains(
      words.first ?? "")
      || folded(title).holds("hands-on")
  }

  private static let starts = [
    "concepts cles", "question", "exercice", "etape", "partie ", "chapitre", "module ", "les bases",
    "introduction", "conclusion", "sommaire", "table des matieres", "pour aller plus loin",
    "cas pratique", "avantages", "principes", "objectifs", "benefices", "stack",
    "a propos", "livrables", "cas concret", "outils utilises", "voir aussi", "tp ", "what is",
  ]

  private static let names: Set = [
    "parametres",
    "a ne pas confondre", "a quoi ca sert", "avant de commencer", "bases", "chiffres et limites",
    "concepts", "contenu", "documentation", "en bref", "exemple", "exemples", "facturation",
    "general",
    "generalites", "glossaire", "infos", "informations", "liens", "liens utiles", "links", "notes",
    "objectif", "objectifs", "overview", "pieges d'examen", "point par point", "points cles",
    "prerequis",
    "presentation", "rappel", "rappels", "readme", "ressources", "references", "resume",
    "services", "autres services", "sources", "summary", "terminologie", "tldr", "vocabulaire",
    "divers",
    "definition", "definitions", "commandes", "caracteristiques", "what is it", "notes importantes",
    "faq", "vue d'ensemble", "details", "detail", "recap", "recapitulatif", "recapitulatifs",
    "examples", "lexique",
    "l'essentiel", "essentiel", "en resume", "synthese", "key takeaways", "comparaison",
    "a retenir", "key concepts", "features", "characteristics", "usage", "utilisation",
    "installation",
    "configuration", "caracteristiques principales", "points importants", "bonnes pratiques",
  ]
}
