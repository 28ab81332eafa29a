internal import KnowledgeBase
internal import Notes

extension SiteContext {
  /// The page of a term: its own where it is a service, or else the glossary.
  func page(ofTerm term: Int) -> PagePath {
    terms.servicePages[term] ?? GlossaryPage.page(ofTerm: term, in: self)
  }

  /// The element of a term's page that is about it.
  func anchor(ofTerm term: Int) -> String {
    terms.servicePages[term] == nil ? terms.anchors[term] : ""
  }

  /// The folder at a path below the content folder.
  func folder(_ path: String) -> FolderPlan? {
    let folders = plan.folders
    let place = folders.partitioningIndex { $0.path >= path }
    return place < folders.count && folders[place].path == path ? folders[place] : nil
  }

  /// The number of cards of a note.
  func cardCount(ofNote path: String) -> Int { cardsOfNote[path]?.count ?? 0 }

  /// The category of a note: its own, or else its folder.
  func category(ofNote number: Int) -> String? { notes[number].metadata.category }

  /// What is related to a service: what its note and the lists of notes say, then what its map shows besides.
  func related(toService place: Int) -> [Int] {
    let told = statements.related[place]
    return told + (relations.neighbours[place] ?? []).filter { !told.contains($0) }
  }

  /// The links to other sites that are about a service, each address once: those of its note, then those on lines that
  /// name it.
  func outsideLinks(ofService place: Int) -> [SiteKnowledge.OutsideLink] {
    let own = base.glossary.terms[place].note.map { knowledge.outside[$0] } ?? []
    var seen: Set<String> = []
    return (own + knowledge.outsideOfTerm[place]).filter { seen.insert($0.address).inserted }
  }

  /// What a term is, in a sentence; `nil` where no note says.
  func definition(ofTerm term: Int) -> Definition? {
    base.glossary.terms[term].definitions.first.map { base.definition(at: $0) }
  }
}
