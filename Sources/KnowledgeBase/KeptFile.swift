/// A file beside the index, with what was made of the notes or of the learner's answers; it can be made again.
public struct KeptFile: Hashable, Sendable {
  /// How it is.
  public enum Condition: Hashable, Sendable {
    /// It is used as it is.
    case fresh
    /// It was made of other notes than those of the index.
    case stale
    /// Another build of the program made it.
    case foreign
    /// A part of it is damaged.
    case damaged
  }

  /// What it is for, such as `deck`.
  public let name: String

  /// How it is; unless it is fresh, it is made anew when it is needed.
  public let condition: Condition
}

extension SideFile {
  /// The files in the folder of a cache, by name.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - identity: The number that tells the notes of the index from others; `nil` where there is no index.
  /// - Returns: What each is for, and how it is.
  /// - Complexity: O(*n*) in their length.
  static func all(in folder: String, identity: Int?) -> [KeptFile] {
    guard let listing = Listing(folder) else { return [] }
    return listing.otherFiles.filter { $0.hasSuffix(suffix) }.sorted().map { file in
      KeptFile(
        name: String(file.dropLast(suffix.count)),
        condition: condition(of: folder + "/" + file, identity: identity))
    }
  }

  private static func condition(of path: String, identity: Int?) -> KeptFile.Condition {
    guard Container.version(of: path).map({ $0 == Container.version }) != false else {
      return .foreign
    }
    guard let container = Container(path: path, kind: .side, parts: 2),
      let head = container.checked(0), container.checked(1) != nil
    else { return .damaged }
    let numbers = (0..<head.count / 8).map { head.number(at: 8 * $0) }
    guard numbers.starts(with: build) else { return .foreign }
    // What is made of single notes or answers tells by itself which of them it still holds for.
    let key = numbers.dropFirst(build.count)
    return key.isEmpty || key.elementsEqual([identity].compactMap(\.self)) ? .fresh : .stale
  }
}
