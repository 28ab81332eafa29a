internal import YAML

/// What `site:` says in the settings file.
public struct SiteSettings: Hashable, Sendable {
  /// Where the site will be, with a slash at its end: `https://example.org/notes/`; `nil` if that is not known.
  public var address: String?

  /// Where a note is edited, before its path: `https://github.com/me/notes/edit/main/Content/`.
  public var repository: String?

  /// Whether HTML in notes is written as it is; by default it is made harmless.
  public var trustsNotes = false

  /// Whether the site can be read without a network once it was visited.
  public var worksOffline = false

  /// The folder of the site, if the settings name one.
  public var output: String?

  /// Where the site is published.
  public var publishing = PublishingSettings()

  /// Creates the default settings.
  public init() {}

  /// - Throws: ``KnowledgeBaseError`` if a key or a value is not understood.
  init(_ entry: Node.Entry, path: String) throws(KnowledgeBaseError) {
    guard let entries = entry.value.entries else {
      throw .invalidSetting(
        path: path, line: entry.keyLine, .wrongType(key: entry.key, expected: .mapping))
    }
    for entry in entries { try read(entry, path) }
  }

  private mutating func read(_ entry: Node.Entry, _ path: String) throws(KnowledgeBaseError) {
    switch entry.key {
    case "adresse", "url": address = Self.folder(try Self.address(entry, path))
    case "depot", "repository": repository = Self.folder(try Self.address(entry, path))
    case "html": trustsNotes = try Self.flag(entry, path)
    case "hors_ligne", "offline": worksOffline = try Self.flag(entry, path)
    case "dossier", "output": output = try Self.text(entry, path)
    case "publier", "publish": publishing = try PublishingSettings(entry, path: path)
    default:
      throw .invalidSetting(
        path: path, line: entry.keyLine,
        .unknownKey(entry.key, meant: nearest(entry.key, in: Self.keys)))
    }
  }

  private static let keys = [
    "adresse", "url", "depot", "repository", "html", "hors_ligne", "offline", "dossier", "output",
    "publier", "publish",
  ]

  private static func text(
    _ entry: Node.Entry, _ path: String
  ) throws(KnowledgeBaseError) -> String {
    if let text = entry.value.string, !text.isEmpty { return text }
    throw .invalidSetting(
      path: path, line: entry.keyLine, .wrongType(key: entry.key, expected: .text))
  }

  private static func address(
    _ entry: Node.Entry, _ path: String
  ) throws(KnowledgeBaseError) -> String {
    let text = try text(entry, path)
    if isWebAddress(text) { return text }
    throw .invalidSetting(
      path: path, line: entry.keyLine, .wrongType(key: entry.key, expected: .webAddress))
  }

  private static func flag(_ entry: Node.Entry, _ path: String) throws(KnowledgeBaseError) -> Bool {
    switch entry.value.string?.lowercased() {
    case "oui", "yes", "true": return true
    case "non", "no", "false": return false
    default:
      throw .invalidSetting(
        path: path, line: entry.keyLine,
        .wrongType(key: entry.key, expected: .oneOf(["oui", "non"])))
    }
  }

  /// An address with a slash at its end.
  ///
  /// - Parameter address: An address.
  /// - Returns: The address as that of a folder.
  public static func folder(_ address: String) -> String {
    address.hasSuffix("/") ? address : address + "/"
  }

  /// Whether a text is the address of a place on the web, without a query or a fragment.
  ///
  /// - Parameter text: What somebody wrote.
  /// - Returns: Whether it begins with `http://` or `https://` and a host, and paths can be added at its end.
  public static func isWebAddress(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let host = text.dropFirst(scheme.count).prefix { $0 != "/" }
      return !host.isEmpty && !text.contains { $0.isWhitespace || "\"<>?#".contains($0) }
    }
    return false
  }
}
