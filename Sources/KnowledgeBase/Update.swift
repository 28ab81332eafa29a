internal import Notes
internal import Synchronization

/// Brings notes up to date: those that did not change come from the old cache.
struct Update: Sendable {
  /// For each note its place in the old cache; `nil` for what must be read.
  let kept: [Int?]

  /// The notes, and what of them could not be read as it stands.
  private(set) var notes: [Note] = []
  private(set) var warnings: [Finding] = []

  /// How many notes must be read.
  let changed: Int

  private let store: NoteStore?

  /// Reads the notes that changed.
  ///
  /// - Parameters:
  ///   - folder: The notes' files as they are now.
  ///   - settings: Where they are, and limits.
  ///   - old: What is known of them.
  ///   - progress: Called on this thread with the number of notes read and of notes to read.
  /// - Complexity: O(*n*) in the length of all notes, on several threads.
  init(_ folder: Folder, settings: Settings, old: Cache?, progress: (Int, Int) -> Void) {
    let known = old?.table.map { Folder($0) }?.notes ?? []
    let store = old?.notes()
    var places: [String: Int] = [:]
    if let store, store.count == known.count {
      for (place, file) in known.enumerated() { places[file.path] = place }
    }
    var kept = folder.notes.map { file in
      places[file.path].flatMap { known[$0].fingerprint == file.fingerprint ? $0 : nil }
    }
    let wanted = Set(kept.compactMap(\.self))
    let decoded = wanted.isEmpty ? [] : store?.notes { wanted.contains($0) } ?? []
    if decoded.isEmpty { kept = kept.map { _ in nil } }
    let missing = kept.indices.filter { kept[$0] == nil }
    let read = Self.read(missing.map { folder.notes[$0] }, settings, progress)
    var next = read.makeIterator()
    for (file, place) in zip(folder.notes, kept) {
      let note = place.map { decoded[$0] } ?? next.next()
      notes.append(note ?? Note(path: file.path, title: Note.title(fromPath: file.path)))
    }
    for note in read {
      for problem in note.problems where problem.kind.hidesText {
        warnings.append(Finding(note.path, problem.line, .note(problem.kind)))
      }
    }
    self.kept = kept
    self.store = store
    changed = missing.count
  }

  /// The notes as bytes; what was kept is copied.
  func encoded() -> NoteStore { NoteStore(notes, kept: kept, from: store) }

  /// Reads notes, each thread the next that nobody has begun, so that all end together.
  ///
  /// - Parameters:
  ///   - files: The notes' files.
  ///   - settings: Where they are, and limits.
  ///   - progress: Called on this thread after each note that it read itself, and at the end.
  /// - Returns: The notes, in the order of the files.
  static func read(
    _ files: [FileEntry], _ settings: Settings, _ progress: (Int, Int) -> Void = { _, _ in }
  ) -> [Note] {
    let begun = Atomic(0)
    let done = Atomic(0)
    let readOne = { @Sendable () -> (place: Int, note: Note)? in
      let place = begun.add(1, ordering: .relaxed).oldValue
      guard place < files.count else { return nil }
      let note = KnowledgeBase.note(
        files[place], in: settings.content, limit: settings.largestNote)
      done.add(1, ordering: .relaxed)
      return (place, note)
    }
    let parts = concurrently(
      Swift.max(1, Swift.min(usefulThreads, files.count)),
      first: {
        var read: [(place: Int, note: Note)] = []
        while let one = readOne() {
          read.append(one)
          progress(done.load(ordering: .relaxed), files.count)
        }
        return read
      },
      others: { _ in
        var read: [(place: Int, note: Note)] = []
        while let one = readOne() { read.append(one) }
        return read
      })
    if !files.isEmpty { progress(files.count, files.count) }
    return parts.joined().sorted { $0.place < $1.place }.map(\.note)
  }
}

extension Problem.Kind {
  /// Whether text of the note may be missing or misread.
  fileprivate var hidesText: Bool {
    switch self {
    case .notUnicode, .tooLarge, .unreadable, .frontMatterUnreadable: true
    default: false
    }
  }
}
