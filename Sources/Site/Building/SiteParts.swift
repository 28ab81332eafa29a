internal import Cards
internal import HTML
internal import KnowledgeBase
internal import Markdown
internal import Notes
internal import Threads

/// What a site is made of: everything that its pages need to know, and the files.
struct SiteParts: Sendable {
  let site: SiteContext
  private(set) var summary = SiteSummary()
  private(set) var files: [SiteFile] = []

  /// What is done beside making the files: cards are kept for the next time.
  let keeping: [@Sendable () -> Void]

  /// What the repository's history says of the notes.
  let times: ChangeTimes

  /// The paths of the files that are no notes.
  let otherFiles: Set<String>

  private let library: Library

  /// Gathers the parts of a site.
  ///
  /// - Parameters:
  ///   - library: The notes and the settings.
  ///   - repository: The repository of the notes, if they lie in one.
  ///   - known: What an earlier build learned of its history.
  /// - Throws: ``SiteError`` if the notes cannot be read.
  /// - Complexity: O(*n*) in the length of all notes.
  init(
    _ library: Library, _ repository: GitRepository? = nil,
    knowing known: (head: UInt64, history: [String: Int]) = (0, [:])
  ) throws(SiteError) {
    self.library = library
    let base: KnowledgeBase
    do throws(KnowledgeBaseError) {
      base = try library.knowledgeBase()
    } catch {
      throw SiteError(error, reading: library.settings.content)
    }
    var standard = StandardFiles()
    standard.names.data.append(("manifest", SearchData.manifestPath))
    if library.settings.site.worksOffline {
      standard.names.data.append(("worker", OfflineFiles.worker))
    }
    let language = SiteLanguage(rawValue: library.settings.language ?? "fr") ?? .french
    let others = library.otherFiles()
    otherFiles = others
    let (made, said) = LibraryDeck.made(library, base) { Said(base, others, library, language) }
    keeping = made.keeping
    let deck = made.deck
    times = ChangeTimes(base.notes, in: library.settings.content, repository, knowing: known)
    var termsOfNote: [Int: [Int]] = [:]
    for (place, term) in base.glossary.terms.enumerated() {
      if let note = term.note { termsOfNote[note, default: []].append(place) }
    }
    var site = SiteContext(
      base: base, plan: said.plan, knowledge: said.knowledge, resolver: said.resolver,
      terms: said.terms, relations: said.relations, statements: said.statements, deck: deck,
      settings: library.settings, language: language, assets: standard.names,
      changes: times.seconds,
      termsOfNote: termsOfNote, sharedTitles: Self.sharedTitles(base.notes),
      cardsOfNote: Dictionary(grouping: deck.cards.indices) { deck.cards[$0].note })
    let context = site
    let (quiz, keys) = concurrently({ DeckFiles(context) }, { PageKeys(context) })
    site.deckFile = quiz.path
    self.site = site
    addPages(keys)
    files += standard.files + quiz.files
    files += feedFiles()
    files += said.search.files
    summarize()
  }

  private static func sharedTitles(_ notes: [Note]) -> Set<String> {
    Set(Dictionary(grouping: notes, by: \.title).filter { $0.value.count > 1 }.keys)
  }

  /// What the notes say together, beside their cards.
  private struct Said: Sendable {
    let plan: SitePlan
    let resolver: LinkResolver
    let knowledge: SiteKnowledge
    let terms: TermIndex
    let relations: ServiceRelations
    let statements: TermStatements
    let search: SearchData

    init(
      _ base: KnowledgeBase, _ others: Set<String>, _ library: Library, _ language: SiteLanguage
    ) {
      plan = SitePlan(base.notes)
      resolver = LinkResolver(base, others: others)
      knowledge = SiteKnowledge(base, resolver: resolver)
      terms = TermIndex(base)
      relations = ServiceRelations(base, terms, knowledge, language: language)
      statements = TermStatements(base)
      search = SearchData(
        library.index, pages: plan.movedNotes.map { ($0.note, $0.page.text) })
    }
  }

  private mutating func summarize() {
    summary.pages = files.count { $0.path.hasSuffix(".html") }
    summary.cards = site.deck.cards.count
    summary.services = site.terms.services.count
    summary.words = site.notes.reduce(0) { $0 + $1.wordCount }
    summary.brokenLinks = site.knowledge.broken.map { link in
      SiteSummary.BrokenLink(
        note: site.notes[link.note].path, line: link.line, target: link.target,
        wanted: link.wanted.flatMap { SiteRecord.isRecordable($0) ? $0 : nil })
    }
  }
}

// MARK: - Pages

