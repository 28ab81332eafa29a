/// What the pages that are open are told.
public enum News: Hashable, Sendable {
  /// The site was built again: pages are loaded again.
  case rebuilt
  /// The site could not be built, and why; pages show the message above what they show.
  case failed(String)
}

/// The state of the site, as the stream of events tells it (HTML Living Standard, server-sent events).
struct Bulletin: Sendable {
  /// What tells a start of the server from another: a page left open knows that it is an old one.
  private let start: String

  /// How often the site was built since the start.
  private var builds = 0

  /// Why the last attempt to build it failed.
  private var failure: String?

  /// - Parameter start: Letters and digits.
  init(start: String) { self.start = start }

  /// The state of the site that is served.
  var edition: String { "\(start)-\(builds)" }

  /// Takes note of news.
  mutating func add(_ news: News) {
    switch news {
    case .rebuilt:
      builds += 1
      failure = nil
    case .failed(let message): failure = message
    }
  }

  /// The state as events, complete for whoever has heard nothing before.
  var events: [UInt8] {
    var text = "retry: 1000\n\n"
    text += Self.event("built", edition)
    if let failure { text += Self.event("failed", failure) }
    return Array(text.utf8)
  }

  /// What clients pass over, sent to notice those that have gone.
  static let sign = Array(":\n\n".utf8)

  /// An event; each line of its text is one of the stream, whatever ends it.
  private static func event(_ name: String, _ text: String) -> String {
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r"
    }
    return "event: \(name)\n" + lines.map { "data: \(String($0))\n" }.joined() + "\n"
  }
}
