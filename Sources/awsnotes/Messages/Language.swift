/// A language in which awsnotes speaks.
enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"

  /// The language that the environment asks for: French, unless its locale is English.
  static func preferred(environment: [String: String]) -> Language {
    locale(environment)?.lowercased().hasPrefix("en") == true ? .english : .french
  }

  /// Whether the environment names a language; `C` and `POSIX` are none.
  static func isNamed(in environment: [String: String]) -> Bool {
    let name = locale(environment)?.prefix { $0 != "." && $0 != "_" && $0 != "@" } ?? ""
    return !["", "C", "POSIX"].contains(name)
  }

  /// The locale of messages: of three variables in POSIX's order, the first that is not empty.
  private static func locale(_ environment: [String: String]) -> String? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
