/// A language whose code can be coloured.
public enum Language: Hashable, Sendable, CaseIterable {
  case bash, console, dockerfile, hcl, ini, json, python, sql, yaml

  /// Finds the language that a fence's info string names: `bash`, `Bash title="x"`, `{.yaml}`, `language-tf`.
  ///
  /// It is `nil` where it names none, or none that is known here.
  ///
  /// - Parameter info: The info string; its first word counts, whatever its case.
  public init?(info: String) {
    let first = info.split { " \t{},;:".contains($0) }.first ?? ""
    var name = first.lowercased()[...]
    if name.hasPrefix(".") { name = name.dropFirst() }
    if name.hasPrefix("language-") { name = name.dropFirst(9) }
    guard let language = Self.names[String(name)] else { return nil }
    self = language
  }

  private static let names: [String: Language] = {
    var names: [String: Language] = [:]
    for (language, others) in [
      (Language.bash, "bash sh shell zsh ksh ash"),
      (.console, "console terminal shell-session shellsession sh-session"),
      (.dockerfile, "dockerfile docker containerfile"),
      (.hcl, "hcl terraform tf tfvars tofu opentofu packer"),
      (.ini, "ini toml cfg conf properties env dotenv systemd"),
      (.json, "json jsonc json5 jsonl ndjson geojson"),
      (.python, "python py python3 py3 pycon boto3"),
      (.sql, "sql mysql mariadb postgresql postgres psql pgsql plpgsql sqlite athena"),
      (.yaml, "yaml yml cloudformation"),
    ] {
      for name in others.split(separator: " ") { names[String(name)] = language }
    }
    return names
  }()
}
