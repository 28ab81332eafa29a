import Glibc
import KnowledgeBase
import Notes
import Search

/// What every command works on: the settings in force, and the folder of notes.
struct Workspace {
  let settings: Settings
  let console: Console
  private let workingFolder: String

  /// Finds the settings: those of the folder that `--content` names, or else those found from the
  /// working folder upwards, or else those of `./Content`.
  init(_ arguments: ParsedArguments, _ console: Console) throws(Failure) {
    workingFolder = Self.currentFolder()
    do {
      if let folder = arguments.text("content") {
        settings = try Settings.ofContent(folder)
      } else {
        settings = try Settings.found(from: workingFolder)
      }
    } catch {
      throw Failure(error)
    }
    self.console = console.speaking(settings.language.flatMap(Language.init))
  }

  /// Opens the notes, bringing the index up to date with a progress bar on a terminal.
  ///
  /// - Parameters:
  ///   - settings: The settings; by default those of the workspace.
  ///   - rebuilding: Whether to read every note.
  func library(
    settings: Settings? = nil, rebuilding: Bool = false
  ) throws(Failure) -> Library {
    let library: Library
    do {
      var bar: ProgressBar?
      library = try Library(
        settings: settings ?? self.settings, environment: console.environment, rebuilding: rebuilding
      ) { done, total in
        if bar == nil { bar = ProgressBar(total: total, output: console.errors) }
        bar?.update(done)
      }
    } catch {
      throw Failure(error)
    }
    warn(library.warnings)
    return library
  }

  /// The most warnings that stand above an answer; `check` tells them all.
  private static let mostWarnings = 5

  private func warn(_ warnings: [Finding]) {
    for finding in warnings.prefix(Self.mostWarnings) {
      let message = finding.kind.message(shown: shownPath).in(console.language)
      console.errors.writeLine(StyledText("\(shownPath(finding.path)):\(finding.line): \(message)"))
    }
    let rest = warnings.count - Self.mostWarnings
    if rest > 0 {
      let message = Localized(
        fr: "… et \(rest) de plus\u{A0}: awsnotes check", en: "… and \(rest) more: awsnotes check")
      console.errors.writeLine(StyledText(message.in(console.language)))
    }
  }

  /// All notes of a library, for what an index does not tell.
  func knowledgeBase(of library: Library) throws(Failure) -> KnowledgeBase {
    do { return try library.knowledgeBase() } catch { throw Failure(error) }
  }

  /// The path of a note as a person would type it from here.
  func shownPath(_ path: String) -> String {
    let full = settings.content + "/" + path
    let prefix = workingFolder == "/" ? "/" : workingFolder + "/"
    if full.hasPrefix(prefix) { return String(full.dropFirst(prefix.count)) }
    return full.hasPrefix("./") ? String(full.dropFirst(2)) : full
  }

  /// A place in a note, dim, and a link to the file where the terminal follows links.
  func shownPlace(_ path: String, line: Int) -> StyledText {
    let full = settings.content + "/" + path
    let absolute = full.hasPrefix("/") ? full : workingFolder + "/" + full
    let place = "\(sanitized(shownPath(path))):\(line)"
    return StyledText(place, .dim, link: Hyperlink(path: absolute))
  }

  private static func currentFolder() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
