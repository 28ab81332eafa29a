/// Why a site cannot be shown, or its notes not be watched.
public enum PreviewError: Error, Hashable, Sendable {
  /// No port from this one on can be listened on; with the system's words for the last one.
  case noFreePort(from: Int, reason: String)

  /// The server did not start; with the system's words.
  case notStarted(reason: String)

  /// A folder cannot be watched; with the system's words.
  case unwatchable(path: String, reason: String)
}
