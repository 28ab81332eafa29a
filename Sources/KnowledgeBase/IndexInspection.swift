internal import Search

/// What can be told of the index of a folder of notes without writing anything.
public struct IndexInspection: Hashable, Sendable {
  /// How the index is.
  public enum Condition: Hashable, Sendable {
    /// There is none yet; the next command makes it.
    case absent
    /// Another version of the program made it, in this layout; the next command makes it anew.
    case foreign(version: Int)
    /// A part of it is damaged.
    case damaged(file: String)
    /// Notes, folders or settings changed since; the next command reads them.
    case stale
    /// It says what the notes say.
    case fresh
  }

  /// The version of the layout that this program writes.
  public static let version = Container.version

  /// The folder of the index; `nil` where the environment names no place.
  public let folder: String?

  /// How the index is.
  public private(set) var condition = Condition.absent

  /// The size of its files, in bytes.
  public private(set) var size = 0

  /// The number of notes in it.
  public private(set) var notes = 0

  /// The number of sections in it.
  public private(set) var sections = 0

  /// What other parts of the program keep beside it, by name.
  public private(set) var kept: [KeptFile] = []

  /// Looks at the index of a folder of notes, at all of its checksums, and at the notes' files.
  ///
  /// - Parameters:
  ///   - settings: Where the notes are.
  ///   - environment: Where the cache is: `XDG_CACHE_HOME`, or else `HOME`.
  /// - Throws: ``KnowledgeBaseError`` if there is no readable vocabulary.
  /// - Complexity: O(*n*) in the size of the index.
  public init(
    _ settings: Settings, environment: [String: String]
  ) throws(KnowledgeBaseError) {
    let opening = try Opening(settings, environment: environment, rebuilding: false)
    folder = opening.path
    guard let folder else { return }
    size = Self.size(of: folder)
    kept = SideFile.all(in: folder, identity: opening.old?.identity)
    let manifest = folder + "/" + CacheFolder.manifest
    guard File.exists(manifest) else { return }
    guard let version = Container.version(of: manifest) else {
      condition = .damaged(file: manifest)
      return
    }
    guard version == Container.version else {
      condition = .foreign(version: version)
      return
    }
    guard let cache = opening.old, let table = cache.table else {
      condition = .damaged(file: manifest)
      return
    }
    if let name = cache.damagedFile {
      condition = .damaged(file: folder + "/" + name)
      return
    }
    notes = cache.noteCount
    if let index = cache.index() {
      sections = cache.deletedNotes.reduce(index.documentCount) {
        $0 - index.note($1).documents.count
      }
    }
    guard cache.holds(settings, opening.source),
      case .unchanged = Look(at: settings.content, knowing: table)
    else {
      condition = .stale
      return
    }
    condition = .fresh
  }

  private static func size(of folder: String) -> Int {
    guard let listing = Listing(folder) else { return 0 }
    return listing.otherFiles.reduce(0) { $0 + (File.size(folder + "/" + $1) ?? 0) }
  }
}

extension Cache {
  /// The name of the first file in which some byte is not as it was written; `nil` if none is.
  ///
  /// - Complexity: O(*n*) in the size of the files.
  fileprivate var damagedFile: String? {
    for piece in pieces {
      let isSound = piece.notes() != nil && piece.knowledge() != nil
      if !isSound || !Self.isSound(piece.segment) { return CacheFolder.name(ofPiece: piece.number) }
    }
    let isSound = names.container.checked(0) != nil && names.container.checked(1) != nil
    return isSound && Self.isSound(names.segment) ? nil : CacheFolder.name(ofNames: names.number)
  }

  private static func isSound(_ segment: Region) -> Bool {
    (try? Index(segment.bytes, verification: .everything)) != nil
  }
}
