internal import Glibc
internal import Notes

/// Brings notes up to date: those that did not change come from the old cache.
struct Update {
  private(set) var files: [FileEntry] = []
  private(set) var changed = 0
  /// Whether a file was written so recently that a later change could leave its times as they are.
  private(set) var mayMissChanges = false

  /// What could not be read as it stands.
  private(set) var warnings: [Finding] = []

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

  mutating func notes(progress: (Int, Int) -> Void) -> [Note] {
    var notes: [Note] = []
    var read = 0
    for file in files {
      if let note = kept[file.path] {
        notes.append(note)
        continue
      }
      let note = KnowledgeBase.note(file, in: settings.content, limit: settings.largestNote)
      for problem in note.problems where problem.kind.hidesText {
        warnings.append(Finding(note.path, problem.line, .note(problem.kind)))
      }
      notes.append(note)
      read += 1
      progress(read, changed)
    }
    return notes
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
