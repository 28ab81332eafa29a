import Cards
import Glibc
import KnowledgeBase
import Notes
import Search
import Site

/// What every command works on: the settings in force, and the folder of notes.
struct Workspace {
  let settings: Settings
  let console: Console
  private let workingFolder: String

  /// Whether the notes are those that were installed with the program.
  private(set) var usesInstalled = false

  /// Finds the settings: those of the folder that `--content` names, or else those found from the
  /// working folder upwards, or else those of `./Content`, or else those of the notes installed with the program.
  ///
  /// - Parameters:
  ///   - arguments: The arguments of a command.
  ///   - console: Where to speak.
  ///   - takesInstalled: Whether the installed notes may stand in: not for a command that makes or sends
  ///     something of them, which would be another's.
  ///   - isQuiet: Whether it goes without saying that they do.
  /// - Throws: ``Failure`` if there are settings that cannot be understood.
  init(
    _ arguments: ParsedArguments, _ console: Console, takesInstalled: Bool = true,
    isQuiet: Bool = false
  ) throws(Failure) {
    workingFolder = Self.currentFolder()
    do {
      if let folder = arguments.text("content") {
        settings = try Settings.ofContent(folder)
      } else {
        let found = try Settings.found(from: workingFolder)
        if takesInstalled, found.isMissing, let folder = Self.installedContent {
          settings = try Settings.ofContent(folder)
          usesInstalled = true
        } else {
          settings = found
        }
      }
    } catch {
      throw Failure(error)
    }
    self.console = console.speaking(settings.language.flatMap(Language.init))
    if usesInstalled, !isQuiet { tellOfInstalledContent() }
  }

  /// Opens the notes, bringing the index up to date with a progress bar on a terminal.
  ///
  /// - Parameters:
  ///   - settings: The settings; by default those of the workspace.
  ///   - rebuilding: Whether to read every note.
  /// - Returns: The library.
  /// - Throws: ``Failure`` if there is no folder, no note, or no readable vocabulary.
  func library(
    settings: Settings? = nil, rebuilding: Bool = false
  ) throws(Failure) -> Library {
    let library: Library
    do {
      library = try Library(
        settings: settings ?? self.settings, environment: console.environment,
        rebuilding: rebuilding, progress: progress())
    } catch {
      throw Failure(error)
    }
    warn(library)
    return library
  }

  /// Opens the notes and asks them something; see ``Library/asking(_:environment:progress:_:)``.
  func asking<Answer>(
    _ ask: (Library) -> Answer
  ) throws(Failure) -> (library: Library, answer: Answer) {
    do {
      let asked = try Library.asking(
        settings, environment: console.environment, progress: progress(), ask)
      warn(asked.library)
      return asked
    } catch {
      // What notes said that cannot be read any more is not said beside the error.
      console.output.discard()
      throw Failure(error)
    }
  }

  /// Shows a progress bar from the first note that is read.
  private func progress() -> (Int, Int) -> Void {
    var bar: ProgressBar?
    return { [console] done, total in
      if bar == nil { bar = ProgressBar(total: total, output: console.errors) }
      bar?.update(done)
    }
  }

  /// The most warnings that stand above an answer; `check` tells them all.
  private static let mostWarnings = 5

  /// Tells on the error output what of the notes is missing from an answer.
  private func warn(_ library: Library) {
    let count = library.unreadableCount
    if count > 0 {
      let message = Localized(
        fr: count == 1
          ? "1 note ou dossier n’a pas pu être lu\u{A0}: «\u{A0}awsnotes doctor\u{A0}» dit lequel."
          : "\(count) notes ou dossiers n’ont pas pu être lus\u{A0}: «\u{A0}awsnotes doctor\u{A0}» dit lesquels.",
        en: count == 1
          ? "1 note or folder could not be read: “awsnotes doctor” tells which one."
          : "\(count) notes or folders could not be read: “awsnotes doctor” tells which.")
      console.errors.writeLine(StyledText(message.in(console.language)))
    }
    let warnings = library.warnings.filter { !$0.kind.isUnread }
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

  /// The cards of all notes of a library: those that were kept, or else they are made, and kept.
  func deck(of library: Library) throws(Failure) -> Deck {
    if let kept = LibraryDeck(kept: library) { return kept.deck }
    let made = LibraryDeck(library, try knowledgeBase(of: library))
    made.keep()
    return made.deck
  }

  /// The cards of all notes.
  func deck() throws(Failure) -> Deck { try deck(of: try library()) }

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

extension Finding.Kind {
  /// Whether it is about what could not be read, which is told in one line.
  fileprivate var isUnread: Bool {
    switch self {
    case .unreadableEntry, .note(.unreadable): true
    default: false
    }
  }
}
