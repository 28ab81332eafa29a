public import YAML

/// Why a knowledge base cannot be opened.
public enum KnowledgeBaseError: Error, Hashable, Sendable {
  /// There is no folder at this path.
  case folderNotFound(String)
  /// The folder holds no note.
  case noNotes(String)
  /// A file cannot be read; the system's reason.
  case unreadable(path: String, reason: String)
  /// A file cannot be written; the system's reason.
  case unwritable(path: String, reason: String)
  /// A settings or vocabulary file is no YAML.
  case invalidYAML(path: String, YAMLError)
  /// A settings or vocabulary file says something that is not understood.
  case invalidSetting(path: String, line: Int, SettingProblem)
}

/// What is wrong with a setting.
public enum SettingProblem: Hashable, Sendable {
  /// No such key; the nearest one that exists.
  case unknownKey(String, meant: String?)
  /// The key wants another type of value.
  case wrongType(key: String, expected: SettingType)
  /// The number is out of range.
  case outOfRange(key: String, ClosedRange<Int>)
  /// The number is out of range: the key, the least, the greatest.
  case outOfDecimalRange(key: String, Double, Double)
}

/// The types of value that settings have.
public enum SettingType: Hashable, Sendable {
  /// One text.
  case text
  /// A whole number.
  case number
  /// A number such as 0.9.
  case decimal
  /// The 21 numbers of FSRS-6.
  case parameters
  /// Keys with values.
  case mapping
  /// A list of lists of texts.
  case names
  /// The address of a web page, with its scheme.
  case webAddress
  /// One of some words.
  case oneOf([String])
}
