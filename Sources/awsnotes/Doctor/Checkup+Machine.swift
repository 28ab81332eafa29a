import CLinux
import Cards
import Glibc
import KnowledgeBase
import Markdown
import Preview
import YAML

extension Checkup {
  /// The program, what it is made with, and what it runs on.
  static func versions(_ table: CommandTable) -> Group {
    var names = utsname()
    unsafe uname(&names)
    let compiler = Build.current.compiler
    return Group(
      key: "versions", title: Localized(both: "Versions"),
      rows: [
        Row(
          "awsnotes", Localized(both: table.program), table.fullVersion,
          value: .string(table.version)),
        Row(
          "commit", .empty, .empty,
          value: Build.current.commit.isEmpty ? nil : .string(Build.current.commit)),
        Row("modified", .empty, .empty, value: .boolean(Build.current.isChanged)),
        Row("swift", Localized(both: "Swift"), compiler.isEmpty ? "?" : compiler),
        Row("libcmark", Localized(both: "libcmark"), CommonMark.version),
        Row("sqlite", Localized(both: "SQLite"), SQLite.version),
        Row("libyaml", Localized(both: "libyaml"), LibYAML.version),
        Row("libmicrohttpd", Localized(both: "libmicrohttpd"), MicroHTTPD.version),
        Row("glibc", Localized(both: "glibc"), unsafe String(cString: gnu_get_libc_version())),
        Row(
          "system", Localized(fr: "système", en: "system"),
          "\(text(names.sysname)) \(text(names.release)) \(text(names.machine))"),
      ])
  }

  /// A field of what `uname` tells.
  private static func text<Field>(_ field: Field) -> String {
    unsafe withUnsafeBytes(of: field) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// What the output can show.
  static func terminal(_ console: Console) -> Group {
    let terminal = console.output.terminal
    let environment = console.environment
    var group = Group(key: "terminal", title: Localized(both: "Terminal"))
    var size = winsize()
    let isSized = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
    group.rows = [
      Row(
        "isTerminal", Localized(fr: "sortie", en: "output"),
        terminal.isTerminal
          ? Localized(fr: "un terminal", en: "a terminal")
          : Localized(fr: "un fichier ou un programme", en: "a file or a program"),
        value: .boolean(terminal.isTerminal)),
      Row(
        "columns", Localized(fr: "taille", en: "size"),
        Localized(
          both: "\(terminal.width)" + (terminal.isTerminal && isSized ? " × \(size.ws_row)" : "")),
        value: .integer(terminal.width)),
      yesOrNo("colors", Localized(fr: "couleurs", en: "colours"), terminal.usesColor),
      yesOrNo("links", Localized(fr: "liens", en: "links"), terminal.supportsLinks),
      Row("term", Localized(both: "TERM"), sanitized(environment["TERM"] ?? "")),
    ]
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    let isUnicode = ["utf-8", "utf8"].contains { locale.lowercased().hasSuffix($0) }
    var row = yesOrNo("utf8", Localized(both: "UTF-8"), isUnicode)
    if !isUnicode {
      row.verdict = .remark(
        Localized(
          fr: "les accents s’affichent mal si le terminal n’est pas en UTF-8\u{A0}: LANG=C.UTF-8.",
          en: "accents are shown wrong where the terminal is not in UTF-8: LANG=C.UTF-8."))
    }
    group.rows.append(row)
    return group
  }

  private static func yesOrNo(_ key: String, _ label: Localized, _ value: Bool) -> Row {
    Row(
      key, label, value ? Localized(fr: "oui", en: "yes") : Localized(fr: "non", en: "no"),
      value: .boolean(value))
  }
}
