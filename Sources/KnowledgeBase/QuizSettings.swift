internal import YAML

/// What `quiz:` says in the settings file.
public struct QuizSettings: Hashable, Sendable {
  /// The most new cards a day.
  public var newCards = 20

  /// The most reviews of known cards a day.
  public var reviews = 200

  /// The share of cards that is to be remembered when they are asked for, 0.7 to 0.97.
  public var desiredRetention = 0.9

  /// The 21 numbers of FSRS-6; `nil` means the published ones.
  public var parameters: [Double]?

  /// The line of the numbers in the settings file.
  public var parametersLine = 0

  /// The number of times a known card may be forgotten before it is set aside.
  public var leechLapses = 8

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
    case "nouvelles", "new": newCards = try Self.number(entry, path, in: 0...9999)
    case "revisions", "reviews": reviews = try Self.number(entry, path, in: 0...9999)
    case "sangsues", "leeches": leechLapses = try Self.number(entry, path, in: 1...99)
    case "retention":
      guard let value = entry.value.double else {
        throw Self.error(entry, path, .wrongType(key: entry.key, expected: .decimal))
      }
      guard (0.7...0.97).contains(value) else {
        throw Self.error(entry, path, .outOfDecimalRange(key: entry.key, 0.7, 0.97))
      }
      desiredRetention = value
    case "parametres", "parameters":
      guard case .sequence(let nodes) = entry.value.value else {
        throw Self.error(entry, path, .wrongType(key: entry.key, expected: .parameters))
      }
      let values = nodes.compactMap(\.double)
      guard values.count == 21, nodes.count == 21 else {
        throw Self.error(entry, path, .wrongType(key: entry.key, expected: .parameters))
      }
      parameters = values
      parametersLine = entry.keyLine
    default:
      throw Self.error(
        entry, path, .unknownKey(entry.key, meant: nearest(entry.key, in: Self.keys)))
    }
  }

  private static let keys = [
    "nouvelles", "new", "revisions", "reviews", "sangsues", "leeches", "retention", "parametres",
    "parameters",
  ]

  private static func number(
    _ entry: Node.Entry, _ path: String, in range: ClosedRange<Int>
  ) throws(KnowledgeBaseError) -> Int {
    guard let value = entry.value.int else {
      throw error(entry, path, .wrongType(key: entry.key, expected: .number))
    }
    guard range.contains(value) else {
      throw error(entry, path, .outOfRange(key: entry.key, range))
    }
    return value
  }

  private static func error(
    _ entry: Node.Entry, _ path: String, _ problem: SettingProblem
  ) -> KnowledgeBaseError { .invalidSetting(path: path, line: entry.keyLine, problem) }
}
