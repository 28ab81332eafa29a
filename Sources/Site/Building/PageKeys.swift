internal import Cards
internal import KnowledgeBase
internal import Notes

/// Tells for each page what it is made from, without making it.
struct PageKeys: Sendable {
  let site: SiteContext

  /// What every page holds: the site's title, its language, the files it loads.
  let common: UInt64

  private let sources: NoteSources

  /// What each folder's navigation holds.
  let folders: [UInt64]

  /// What lists hold of each note.
  let entries: [UInt64]

  /// What lists hold of each term.
  let terms: [UInt64]

  /// What the map holds of each service and of those it is related to, in the order of the map.
  let relations: [UInt64]

  /// The same for the services of each category, in the order of `TermIndex.categories`.
  let groups: [UInt64]

  /// What pages are made from that tell of all notes.
  let whole: UInt64

  /// Gathers what pages share.
  ///
  /// - Complexity: O(*n*) in the length of all notes.
  init(_ site: SiteContext) {
    self.site = site
    var common = Digest()
    common.add(StandardFiles.digest)
    let settings = site.settings
    for text in [
      settings.title, settings.language, settings.site.address, settings.site.repository,
    ] {
      common.add(text)
    }
    common.add(settings.site.trustsNotes ? 1 : 0)
    common.add(site.terms.isGlossaryLong ? 1 : 0)
    common.add(site.assets.style)
    for entry in site.assets.data { common.add(entry.file) }
    for category in site.terms.categories { common.add(category) }
    self.common = common.value
    sources = NoteSources(site)
    folders = site.plan.folders.map { folder in
      var digest = Digest()
      digest.add(folder.title)
      for path in folder.folders { digest.add(site.folder(path)?.title) }
      for number in folder.notes {
        digest.add(site.notes[number].title)
        digest.add(site.plan.notePages[number].text)
      }
      return digest.value
    }
    entries = site.notes.indices.map { Self.entry(of: $0, in: site) }
    terms = site.base.glossary.terms.indices.map { Self.entry(ofTerm: $0, in: site) }
    relations = Self.relations(in: site.relations.graph)
    groups = Self.groups(in: site.relations.graph, relations)
    var whole = Digest()
    whole.add(common.value)
    for part in [folders, entries, terms, relations, sources.contents] {
      for digest in part { whole.add(digest) }
    }
    let cards = site.deck.cards
    for place in cards.indices {
      whole.add(cards[place].id)
      whole.add(cards[place].front)
      whole.add(cards[place].back)
    }
    self.whole = whole.value
  }

  /// What the page of a note is made from.
  ///
  /// - Complexity: O(*n*) in the length of the note and of the passages that lead to it.
  func key(ofNote number: Int) -> UInt64 {
    let note = site.notes[number]
    var digest = Digest()
    digest.add(common)
    digest.add(sources.contents[number])
    digest.add(sources.terms[number])
    var folder: Int? = site.plan.folderOfNote[number]
    while let place = folder {
      digest.add(place == site.plan.folderOfNote[number] ? folders[place] : 0)
      digest.add(site.plan.folders[place].title)
      folder = site.plan.folders[place].parent
    }
    digest.add(site.plan.notePages[number].text)
    digest.add(site.sharedTitles.contains(note.title) ? 1 : 0)
    // Pages tell the day.
    digest.add(site.changes[note.path].map { CivilDate(secondsSince1970: $0).iso })
    digest.add(site.cardCount(ofNote: note.path))
    for (key, destination) in site.knowledge.destinations[number].sorted(by: {
      ($0.key.target, $0.key.fragment ?? "") < ($1.key.target, $1.key.fragment ?? "")
    }) {
      digest.add(key.target)
      add(destination, to: &digest)
    }
    for image in note.images {
      let destination = site.resolver.image(image.source, in: number)
      add(destination, to: &digest)
      // The page tells its size.
      if case .file(let path) = destination {
        digest.add(fileKey(site.settings.content + "/" + path) ?? 0)
      }
    }
    for passage in site.knowledge.backlinks[number] { add(passage, to: &digest) }
    for term in site.termsOfNote[number] ?? [] {
      for passage in site.knowledge.mentions[term] where passage.note != number {
        add(passage, to: &digest)
      }
    }
    return digest.value
  }

  private func add(_ destination: LinkDestination, to digest: inout Digest) {
    switch destination {
    case .external: digest.add("e")
    case .missing: digest.add("m")
    case .file(let path): digest.add("f" + path)
    case .missingSection(let note): digest.add("s" + site.plan.notePages[note].text)
    case .section(let place):
      digest.add(site.plan.notePages[place.note].text)
      digest.add(site.notes[place.note].sections[place.section].anchor)
    }
  }

  func add(_ passage: SiteKnowledge.Passage, to digest: inout Digest) {
    let note = site.notes[passage.note]
    digest.add(note.title)
    digest.add(site.plan.notePages[passage.note].text)
    digest.add(note.sections[passage.section].anchor)
    for heading in note.headings(above: passage.section) { digest.add(heading) }
    digest.add(note.sections[passage.section].name)
    digest.add(passage.sentence)
  }
}
