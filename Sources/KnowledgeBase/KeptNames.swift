internal import FrenchText
internal import Search

/// The names in a kept index, for a shell that completes what is being typed.
///
/// Nothing is looked at but the cache: names of notes that changed since are those of before, and where there is
/// no cache, there are none.
public struct KeptNames: Sendable {
  /// What has a name.
  public enum Kind: String, CaseIterable, Sendable {
    case terms
    /// Titles of notes.
    case notes
    /// Paths of notes below the content folder.
    case paths
    case services
    case categories
    case tags
  }

  private let index: Index
  private let deleted: Set<Int>

  /// Opens the cache of a folder of notes; `nil` if there is none that can be read.
  ///
  /// - Parameters:
  ///   - settings: Where the notes are.
  ///   - environment: Where the cache is: `XDG_CACHE_HOME`, or else `HOME`.
  /// - Complexity: O(1) in the number of notes.
  public init?(_ settings: Settings, environment: [String: String]) {
    guard let folder = Cache.path(of: settings.content, environment: environment),
      let cache = Cache(folder: folder), let index = cache.index()
    else { return nil }
    self.init(index, cache)
  }

  init(_ index: Index, _ cache: Cache) {
    self.index = index
    deleted = Set(cache.deletedNotes.map(\.rawValue))
  }

  /// The names that begin like what was typed.
  ///
  /// A name that would be more than one line, or an option, is left out.
  ///
  /// - Parameters:
  ///   - prefix: What was typed; case does not matter, nor do accents where none were typed or no name begins with
  ///     these. Both do in paths.
  ///   - kinds: What may have the names.
  /// - Returns: The names in order, each once; none where the cache turns out to be damaged.
  /// - Complexity: O(*n*) in the number of names of these kinds.
  public func names(beginningWith prefix: String, of kinds: [Kind]) -> [String] {
    var found: Set<[UInt8]> = []
    let folded = Self.folded(Array(prefix.utf8))
    for kind in kinds {
      for name in names(of: kind) where !found.contains(name) {
        let isFound =
          kind == .paths
          ? name.starts(with: prefix.utf8) : Self.folded(name).starts(with: folded)
        if isFound, Self.isPlain(name) { found.insert(name) }
      }
    }
    if index.hasMetDamage { return [] }
    let names = found.map { String(decoding: $0, as: UTF8.self) }.sorted()
    let typed = prefix.lowercased()
    // Who typed « É » does not look for EC2.
    let hasAccents = !typed.utf8.elementsEqual(folded)
    let exact = hasAccents ? names.filter { $0.lowercased().hasPrefix(typed) } : []
    return exact.isEmpty ? names : exact
  }

  private func names(of kind: Kind) -> [[UInt8]] {
    if kind == .terms { return index.termNames }
    return (0..<index.noteCount).lazy.filter { !deleted.contains($0) }.flatMap { number in
      let id = NoteID(number)
      if kind == .paths { return [index.path(of: id)] }
      let note = index.note(id)
      return switch kind {
      case .services: note.services
      case .categories: note.categories
      case .tags: note.tags
      default: [note.title]
      }
    }
  }

  static func folded(_ name: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    appendFolded(name.span, to: &folded)
    return folded
  }

  private static func isPlain(_ name: [UInt8]) -> Bool {
    !name.isEmpty && name[0] != UInt8(ascii: "-") && name.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
