extension Library {
  /// Opens a folder of notes and asks it something.
  ///
  /// While the cache is asked, other threads look whether anything changed. If so, what was answered is
  /// forgotten, and the notes as they are now are asked.
  ///
  /// - Parameters:
  ///   - settings: Where the notes are, and limits.
  ///   - environment: Where the cache is: `XDG_CACHE_HOME`, or else `HOME`.
  ///   - progress: Called with the number of notes read and of notes to read.
  ///   - ask: Asks a library; called once or twice, and the last time counts.
  /// - Returns: The library that was asked last, and its answer.
  /// - Throws: ``KnowledgeBaseError`` if there is no folder, no note, or no readable vocabulary.
  /// - Complexity: As opening.
  public static func asking<Answer>(
    _ settings: Settings, environment: [String: String],
    progress: (Int, Int) -> Void = { _, _ in }, _ ask: (Library) -> Answer
  ) throws(KnowledgeBaseError) -> (library: Library, answer: Answer) {
    let opening = try Opening(settings, environment: environment, rebuilding: false)
    guard let table = opening.old?.table, let cached = Library(unchanged: opening) else {
      let library = try Library(
        settings: settings, environment: environment, progress: progress)
      return (library, ask(library))
    }
    var answer: Answer?
    let look = Look(at: settings.content, knowing: table) { answer = ask(cached) }
    if case .unchanged = look, let answer { return (cached, answer) }
    let library = try Library(opening, after: look, progress: progress)
    return (library, ask(library))
  }
}
