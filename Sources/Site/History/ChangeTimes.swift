internal import Notes

/// When each note was last changed: as the history of its repository says, and for what is not in there as it is,
/// as its file says.
struct ChangeTimes: Sendable {
  /// The state of the history that was asked; zero where there is none.
  let head: UInt64

  /// What the history says, in seconds since 1970, by path.
  let history: [String: Int]

  /// When the notes were changed, in seconds since 1970, by path.
  let seconds: [String: Int]

  /// Asks for the times of notes.
  ///
  /// - Parameters:
  ///   - notes: The notes.
  ///   - folder: The folder of their files.
  ///   - repository: The repository of that folder, if it lies in one.
  ///   - known: What an earlier build learned of the history.
  /// - Complexity: The history is walked through only where it is not the one that is known.
  init(
    _ notes: [Note], in folder: String, _ repository: GitRepository?,
    knowing known: (head: UInt64, history: [String: Int])
  ) {
    head = repository?.head ?? 0
    if let repository, known.head != repository.head {
      history = repository.lastChanges(of: notes.lazy.map(\.path))
    } else {
      history = repository == nil ? [:] : known.history
    }
    let changed = history.isEmpty ? [] : repository?.changedPaths() ?? []
    let history = history
    seconds = Dictionary(
      notes.map { note in
        let committed = changed.contains(note.path) ? nil : history[note.path]
        return (note.path, committed ?? changeTime(of: folder + "/" + note.path) ?? 0)
      }, uniquingKeysWith: { first, _ in first })
  }
}
