internal import YAML

/// What `publier:` says below `site:` in the settings file: where the site goes by default.
public struct PublishingSettings: Hashable, Sendable {
  /// A branch of the notes' repository.
  public var branch: String?

  /// The repository to which the branch is pushed.
  public var remote: String?

  /// A folder here or elsewhere, as rsync names it.
  public var folder: String?

  /// A place in a bucket: `s3://bucket/prefix`.
  public var bucket: String?

  /// The CloudFront distribution before the bucket.
  public var distribution: String?

  /// Creates settings that name no place.
  public init() {}

  /// - Throws: ``KnowledgeBaseError`` if a key or a value is not understood.
  init(_ entry: Node.Entry, path: String) throws(KnowledgeBaseError) {
    guard let entries = entry.value.entries else {
      throw .invalidSetting(
        path: path, line: entry.keyLine, .wrongType(key: entry.key, expected: .mapping))
    }
    for entry in entries {
      guard let text = entry.value.string, !text.isEmpty else {
        throw .invalidSetting(
          path: path, line: entry.keyLine, .wrongType(key: entry.key, expected: .text))
      }
      switch entry.key {
      case "branche", "branch": branch = text
      case "distant", "remote": remote = text
      case "rsync": folder = text
      case "s3": bucket = text
      case "distribution": distribution = text
      default:
        throw .invalidSetting(
          path: path, line: entry.keyLine,
          .unknownKey(entry.key, meant: nearest(entry.key, in: Self.keys)))
      }
    }
  }

  private static let keys = [
    "branche", "branch", "distant", "remote", "rsync", "s3", "distribution",
  ]
}
