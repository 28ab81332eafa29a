internal import CLinux
@unsafe @preconcurrency import Glibc

/// A terminal that gives each key at once, on a screen of its own, and is given back as it was.
///
/// Whatever ends the program puts the terminal back first: leaving, an error, Ctrl-C, SIGTERM, SIGHUP, a
/// crash. Ctrl-Z gives it back until the program goes on. Signals are read like keys, one after another.
@safe
final class RawTerminal {
  /// What happens to a program that owns a terminal.
  enum Event: Hashable {
    case key(Key)
    /// What is shown has to be shown anew: another size, or the program went on after a stop.
    case redraw
    /// The shell wants its terminal back, as by Ctrl-Z: ``suspend()`` gives it.
    case suspend
    /// The program is asked to end.
    case end(signal: Int32)
  }

  private let input: Int32
  private let output: OutputWriter
  private var decoder = KeyDecoder()
  private var events: [Event] = []
  private var isOpen = false
  private var hasEnded = false
  private var signals: Int32 = -1
  private var oldMask = sigset_t()

  private static let handled = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]
  /// After so many milliseconds an escape byte is the key of that name.
  private static let escapeTime: Int32 = 50

  /// Takes a terminal over; `nil` if the input is none.
  ///
  /// - Parameters:
  ///   - input: Where keys come from.
  ///   - output: Where the screen is.
  init?(input: Int32, output: OutputWriter) {
    self.input = input
    self.output = output
    guard unsafe tcgetattr(input, Self.saved) == 0 else { return nil }
    var mask = Self.mask
    unsafe sigprocmask(SIG_BLOCK, &mask, &oldMask)
    unsafe signals = signalfd(-1, &mask, Int32(SFD_CLOEXEC))
    Self.restoreOnCrash(input: input)
    open()
  }

  deinit { close() }

  /// Gives the terminal back for good.
  func close() {
    leave()
    guard signals >= 0 else { return }
    Glibc.close(signals)
    signals = -1
    unsafe sigprocmask(SIG_SETMASK, &oldMask, nil)
  }

  /// Takes the terminal over again after ``leave()``.
  func open() {
    guard !isOpen else { return }
    isOpen = true
    var raw = unsafe Self.saved.pointee
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
    unsafe tcsetattr(input, TCSADRAIN, &raw)
    output.writeRaw(Self.opening)
    output.flush()
  }

  /// Gives the terminal back for a while: to an editor, to the shell.
  func leave() {
    guard isOpen else { return }
    isOpen = false
    output.writeRaw(Self.closing)
    output.flush()
    unsafe tcsetattr(input, TCSADRAIN, Self.saved)
  }

  /// Gives the terminal to the shell, and takes it over again when the program is to go on.
  func suspend() {
    leave()
    // Not SIGTSTP, which is blocked: this stops at once, until somebody says SIGCONT.
    raise(SIGSTOP)
    open()
  }

  // The screen of its own, no cursor, no line breaks by the terminal; and back.
  private static let opening = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[2J"
  private static let closing = "\u{1B}[?25h\u{1B}[?7h\u{1B}[?1049l"
}

// MARK: - Events

extension RawTerminal {
  /// Waits for what happens next.
  func next() -> Event {
    while true {
      if let event = next(within: -1) { return event }
    }
  }

  /// Waits a while for what happens next.
  ///
  /// - Parameter milliseconds: How long; without end if it is negative.
  /// - Returns: `nil` if nothing happened.
  func next(within milliseconds: Int32) -> Event? {
    if events.isEmpty, !hasEnded { wait(milliseconds) }
    if !events.isEmpty { return events.removeFirst() }
    return hasEnded ? .key(.endOfInput) : nil
  }

  private func wait(_ milliseconds: Int32) {
    var requests = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let count = unsafe poll(&requests, 2, decoder.isWaiting ? Self.escapeTime : milliseconds)
    if count == 0, let key = decoder.flush() { events.append(.key(key)) }
    guard count > 0 else { return }
    if requests[1].revents != 0 { readSignal() }
    if requests[0].revents != 0 { readKeys() }
  }

  private func readKeys() {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe read(input, &bytes, bytes.count)
    guard count > 0 else {
      if count == 0 || errno != EINTR { hasEnded = true }
      return
    }
    for byte in bytes.prefix(count) {
      if let key = decoder.add(byte) { events.append(.key(key)) }
    }
  }

  private func readSignal() {
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard unsafe read(signals, &info, size) == size else { return }
    switch Int32(info.ssi_signo) {
    case SIGWINCH, SIGCONT: events.append(.redraw)
    case SIGTSTP: events.append(.suspend)
    case let signal: events.append(.end(signal: signal))
    }
  }

  private static var mask: sigset_t {
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    for signal in handled { unsafe sigaddset(&mask, signal) }
    return mask
  }

  /// The number of rows and columns; 24 × 80 where the terminal does not say.
  var size: (rows: Int, columns: Int) {
    var size = winsize()
    guard unsafe ioctl(input, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return (24, 80)
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}

// MARK: - Giving back

extension RawTerminal {
  // Read by a signal handler, which can be given nothing; for as long as the process lives, in memory of its own: of
  // a variable, the compiler leaves out the last bytes of this structure.
  nonisolated(unsafe) private static let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static var crashInput: Int32 = 0

  /// Puts the terminal back if the program is brought down by a fault of its own.
  private static func restoreOnCrash(input: Int32) {
    unsafe crashInput = input
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] {
      signal(number) { number in
        // Nothing but calls that are safe in a handler.
        unsafe tcsetattr(RawTerminal.crashInput, TCSANOW, RawTerminal.saved)
        awsnotes_leave_screen()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// Ends the process as a signal would have ended it, so that a shell sees why.
  static func die(of number: Int32) -> Never {
    signal(number, SIG_DFL)
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe sigaddset(&mask, number)
    raise(number)
    unsafe sigprocmask(SIG_UNBLOCK, &mask, nil)
    exit(128 + number)
  }

  /// Lets another program use the terminal, and waits for its end.
  ///
  /// - Parameter words: The program and its arguments; no shell reads them.
  /// - Returns: Whether it ran and ended well.
  func run(_ words: [String]) -> Bool {
    leave()
    defer { open() }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var empty = sigset_t()
    unsafe sigemptyset(&empty)
    unsafe posix_spawnattr_setsigmask(&attributes, &empty)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for place in unsafe arguments.indices { unsafe free(arguments[place]) } }
    var child: pid_t = 0
    guard unsafe posix_spawnp(&child, words[0], nil, &attributes, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
