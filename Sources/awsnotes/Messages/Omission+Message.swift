import Cards
import Notes

extension Omission.Reason {
  /// Why there is no card, for a person.
  var message: Localized {
    switch self {
    case .noteWithoutCards:
      Localized(fr: "l’en-tête dit « cartes : non »", en: "the front matter says “cards: no”")
    case .sectionWithoutCards:
      Localized(fr: "la section dit « sans carte »", en: "the section says “no card”")
    case .insideQuestion:
      Localized(fr: "fait partie d’une question à choix", en: "is part of a question with choices")
    case .notATerm:
      Localized(
        fr: "une étiquette ou une phrase, pas un terme", en: "a label or a sentence, no term")
    case .tooShort: Localized(fr: "trop peu à répondre", en: "too little to answer")
    case .tooLong: Localized(fr: "trop long à retenir", en: "too long to remember")
    case .sharedDefinition:
      Localized(
        fr: "un autre terme a la même définition", en: "another term has the same definition")
    case .leak:
      Localized(fr: "la question dirait sa réponse", en: "the question would hold its answer")
    case .tooManyMembers(let count):
      Localized(
        fr: "\(count) éléments, on en retient 7", en: "\(count) members, one remembers 7")
    case .tooManyRows(let count):
      Localized(
        fr: "\(count) lignes de plus : d’un tableau, on apprend les \(Fact.mostRows) premières",
        en: "\(count) rows more: of a table, the first \(Fact.mostRows) are learned")
    case .links: Localized(fr: "une liste de liens", en: "a list of links")
    case .structuralName:
      Localized(fr: "un titre qui range, sans rien réunir", en: "a heading that orders, no group")
    case .severalAnswers:
      Localized(fr: "plusieurs réponses seraient justes", en: "several answers would be right")
    case .duplicate:
      Localized(fr: "une autre carte le demande déjà", en: "another card asks it already")
    case .noRightChoice:
      Localized(
        fr: "aucune réponse cochée, ou toutes", en: "no choice is marked as right, or all are")
    }
  }
}

extension CardFilter {
  /// Whether what a note did not yield is asked for.
  func matches(_ note: Note) -> Bool {
    var filter = self
    filter.kind = nil
    let path = note.path.split(separator: "/").dropLast().last.map {
      Note.title(fromPath: String($0))
    }
    return filter.matches(
      Card(
        id: "", kind: .basic, front: "", back: "", note: note.path, section: 0,
        headings: [note.title], line: 1, category: note.metadata.category ?? path ?? "",
        service: note.metadata.service, tags: note.metadata.tags, pattern: "", siblings: ""))
  }
}
