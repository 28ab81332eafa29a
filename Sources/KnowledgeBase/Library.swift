public import Markdown
public import Notes
public import Search

/// A folder of notes and its index, kept fresh in the user's cache.
///
/// Opening looks at every file's size and times, reads those that changed, and nothing else. The cache
/// is one file, written beside and renamed into place, so that two processes at once do no harm; it can
/// be deleted at any time. A damaged one is noticed by its checksums and made anew.
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

  /// Opens a folder of notes.
  ///
  /// - Parameters:
  ///   - settings: Where the notes are, and limits.
  ///   - environment: Where the cache is: `XDG_CACHE_HOME`, or else `HOME`.
  ///   - rebuilding: Whether to read every note even where nothing changed.
  ///   - progress: Called with the number of notes read and of notes to read.
  /// - Throws: ``KnowledgeBaseError`` if there is no folder, no note, or no readable vocabulary.
  /// - Complexity: O(*f*) in the number of files; O(*n*) in the length of all text when a note changed.
  public init(
    settings: Settings, environment: [String: String], rebuilding: Bool = false,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(KnowledgeBaseError) {
    self.settings = settings
    let source = try VocabularySource(settings)
    let path = Cache.path(of: settings.content, environment: environment)
    let moment = currentMoment()
    let old = rebuilding ? nil : path.flatMap { Cache(path: $0) }
    let look = old?.table.map { Look(at: settings.content, knowing: $0) } ?? .folders
    if let old, case .unchanged = look, old.holds(settings, source), let index = old.index() {
      (cache, self.index, updatedNotes, warnings, cacheFailure) = (old, index, 0, [], nil)
      return
    }
    let folder = try Folder(settings.content, after: look, knowing: old?.table)
    guard !folder.notes.isEmpty else { throw .noNotes(settings.content) }
    let table = FolderTable.bytes(
      of: folder, seenAt: moment, vocabulary: source.fingerprint, largestNote: settings.largestNote)
    let unreadable = folder.unreadable.map { Finding($0, 1, .unreadableEntry) }
    if let old, old.holds(settings, source), old.holds(folder.notes), let index = old.index() {
      // Folders or links changed, and no note.
      cacheFailure = path.flatMap { old.write(to: $0, table: table) ? nil : $0 }
      (cache, self.index, updatedNotes, warnings) = (old, index, 0, unreadable)
      return
    }
    let vocabulary = try source.vocabulary()
    let update = Update(folder, settings: settings, old: old, progress: progress)
    let knowledgeBase = KnowledgeBase(
      folder: settings.content, notes: update.notes, vocabulary: vocabulary)
    let fresh = Cache(notes: update.encoded(), index: knowledgeBase.index())
    cacheFailure = path.flatMap { fresh.write(to: $0, table: table) ? nil : $0 }
    guard let index = fresh.index() else {
      throw .unreadable(path: settings.content, reason: "index")
    }
    (cache, self.index, updatedNotes) = (fresh, index, update.changed)
    warnings = unreadable + update.warnings
  }

  /// The notes with their knowledge, as they were when the library was opened.
  ///
  /// - Returns: All notes, read from the cache without their images and problems; from their files where
  ///   that part of the cache is damaged.
  /// - Throws: ``KnowledgeBaseError`` if the vocabulary or the folder cannot be read.
  /// - Complexity: O(*n*) in the length of all text.
  public func knowledgeBase() throws(KnowledgeBaseError) -> KnowledgeBase {
    let vocabulary = try VocabularySource(settings).vocabulary()
    let notes: [Note]
    if let kept = cache.notes()?.notes() {
      notes = kept.compactMap(\.self)
    } else {
      notes = Update.read(try Folder(settings.content).notes, settings)
    }
    return KnowledgeBase(folder: settings.content, notes: notes, vocabulary: vocabulary)
  }

  /// Reads the tree of a note from its file.
  ///
  /// - Parameter note: A note of this library.
  /// - Returns: The tree, without the YAML of the front matter.
  /// - Throws: ``KnowledgeBaseError/unreadable(path:reason:)`` if the file is gone.
  public func document(of note: Note) throws(KnowledgeBaseError) -> Document {
    let path = settings.content + "/" + note.path
    let source = SourceText(bytes: try File.read(path))
    do { return try Document(parsing: source.text) } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
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
    return (unreadable + Checker(knowledgeBase, others: folder.others).findings(), notes.count)
  }
}

extension Cache {
  /// Whether it was made with these settings and this vocabulary.
  fileprivate func holds(_ settings: Settings, _ vocabulary: VocabularySource) -> Bool {
    table?.vocabulary == vocabulary.fingerprint && table?.largestNote == settings.largestNote
  }

  /// Whether it was made of these files, unchanged.
  fileprivate func holds(_ files: [FileEntry]) -> Bool {
    table.map { Folder($0).notes == files } ?? false
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
