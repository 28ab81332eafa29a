internal import Glibc
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
    let source = VocabularySource(settings)
    let path = Cache.path(of: settings.content, environment: environment)
    let digest = Cache.digest(of: folder.notes, settings: settings, vocabulary: source)
    let old = path.flatMap { Cache(path: $0) }
    if let old, old.digest == digest, !rebuilding, let index = old.index() {
      (cache, self.index, updatedNotes, cacheFailure) = (old, index, 0, nil)
      return
    }
    let vocabulary = try source.vocabulary()
    let update = Update(folder.notes, settings: settings, old: rebuilding ? nil : old)
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
  }

  /// The notes with their knowledge, as they were when the library was opened.
  ///
  /// - Returns: All notes but their images and problems, read from the cache.
  /// - Throws: ``KnowledgeBaseError`` if the vocabulary cannot be read.
  /// - Complexity: O(*n*) in the length of all text.
  public func knowledgeBase() throws(KnowledgeBaseError) -> KnowledgeBase {
    KnowledgeBase(
      folder: settings.content, notes: cache.notes() ?? [],
      vocabulary: try VocabularySource(settings).vocabulary())
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
    let notes = folder.notes.map {
      KnowledgeBase.note($0, in: settings.content, limit: settings.largestNote)
    }
    let knowledgeBase = KnowledgeBase(
      folder: settings.content, notes: notes,
      vocabulary: try VocabularySource(settings).vocabulary())
    let unreadable = folder.unreadable.map { Finding($0, 1, .unreadableFolder) }
    return (unreadable + Checker(knowledgeBase, others: folder.others).findings(), notes.count)
  }
}

/// Where the vocabulary comes from.
struct VocabularySource {
  private let path: String?

  init(_ settings: Settings) {
    let own = settings.content + "/" + Vocabulary.fileName
    path = settings.vocabulary ?? (File.exists(own) ? own : nil)
  }

  /// What tells whether the vocabulary changed.
  var fingerprint: [Int] {
    var status = stat()
    guard let path, unsafe stat(path, &status) == 0 else { return [] }
    return Folder.fingerprint(status)
  }

  func vocabulary() throws(KnowledgeBaseError) -> Vocabulary {
    guard let path else { return .builtIn }
    let text = String(decoding: try File.read(path), as: UTF8.self)
    return try Vocabulary(yaml: text, path: path)
  }
}

/// Brings notes up to date: those that did not change come from the old cache.
private struct Update {
  private(set) var files: [FileEntry] = []
  private(set) var changed = 0
  /// Whether a file was written so recently that a later change could leave its times as they are.
  private(set) var mayMissChanges = false

  private var kept: [String: Note] = [:]
  private let settings: Settings

  /// The resolution of file times is taken to be no worse than this, in nanoseconds.
  private static let resolution = 20_000_000

  init(_ files: [FileEntry], settings: Settings, old: Cache?) {
    self.files = files
    self.settings = settings
    let fingerprints = old?.fingerprints() ?? [:]
    let isKept = { (file: FileEntry) in fingerprints[file.path] == file.fingerprint }
    if files.contains(where: isKept), let notes = old?.notes() {
      for note in notes { kept[note.path] = note }
    }
    for file in files where !isKept(file) { kept[file.path] = nil }
    changed = files.count { kept[$0.path] == nil }
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let present = now.tv_sec * 1_000_000_000 + now.tv_nsec
    for place in files.indices where files[place].modified > present - Self.resolution {
      self.files[place].fingerprint = [0, 0, 0, 0]
      mayMissChanges = true
    }
  }

  func notes(progress: (Int, Int) -> Void) -> [Note] {
    var notes: [Note] = []
    var read = 0
    for file in files {
      if let note = kept[file.path] {
        notes.append(note)
        continue
      }
      notes.append(KnowledgeBase.note(file, in: settings.content, limit: settings.largestNote))
      read += 1
      progress(read, changed)
    }
    return notes
  }
}
