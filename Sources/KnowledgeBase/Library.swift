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
    let folder = try Folder(settings.content)
    guard !folder.notes.isEmpty else { throw .noNotes(settings.content) }
    let source = try VocabularySource(settings)
    let path = Cache.path(of: settings.content, environment: environment)
    let digest = Cache.digest(of: folder.notes, settings: settings, vocabulary: source)
    let old = path.flatMap { Cache(path: $0) }
    if let old, old.digest == digest, !rebuilding, let index = old.index() {
      (cache, self.index, updatedNotes, warnings, cacheFailure) = (old, index, 0, [], nil)
      return
    }
    let vocabulary = try source.vocabulary()
    var update = Update(folder.notes, settings: settings, old: rebuilding ? nil : old)
    let notes = update.notes(progress: progress)
    let knowledgeBase = KnowledgeBase(
      folder: settings.content, notes: notes, vocabulary: vocabulary)
    let bytes = Cache.bytes(
      digest: update.mayMissChanges ? 0 : digest, files: update.files, notes: notes,
      index: knowledgeBase.index())
    cacheFailure = path.flatMap { Cache.write(bytes, to: $0) ? nil : $0 }
    guard let fresh = Cache(Bytes(bytes)), let index = fresh.index() else {
      throw .unreadable(path: settings.content, reason: "index")
    }
    (cache, self.index, updatedNotes) = (fresh, index, update.changed)
    warnings = folder.unreadable.map { Finding($0, 1, .unreadableEntry) } + update.warnings
  }

  /// The notes with their knowledge, as they were when the library was opened.
  ///
  /// - Returns: All notes, read from the cache without their images and problems; from their files where
  ///   that part of the cache is damaged.
  /// - Throws: ``KnowledgeBaseError`` if the vocabulary or the folder cannot be read.
  /// - Complexity: O(*n*) in the length of all text.
  public func knowledgeBase() throws(KnowledgeBaseError) -> KnowledgeBase {
    let vocabulary = try VocabularySource(settings).vocabulary()
    if let notes = cache.notes() {
      return KnowledgeBase(folder: settings.content, notes: notes, vocabulary: vocabulary)
    }
    let notes = Self.notes(in: try Folder(settings.content), settings)
    return KnowledgeBase(folder: settings.content, notes: notes, vocabulary: vocabulary)
  }

  /// Reads every note of a folder.
  private static func notes(in folder: Folder, _ settings: Settings) -> [Note] {
    folder.notes.map {
      KnowledgeBase.note($0, in: settings.content, limit: settings.largestNote)
    }
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
    let notes = notes(in: folder, settings)
    let knowledgeBase = KnowledgeBase(
      folder: settings.content, notes: notes,
      vocabulary: try VocabularySource(settings).vocabulary())
    let unreadable = folder.unreadable.map { Finding($0, 1, .unreadableEntry) }
    return (unreadable + Checker(knowledgeBase, others: folder.others).findings(), notes.count)
  }
}
