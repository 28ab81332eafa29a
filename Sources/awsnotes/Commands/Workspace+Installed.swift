import Glibc
import KnowledgeBase

extension Workspace {
  /// The notes that were installed with the program, `share/awsnotes/Content` beside its `bin`; `nil` if there are none.
  static var installedContent: String? {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    let program = unsafe String(cString: path).split(separator: "/")
    let folder = "/" + (program.dropLast(2) + ["share/awsnotes/Content"]).joined(separator: "/")
    return unsafe access(folder, R_OK | X_OK) == 0 ? folder : nil
  }

  /// Says whose notes answer, so that nobody takes them for their own.
  func tellOfInstalledContent() {
    let message = Localized(
      fr: """
        aucun dossier de notes ici\u{A0}; voici les notes installées, \(settings.content). \
        --content en indique d’autres.
        """,
      en: """
        no folder of notes here; these are the installed notes, \(settings.content). \
        --content names others.
        """)
    let text = "\(console.table.program): \(message.in(console.language))"
    console.errors.writeLine(StyledText(text, .dim))
    console.errors.flush()
  }
}

extension Settings {
  /// Whether there are neither settings nor a folder where notes lie by default.
  var isMissing: Bool { unsafe path == nil && access(content, F_OK) != 0 }
}
