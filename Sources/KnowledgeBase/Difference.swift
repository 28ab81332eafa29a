/// How a folder's notes differ from those that are known; both are numbered in the order of their paths.
struct Difference {
  /// For each note its number among those known; `nil` for one that is new or changed.
  private(set) var kept: [Int?] = []

  /// For each note the number of the known one with the same path.
  private(set) var origins: [Int?] = []

  /// The known notes whose paths are gone.
  private(set) var removed: [Int] = []

  /// The notes to be read.
  var missing: [Int] { kept.indices.filter { kept[$0] == nil } }

  /// Whether all notes are as they are known.
  var isNone: Bool { removed.isEmpty && !kept.contains(nil) }

  /// Compares notes.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  init(_ notes: [FileEntry], from known: [FileEntry]) {
    var next = 0
    for file in notes {
      while next < known.count, known[next].path < file.path {
        removed.append(next)
        next += 1
      }
      let isKnown = next < known.count && known[next].path == file.path
      origins.append(isKnown ? next : nil)
      kept.append(isKnown && known[next] == file ? next : nil)
      if isKnown { next += 1 }
    }
    removed += next..<known.count
  }

  /// Takes what a look has told.
  ///
  /// - Parameters:
  ///   - notes: The notes as they are now.
  ///   - look: What became of the folder since the table was made.
  ///   - table: What was known; nothing, where there is none.
  init(_ notes: [FileEntry], after look: Look, knowing table: FolderTable?) {
    guard case .notes(let changed) = look else {
      self.init(notes, from: table.map { Folder($0) }?.notes ?? [])
      return
    }
    self.init(changed: changed, of: notes.count)
  }

  private init(changed: [Int: Fingerprint], of count: Int) {
    origins = (0..<count).map { $0 }
    kept = (0..<count).map { changed[$0] == nil ? $0 : nil }
  }
}
