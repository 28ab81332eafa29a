public import Markdown
public import Notes
public import Search

/// A folder of notes and its index, kept fresh in the user's cache.
///
/// Opening looks at every file's size and times, reads those that changed, and nothing else. The cache
/// is a folder of files that are never changed: what is new is written beside, and a manifest that names it
/// renamed into place, so that two processes at once do no harm. It can be deleted at any time. A damaged
/// one is noticed by its checksums and made anew.
public struct Library: Sendable {
  /// The settings in force.
  public let settings: Settings

  /// The full-text index of all sections.
  public let index: Index

  /// How many notes were read because they had changed, or were new.
  public let updatedNotes: Int

  /// What of the notes that were read now could not be read as it stands; ``check(_:)`` tells all.
  public let warnings: [Finding]

  /// Why the cache could not be written, if it could not; searching goes on in memory.
  public let cacheFailure: String?

  private let cache: Cache

  /// The notes' files as they were when the library was opened.
  private let table: FolderTable?

  /// Where the cache is, if there is a place for it.
  let cacheFolder: String?

  /// A number that is another once a note or the vocabulary is, and not before.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  package var identity: Int { cache.identity }

  /// The number of notes.
  public var noteCount: Int { cache.noteCount }

  /// How many notes and folders could not be read when they were looked at last, as ``countNotes(_:)`` finds them.
  public var unreadableCount: Int { table?.unreadableCount ?? 0 }

  /// What has a name in the index.
  var names: KeptNames { KeptNames(index, cache) }

  /// Tells this state of the folder from every other: it also changes with files that are no notes, and times.
  public let revision: Int

  /// The number of sections that are searched.
  ///
  /// - Complexity: O(*d*) in the number of notes that were deleted or changed since they were merged.
  public var sectionCount: Int {
    cache.deletedNotes.reduce(index.documentCount) { $0 - index.note($1).documents.count }
  }

