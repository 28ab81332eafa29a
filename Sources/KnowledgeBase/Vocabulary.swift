internal import YAML

/// Groups of names that mean the same in French and English: `pare-feu`, `firewall`.
public struct Vocabulary: Hashable, Sendable {
  /// The name of a vocabulary file in a content folder.
  public static let fileName = "vocabulaire.yml"

  /// The groups; in each, the names in the order of the file, French first.
  public var groups: [[String]] = []

  /// Creates a vocabulary.
  ///
  /// - Parameter groups: The groups of equivalent names.
  public init(groups: [[String]] = []) { self.groups = groups }

  /// The vocabulary that is built in, for notes that bring none.
  public static let builtIn: Vocabulary = {
    let text = String(decoding: PackageResources.vocabulaire_yml, as: UTF8.self)
    return (try? Vocabulary(yaml: text, path: fileName)) ?? Vocabulary()
  }()

  /// Reads the vocabulary in force.
  ///
  /// - Parameter settings: Where it is, or where the notes are.
  /// - Throws: ``KnowledgeBaseError`` if there is one that cannot be read or understood.
  public init(_ settings: Settings) throws(KnowledgeBaseError) {
    self = try VocabularySource(settings).vocabulary()
  }

  /// Reads a vocabulary: a list of lists of names.
  ///
  /// - Parameters:
  ///   - yaml: The text of the file.
  ///   - path: The name of the file, for messages.
  /// - Throws: ``KnowledgeBaseError`` if the text is no list of lists of names.
  public init(yaml: String, path: String) throws(KnowledgeBaseError) {
    let node: Node?
    do { node = try parse(yaml) } catch { throw .invalidYAML(path: path, error) }
    guard let node else { return }
    guard case .sequence(let groups) = node.value else { throw Self.wrongType(node, path: path) }
    for group in groups {
      guard let names = group.strings, names.count >= 2 else {
        throw Self.wrongType(group, path: path)
      }
      self.groups.append(names)
    }
  }

  private static func wrongType(_ node: Node, path: String) -> KnowledgeBaseError {
    .invalidSetting(path: path, line: node.line, .wrongType(key: fileName, expected: .names))
  }
}
