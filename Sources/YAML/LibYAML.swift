internal import CYAML

/// The parser behind ``parse(_:)``.
public enum LibYAML {
  /// The version of libyaml, as it names it.
  public static var version: String { unsafe String(cString: yaml_get_version_string()) }
}
