import Glibc

/// What an output can show: how wide it is, and whether it takes colours and links.
struct Terminal: Hashable, Sendable {
  /// Whether a person sees the output as it is written, rather than a file or another program.
  let isTerminal: Bool

  /// The number of columns, at least ``narrowest``.
  let width: Int

  /// The columns that an answer is laid out in: further apart, a place and its title lose each other.
  var layoutWidth: Int { min(width, 120) }

  /// Whether text may be bold, dim or coloured.
  let usesColor: Bool

  /// Whether text may carry a link (OSC 8).
  let supportsLinks: Bool

  /// Whether what is on the line may be erased and written anew.
  let canRedraw: Bool

  /// Layout assumes at least this many columns.
  static let narrowest = 20

  /// Describes what an output can show.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the output is a terminal.
  ///   - columns: The width that the terminal itself states, if it does.
  ///   - environment: The variables of the process.
  init(isTerminal: Bool, columns: Int?, environment: [String: String]) {
    let isDumb = environment["TERM"] == "dumb"
    self.isTerminal = isTerminal
    let stated = columns ?? environment["COLUMNS"].flatMap { Int($0) } ?? 0
    width = stated > 0 ? max(stated, Self.narrowest) : 80
    canRedraw = isTerminal && !isDumb
    supportsLinks = canRedraw && Self.knowsLinks(environment)

    // https://no-color.org and https://bixense.com/clicolors
    let isForced = environment["CLICOLOR_FORCE"].map { !["", "0"].contains($0) } ?? false
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    usesColor = (canRedraw || isForced) && !isRefused
  }

  /// Whether the terminal is one of those that are known to show links.
  private static func knowsLinks(_ environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    // GNU screen prints what it does not know, whatever terminal is around it.
    if term.hasPrefix("screen") { return false }
    // VTE 0.50 was the first whose links did not crash it.
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5000 }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"]
    if let program = environment["TERM_PROGRAM"], programs.contains(program) { return true }
    if environment["KITTY_WINDOW_ID"] != nil || environment["WT_SESSION"] != nil { return true }
    return ["xterm-kitty", "foot", "alacritty", "xterm-ghostty", "contour", "wezterm"]
      .contains { term.hasPrefix($0) }
  }
}

extension Terminal {
  /// Describes what is behind a file descriptor.
  init(descriptor: Int32, environment: [String: String]) {
    let isTerminal = isatty(descriptor) == 1
    var size = winsize()
    // A terminal that does not know its size states 0.
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(
      isTerminal: isTerminal, columns: isKnown ? Int(size.ws_col) : nil, environment: environment)
  }
}
