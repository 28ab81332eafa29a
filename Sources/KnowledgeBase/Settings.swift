internal import FrenchText
internal import YAML

/// What `awsnotes.yml` says; every setting has a default, so that no file is needed.
public struct Settings: Hashable, Sendable {
  /// The name of the settings file, looked for from the working folder upwards.
  public static let fileName = "awsnotes.yml"

  /// The folder of the notes: by default `Content` beside the settings file, or the file's own folder.
  public var content = "Content"

  /// The title of the knowledge base.
  public var title = "Notes AWS"

  /// The language of messages, `fr` or `en`; `nil` follows the environment.
  public var language: String?

  /// The vocabulary file; `nil` means `vocabulaire.yml` in the content folder, or else the one built in.
  public var vocabulary: String?

  /// The largest note that is read, in bytes.
  public var largestNote = 16 << 20

  /// How the quiz asks.
  public var quiz = QuizSettings()

  /// How the site is made.
  public var site = SiteSettings()

  /// The settings file that was read.
  public var path: String?

  /// Creates the default settings.
  public init() {}

  /// Finds and reads the settings file.
  ///
  /// - Parameter directory: The folder from which to look upwards.
  /// - Returns: The settings of the first file found, or of `./Content`, or else the defaults.
  /// - Throws: ``KnowledgeBaseError`` if there is a file that cannot be understood.
  public static func found(from directory: String) throws(KnowledgeBaseError) -> Settings {
    var folder = File.canonical(directory)
    while true {
      let path = (folder == "/" ? "" : folder) + "/" + fileName
      if File.isNamed(path) { return try Settings(path: path, folder: folder) }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    return try ofContent("Content")
  }

  /// Reads the settings file of a content folder, if it has one.
  ///
  /// - Parameter folder: The content folder itself, as `--content` gives it.
  /// - Returns: The settings with this folder as content.
  /// - Throws: ``KnowledgeBaseError`` if there is a file that cannot be understood.
  public static func ofContent(_ folder: String) throws(KnowledgeBaseError) -> Settings {
    let path = folder + "/" + fileName
    var settings = File.isNamed(path) ? try Settings(path: path, folder: folder) : Settings()
    settings.content = folder
    return settings
  }

  /// Reads a settings file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - folder: The folder to which its paths are relative.
  /// - Throws: ``KnowledgeBaseError`` if the file cannot be read or understood.
  init(path: String, folder: String) throws(KnowledgeBaseError) {
    self.path = path
    content = File.exists(folder + "/Content") ? folder + "/Content" : folder
    let text = String(decoding: try File.read(path, limit: File.largestText), as: UTF8.self)
    let node: Node?
    do { node = try parse(text) } catch { throw .invalidYAML(path: path, error) }
    guard let node else { return }
    guard let entries = node.entries else {
      throw .invalidSetting(
        path: path, line: node.line, .wrongType(key: Self.fileName, expected: .mapping))
    }
    for entry in entries { try read(entry, path: path, folder: folder) }
  }

  private mutating func read(
    _ entry: Node.Entry, path: String, folder: String
  ) throws(KnowledgeBaseError) {
    let fail = { (problem: SettingProblem) in
      KnowledgeBaseError.invalidSetting(path: path, line: entry.keyLine, problem)
    }
    switch entry.key {
    case "contenu", "content", "titre", "title", "vocabulaire", "vocabulary", "langue", "language":
      guard let text = entry.value.string else {
        throw fail(.wrongType(key: entry.key, expected: .text))
      }
      switch entry.key {
      case "contenu", "content": content = Self.path(text, in: folder)
      case "titre", "title": title = text
      case "vocabulaire", "vocabulary": vocabulary = Self.path(text, in: folder)
      default:
        guard ["fr", "en"].contains(text) else {
          throw fail(.wrongType(key: entry.key, expected: .oneOf(["fr", "en"])))
        }
        language = text
      }
    case "limites", "limits":
      guard let limits = entry.value.entries else {
        throw fail(.wrongType(key: entry.key, expected: .mapping))
      }
      for limit in limits { try read(limit: limit, path: path) }
    case "quiz": quiz = try QuizSettings(entry, path: path)
    case "site":
      site = try SiteSettings(entry, path: path)
      site.output = site.output.map { Self.path($0, in: folder) }
    default:
      throw fail(.unknownKey(entry.key, meant: nearest(entry.key, in: Self.keys)))
    }
  }

  private mutating func read(limit: Node.Entry, path: String) throws(KnowledgeBaseError) {
    let fail = { (problem: SettingProblem) in
      KnowledgeBaseError.invalidSetting(path: path, line: limit.keyLine, problem)
    }
    guard ["taille_note", "note_size"].contains(limit.key) else {
      throw fail(
        .unknownKey(limit.key, meant: nearest(limit.key, in: ["taille_note", "note_size"])))
    }
    guard let megabytes = limit.value.int else {
      throw fail(.wrongType(key: limit.key, expected: .number))
    }
    guard Self.megabytes.contains(megabytes) else {
      throw fail(.outOfRange(key: limit.key, Self.megabytes))
    }
    largestNote = megabytes << 20
  }

  /// The range of `limites: taille_note`, in megabytes.
  static let megabytes = 1...1024

  private static let keys = [
    "contenu", "content", "titre", "title", "langue", "language", "vocabulaire", "vocabulary",
    "limites", "limits", "quiz", "site",
  ]

  private static func path(_ text: String, in folder: String) -> String {
    text.hasPrefix("/") ? text : folder + "/" + text
  }
}

/// The word of a list that was probably meant.
func nearest(_ typed: String, in words: [String]) -> String? {
  let distances = words.compactMap { word in
    editDistance(Array(typed.utf8).span, Array(word.utf8).span, limit: 2).map { (word, $0) }
  }
  return distances.min { $0.1 < $1.1 }?.0
}
