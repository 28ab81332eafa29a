internal import Notes
internal import Synchronization
internal import Threads

/// Brings a cache up to date: what did not change stays where it lies.
struct Update {
  /// What the notes say and know now.
  let cache: Cache

  /// What of the notes that were read could not be read as it stands.
  private(set) var warnings: [Finding] = []

  /// How many notes were read.
  let changed: Int

  /// The places of those that were to be read and could not be.
  let unread: [Int]

  /// Reads the notes that changed.
  ///
  /// - Parameters:
  ///   - folder: The notes' files as they are now.
  ///   - settings: Where they are, and limits.
  ///   - vocabulary: The names that mean the same.
  ///   - difference: How they differ from those that are known.
  ///   - old: What is known of the notes, made with the same limits.
  ///   - isSameVocabulary: Whether it was made with the same vocabulary.
  ///   - progress: Called on this thread with the number of notes read and of notes to read.
  /// - Throws: ``Decoder/Damage`` if what must be taken from the old cache is damaged.
  /// - Complexity: O(*n*) in the length of the notes that changed, O(*n* log *n*) over many updates; O(*f*)
  ///   in the numbers of files and of names.
  init(
    _ folder: Folder, settings: Settings, vocabulary: Vocabulary, difference: Difference,
    old: Cache?,
    isSameVocabulary: Bool = true, progress: (Int, Int) -> Void
  ) throws(Decoder.Damage) {
    let missing = difference.missing
    let read = Self.read(missing.map { folder.notes[$0] }, settings, progress)
    for note in read {
      for problem in note.problems where problem.kind.hidesText {
        warnings.append(Finding(note.path, problem.line, .note(problem.kind)))
      }
    }
    changed = missing.count
    unread = zip(missing, read).compactMap { $1.problems.contains(where: \.isUnread) ? $0 : nil }
    let before = old?.list ?? PieceList()
    let list = try before.updated(
      keeping: difference.kept, with: Array(zip(missing, read)),
      added: missing.reduce(0) { $0 + folder.notes[$1].fingerprint.size })
    guard let knowledge = list.knowledge() else { throw Decoder.Damage() }
    let known = isSameVocabulary ? before.knowledge() : nil
    let names = known.flatMap { old?.names.moved(from: $0, to: knowledge, by: difference) }
    cache = Cache(list, names ?? Names(knowledge, vocabulary))
    if read.count > Self.fewNotes { dispose(of: consume read) }
  }

  /// Letting go of so many takes no longer than beginning a thread.
  private static let fewNotes = 64

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

extension Problem {
  /// Whether the note could not be read.
  fileprivate var isUnread: Bool { if case .unreadable = kind { true } else { false } }
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