extension SiteParts {
  private mutating func addPages(_ keys: PageKeys) {
    let site = site
    let library = library
    for number in site.notes.indices {
      let note = site.notes[number]
      let page = site.plan.notePages[number]
      guard page != .home else { continue }
      files.append(
        SiteFile(page.file, key: keys.key(ofNote: number)) { () throws(SiteError) in
          let content = NotePage(site: site, number: number).file(
            try Self.document(of: note, library))
          return SiteFile.Content(bytes: content.bytes, copies: content.images)
        })
    }
    for folder in site.plan.folders where folder.isWritten && folder.page != .home {
      add(folder.page, keys.key(ofFolder: folder)) { FolderPage(site: site, folder: folder).file() }
    }
    for place in site.terms.services {
      add(site.page(ofTerm: place), keys.key(ofService: place)) {
        ServicePage(site: site, place: place).file()
      }
    }
    for category in site.terms.categories {
      add(site.terms.page(ofCategory: category), keys.key(ofCategory: category)) {
        CategoryPages(site: site).file(category)
      }
    }
    addFixedPages(keys)
  }

  private mutating func addFixedPages(_ keys: PageKeys) {
    let site = site
    let (key, common) = (keys.whole, keys.common)
    let library = library
    let topics = TopicPages(site: site)
    let apps = AppPages(site: site)
    files.append(
      SiteFile(PagePath.home.file, key: key) { () throws(SiteError) in
        var introduction: HTMLWriter?
        var copies: [String] = []
        if let number = site.plan.notePages.firstIndex(of: .home) {
          let document = try Self.document(of: site.notes[number], library)
          var markup = NoteMarkup(site: site, number: number, footnotes: document.footnotes)
          markup.write(document)
          (introduction, copies) = (markup.writer, markup.images)
        }
        let bytes = HomePage(site: site).file(introduction: introduction)
        return SiteFile.Content(bytes: bytes, copies: copies)
      })
    add(FixedPage.services.path, keys.key(ofTerms: site.terms.services)) {
      ServiceListPage(site: site).file()
    }
    let glossary = GlossaryPage(site: site)
    let letters = glossary.letters.map(\.letter)
    add(FixedPage.glossary.path, keys.key(ofTerms: glossary.letters.lazy.flatMap(\.terms))) {
      glossary.file()
    }
    for (letter, terms) in glossary.letters where site.terms.isGlossaryLong {
      add(GlossaryPage.page(of: letter), keys.key(ofTerms: terms, beside: letters)) {
        glossary.file(of: letter)
      }
    }
    add(FixedPage.categories.path, key) { CategoryPages(site: site).list() }
    files.append(
      SiteFile(FixedPage.architectures.path.file, key: key) { () throws(SiteError) in
        try ArchitecturesPage(site).file { note throws(SiteError) in
          try Self.document(of: note, library)
        }
      })
    add(FixedPage.confusables.path, key) { topics.confusables() }
    add(FixedPage.missing.path, key) { topics.missing() }
    add(FixedPage.revision.path, key) { RevisionSheet(site: site).file() }
    add(FixedPage.map.path, key) { MapPage(site: site).file() }
    add(FixedPage.search.path, common) { apps.search() }
    var quizKey = Digest()
    quizKey.add(common)
    quizKey.add(site.deckFile)
    add(FixedPage.quiz.path, quizKey.value) { apps.quiz() }
    add(FixedPage.exam.path, quizKey.value) { apps.exam() }
    if site.settings.site.worksOffline { add(FixedPage.offline.path, common) { apps.offline() } }
    add(FixedPage.allNotes.path, key) { AllNotesPage(site: site).file() }
    files.append(
      SiteFile("404.html", key: common) { () throws(SiteError) in
        SiteFile.Content(bytes: apps.notFound())
      })
  }

  private mutating func add(
    _ page: PagePath, _ key: UInt64, _ make: @escaping @Sendable () -> [UInt8]
  ) {
    files.append(
      SiteFile(page.file, key: key) { () throws(SiteError) in
        SiteFile.Content(bytes: make())
      })
  }

  private static func document(of note: Note, _ library: Library) throws(SiteError) -> Document {
    do throws(KnowledgeBaseError) { return try library.document(of: note) } catch {
      throw SiteError(error, reading: library.settings.content + "/" + note.path)
    }
  }
}

extension SiteError {
  /// What a site says of notes that cannot be read.
  fileprivate init(_ error: KnowledgeBaseError, reading path: String) {
    self =
      if case .unreadable(let path, let reason) = error {
        .unreadable(path: path, reason: reason)
      } else {
        .unreadable(path: path, reason: "\(error)")
      }
  }
}
