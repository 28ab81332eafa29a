internal import Cards
internal import KnowledgeBase
internal import Notes
internal import ServiceMap

// What pages are made from that tell of one service, category, folder or letter.

extension PageKeys {
  /// What the page of a service is made from.
  ///
  /// - Parameter place: The place of the service in `Glossary.terms`.
  /// - Returns: A number that is the same for the same page.
  /// - Complexity: O(*n*) in the length of what the notes say of it.
  func key(ofService place: Int) -> UInt64 {
    let term = site.base.glossary.terms[place]
    var digest = Digest()
    digest.add(common)
    digest.add(terms[place])
    digest.add(term.category)
    digest.add(term.note.map { site.plan.notePages[$0].text })
    for other in site.related(toService: place) {
      let term = site.base.glossary.terms[other]
      digest.add(term.names[0])
      digest.add(site.tint(of: term.category))
      digest.add(site.page(ofTerm: other).text)
      digest.add(site.terms.anchors[other])
    }
    digest.add(site.relations.nodes[place].map { relations[$0] } ?? 0)
    for fact in site.statements.facts[place] where !fact.isCell {
      digest.add(fact.label)
      digest.add(fact.text)
    }
    for port in site.statements.ports[place] {
      digest.add(port.port.number)
      digest.add(port.port.subject)
      digest.add(entries[port.note])
      digest.add(site.notes[port.note].sections[port.port.section].anchor)
      digest.add(site.notes[port.note].text(of: port.port))
    }
    for note in term.definitions.map(\.note) { digest.add(site.plan.notePages[note].text) }
    for passage in site.knowledge.mentions[place] { add(passage, to: &digest) }
    for link in site.outsideLinks(ofService: place) {
      digest.add(link.address)
      digest.add(link.text)
      digest.add(entries[link.note])
      digest.add(site.notes[link.note].sections[link.section].anchor)
    }
    if let note = term.note.map({ site.notes[$0].path }) {
      digest.add(note)
      for card in site.cardsOfNote[note] ?? [] { add(site.deck.cards[card], to: &digest) }
    }
    return digest.value
  }

  /// What the page of a category is made from.
  ///
  /// - Complexity: O(*n*) in the number of its notes.
  func key(ofCategory category: String) -> UInt64 {
    var digest = Digest()
    digest.add(common)
    digest.add(category)
    for number in site.terms.notes(ofCategory: category) { digest.add(entries[number]) }
    // The map of few services stands on pages of its own.
    if site.relations.isOverview, let group = site.terms.number(ofCategory: category) {
      digest.add(groups[group])
    }
    return digest.value
  }

  /// What the page of a folder is made from that has no note of its own.
  ///
  /// - Complexity: O(*n*) in the number of its notes.
  func key(ofFolder folder: FolderPlan) -> UInt64 {
    var digest = Digest()
    digest.add(common)
    var next: FolderPlan? = folder
    while let above = next {
      digest.add(above.title)
      digest.add(above.page.text)
      next = above.parent.map { site.plan.folders[$0] }
    }
    for path in folder.folders {
      digest.add(site.folder(path)?.title)
      digest.add(site.folder(path)?.page.text)
    }
    for number in folder.notes { digest.add(entries[number]) }
    return digest.value
  }

  /// What pages are made from that list terms.
  ///
  /// - Parameters:
  ///   - places: The terms, by their places in `Glossary.terms`.
  ///   - letters: The letters that lead to others.
  /// - Returns: A number that is the same for the same page.
  /// - Complexity: O(*n*) in the number of terms.
  func key(ofTerms places: some Sequence<Int>, beside letters: [String] = []) -> UInt64 {
    var digest = Digest()
    digest.add(common)
    for letter in letters { digest.add(letter) }
    for place in places { digest.add(terms[place]) }
    return digest.value
  }

  private func add(_ card: Card, to digest: inout Digest) {
    digest.add(card.id)
    digest.add(card.kind == .cloze ? 1 : 0)
    digest.add(card.front)
    digest.add(card.back)
    for choice in card.choices where choice.isRight { digest.add(choice.text) }
  }

  /// What a list says of a note: its title, what it is about, where it lies.
  static func entry(of number: Int, in site: SiteContext) -> UInt64 {
    let note = site.notes[number]
    var digest = Digest()
    digest.add(note.title)
    digest.add(site.plan.notePages[number].text)
    digest.add(note.metadata.category)
    digest.add(NoteList.summary(of: note))
    return digest.value
  }

  /// What a list says of a term: its names, what it is, who says so, where it lies.
  static func entry(ofTerm place: Int, in site: SiteContext) -> UInt64 {
    let term = site.base.glossary.terms[place]
    var digest = Digest()
    for name in term.names {
      digest.add(name)
      digest.add(site.terms.language(of: name, in: site.language))
    }
    digest.add(term.category)
    digest.add(site.page(ofTerm: place).text)
    digest.add(site.terms.anchors[place])
    guard let source = term.definitions.first else { return digest.value }
    let definition = site.base.definition(at: source)
    digest.add(definition.text)
    digest.add(site.notes[source.note].title)
    digest.add(site.plan.notePages[source.note].text)
    digest.add(site.notes[source.note].sections[definition.section].anchor)
    return digest.value
  }

  /// For each group of a map what its nodes and those near them show.
  static func groups(in graph: RelationGraph, _ relations: [UInt64]) -> [UInt64] {
    var digests = [Digest](repeating: Digest(), count: graph.groups.count)
    for (node, relation) in zip(graph.nodes, relations) { digests[node.group].add(relation) }
    return digests.map(\.value)
  }

  /// For each node of a map what it shows, its neighbours, and theirs: who else is near decides which are drawn.
  static func relations(in graph: RelationGraph) -> [UInt64] {
    let own = graph.nodes.map { node in
      var digest = Digest()
      digest.add(node.label)
      digest.add(node.address)
      digest.add(node.detail)
      digest.add(graph.groups[node.group].name)
      return digest.value
    }
    var near = own
    for edge in graph.edges {
      near[edge.from] &+= own[edge.to] &* UInt64(2 * edge.weight + 1)
      near[edge.to] &+= own[edge.from] &* UInt64(2 * edge.weight + 1)
    }
    var all = near
    for edge in graph.edges {
      all[edge.from] &+= near[edge.to] &* 31
      all[edge.to] &+= near[edge.from] &* 31
    }
    return all
  }
}