  /// Opens a folder of notes.
  ///
  /// - Parameters:
  ///   - settings: Where the notes are, and limits.
  ///   - environment: Where the cache is: `XDG_CACHE_HOME`, or else `HOME`.
  ///   - rebuilding: Whether to read every note even where nothing changed.
  ///   - progress: Called with the number of notes read and of notes to read.
  /// - Throws: ``KnowledgeBaseError`` if there is no folder, no note, or no readable vocabulary.
  /// - Complexity: O(*f*) in the number of files; O(*n*) in the length of the notes that changed: see ``Update``.
  public init(
    settings: Settings, environment: [String: String], rebuilding: Bool = false,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(KnowledgeBaseError) {
    let opening = try Opening(settings, environment: environment, rebuilding: rebuilding)
    let look = opening.old?.table.map { Look(at: settings.content, knowing: $0) }
    if case .unchanged? = look, let library = Library(unchanged: opening) {
      self = library
    } else {
      try self.init(opening, after: look ?? .folders, progress: progress)
    }
  }

  /// The library as the cache has it; `nil` where that was made with other settings, or the index is damaged.
  init?(unchanged opening: Opening) {
    guard let old = opening.old, old.holds(opening.settings, opening.source),
      let index = old.index(), let manifest = old.manifest
    else { return nil }
    revision = manifest.seal
    (settings, cacheFolder, table) = (opening.settings, opening.path, old.table)
    (cache, self.index, updatedNotes, warnings, cacheFailure) = (old, index, 0, [], nil)
  }

  /// Brings the library up to date after a look at the folder.
  init(
    _ opening: Opening, after look: Look, progress: (Int, Int) -> Void
  ) throws(KnowledgeBaseError) {
    let (settings, source, path) = (opening.settings, opening.source, opening.path)
    let (old, moment) = (opening.old, opening.moment)
    self.settings = settings
    cacheFolder = path
    var folder = try Folder(settings.content, after: look, knowing: old?.table)
    guard !folder.notes.isEmpty else { throw .noNotes(settings.content) }
    let unreadable = folder.unreadable.map { Finding($0, 1, .unreadableEntry) }
    let bytes = { (folder: Folder) in
      FolderTable.bytes(
        of: folder, seenAt: moment, vocabulary: source.fingerprint,
        largestNote: settings.largestNote)
    }
    let keep = { (cache: Cache, table: [UInt8], old: Cache?) in
      path.flatMap { CacheFolder($0).keep(cache, table: table, replacing: old) ? nil : $0 }
    }
    let difference = Difference(folder.notes, after: look, knowing: old?.table)
    let unread = old?.table?.unreadNotes ?? []
    folder.unreadNotes = Set(
      difference.kept.indices.filter { difference.kept[$0].map(unread.contains) ?? false })
    if let old, old.holds(settings, source), difference.isNone, let index = old.index() {
      // Folders or links changed, and no note.
      let table = bytes(folder)
      cacheFailure = keep(old, table, old)
      revision = old.manifest(table: table).seal
      self.table = FolderTable(Region(table))
      (cache, self.index, updatedNotes, warnings) = (old, index, 0, unreadable)
      return
    }
    let vocabulary = try source.vocabulary()
    if let old, old.table?.largestNote == settings.largestNote,
      let update = try? Update(
        folder, settings: settings, vocabulary: vocabulary, difference: difference, old: old,
        isSameVocabulary: old.holds(settings, source), progress: progress),
      let index = update.cache.index()
    {
      folder.unreadNotes.formUnion(update.unread)
      let table = bytes(folder)
      cacheFailure = keep(update.cache, table, old)
      revision = update.cache.manifest(table: table).seal
      self.table = FolderTable(Region(table))
      (cache, self.index, updatedNotes) = (update.cache, index, update.changed)
      warnings = unreadable + update.warnings
      return
    }
    guard
      let update = try? Update(
        folder, settings: settings, vocabulary: vocabulary,
        difference: Difference(folder.notes, from: []), old: nil, progress: progress),
      let index = update.cache.index()
    else { throw .unreadable(path: settings.content, reason: "index") }
    folder.unreadNotes = Set(update.unread)
    let table = bytes(folder)
    cacheFailure = keep(update.cache, table, nil)
    revision = update.cache.manifest(table: table).seal
    self.table = FolderTable(Region(table))
    (cache, self.index, updatedNotes) = (update.cache, index, update.changed)
    warnings = unreadable + update.warnings
  }

  /// The notes with their knowledge, as they were when the library was opened.
  ///
  /// - Returns: All notes, read from the cache without their problems; from their files where
  ///   that part of the cache is damaged.
  /// - Throws: ``KnowledgeBaseError`` if the vocabulary or the folder cannot be read.
  /// - Complexity: O(*n*) in the length of all text.
  public func knowledgeBase() throws(KnowledgeBaseError) -> KnowledgeBase {
    let vocabulary = try VocabularySource(settings).vocabulary()
    let list = cache.list
    if let notes = list.notes(), let draft = list.knowledge()?.draft(vocabulary) {
      return KnowledgeBase(
        folder: settings.content, notes: notes, vocabulary: vocabulary, draft: draft)
    }
    let notes = Update.read(try Folder(settings.content).notes, settings)
    return KnowledgeBase(folder: settings.content, notes: notes, vocabulary: vocabulary)
  }

  /// For each note a checksum of all that the cache holds of it.
  func checksums() -> [UInt64]? { cache.list.checksums() }

  /// A note with its knowledge, as it was when the library was opened.
  ///
  /// - Parameter path: The note's path below the content folder.
  /// - Returns: The note, without its problems; `nil` if there is no such note, or it is damaged.
  /// - Complexity: O(*n*) in the number of notes, and in the length of those read with this one.
  public func note(at path: String) -> Note? {
    guard let number = table?.number(ofNote: path) else { return nil }
    return cache.list.note(number)
  }

  /// Reads the tree of a note from its file.
  ///
  /// - Parameter note: A note of this library.
  /// - Returns: The tree, without the YAML of the front matter.
  /// - Throws: ``KnowledgeBaseError/unreadable(path:reason:)`` if the file is gone.
  public func document(of note: Note) throws(KnowledgeBaseError) -> Document {
    let path = settings.content + "/" + note.path
    let source = SourceText(bytes: try File.read(path))
    do { return try Note.document(source) } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }

  /// The paths of the files that are no notes, as they are in the folder now: what links and pictures may ask for.
  ///
  /// - Returns: Paths below the content folder; none where it cannot be read.
  /// - Complexity: O(*f*) in the number of files.
  public func otherFiles() -> Set<String> {
    (try? Folder(settings.content)).map { Self.otherFiles(of: $0, in: settings.content) } ?? []
  }

  /// The name of the file that lies in the folder of a built site.
  public static let siteRecord = ".awsnotes-site"

  /// The files of a folder that are no notes; those of a site that was built into it are nobody's.
  private static func otherFiles(of folder: Folder, in root: String) -> Set<String> {
    let sites = folder.directories.map(\.path).filter { path in
      !path.isEmpty && File.exists(root + "/" + path + siteRecord)
    }
    guard !sites.isEmpty else { return folder.others }
    return folder.others.filter { file in !sites.contains { file.hasPrefix($0) } }
  }

  /// Reads all notes of a folder anew and looks for what their writer would want to mend.
  ///
  /// - Parameter settings: Where the notes are, and limits.
  /// - Returns: The findings by path and line, and how many notes were read.
  /// - Throws: ``KnowledgeBaseError`` if there is no folder, no note, or no readable vocabulary.
  public static func check(
    _ settings: Settings
  ) throws(KnowledgeBaseError) -> (findings: [Finding], notes: Int) {
    let folder = try Folder(settings.content)
    guard !folder.notes.isEmpty else { throw .noNotes(settings.content) }
    let notes = Update.read(folder.notes, settings)
    let knowledgeBase = KnowledgeBase(
      folder: settings.content, notes: notes,
      vocabulary: try VocabularySource(settings).vocabulary())
    let unreadable = folder.unreadable.map { Finding($0, 1, .unreadableEntry) }
    var checker = Checker(
      knowledgeBase, others: otherFiles(of: folder, in: settings.content))
    return (unreadable + checker.findings(), notes.count)
  }
}

/// What is known before the folder is looked at.
struct Opening {
  let settings: Settings
  let source: VocabularySource
  /// Where the cache is.
  let path: String?
  let old: Cache?
  /// When the look began: what changed just before is not relied on.
  let moment: Int

  init(
    _ settings: Settings, environment: [String: String], rebuilding: Bool
  ) throws(KnowledgeBaseError) {
    self.settings = settings
    source = try VocabularySource(settings)
    path = Cache.path(of: settings.content, environment: environment)
    moment = currentMoment()
    old = rebuilding ? nil : path.flatMap { Cache(folder: $0) }
  }
}

extension Cache {
  /// Whether it was made with these settings and this vocabulary.
  func holds(_ settings: Settings, _ vocabulary: VocabularySource) -> Bool {
    table?.vocabulary == vocabulary.fingerprint && table?.largestNote == settings.largestNote
  }
}

extension Folder {
  /// The folder after a look at it: walked through only where the look does not tell all.
  fileprivate init(
    _ root: String, after look: Look, knowing table: FolderTable?
  ) throws(KnowledgeBaseError) {
    switch (look, table) {
    case (.unchanged, let table?): self.init(table)
    case (.notes(let changed), let table?): self.init(table, changed: changed)
    default: try self.init(root)
    }
  }
}
