import Foundation
@unsafe @preconcurrency import Glibc
import Testing

/// A program, mostly the built one, on a terminal of its own: what it shows, and how it leaves the terminal behind.
///
/// Nothing waits for a fixed time: each wait ends when what is waited for is there, or fails after a minute.
final class PseudoTerminal {
  private let master: Int32
  private let child: pid_t
  private let before: termios
  /// All that was shown, control sequences included.
  private(set) var shown = ""
  private var bytes: [UInt8] = []

  // `TIOCSPTLCK` and `TIOCGPTN` of Linux, which are macros that call macros.
  private static let lock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430
  /// `POSIX_SPAWN_SETSID` of glibc, which shows it to GNU sources only.
  private static let ownSession: Int16 = 0x80

  /// The program that stands beside the tests.
  static var program: String {
    get throws {
      let itself = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      let files = [itself] + CommandLine.arguments.map { URL(filePath: $0) }
      let places = files.flatMap { file in
        (1...5).map { levels in
          (0..<levels).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
            .appending(path: "awsnotes").path
        }
      }
      return try #require(places.first { Self.isProgram($0) })
    }
  }

  private static func isProgram(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
      && FileManager.default.isExecutableFile(atPath: path)
  }

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - program: Its path; by default that of the program that was built.
  ///   - words: What follows its name.
  ///   - environment: All that it finds there.
  /// - Throws: What a test says that cannot go on.
  init(
    of program: String? = nil, _ words: [String], environment: [String: String]
  ) throws {
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(master >= 0)
    var (unlocked, number): (Int32, Int32) = (0, 0)
    _ = unsafe ioctl(master, Self.lock, &unlocked)
    _ = unsafe ioctl(master, Self.number, &number)
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    var found = termios()
    unsafe tcgetattr(master, &found)
    before = found

    // The first terminal that the leader of a session opens becomes its own.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Self.ownSession)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    let program = try program ?? Self.program
    var arguments = unsafe ([program] + words).map { unsafe strdup($0) } + [nil]
    let heard = environment.merging(sanitizerSettings) { $1 }
    var variables = unsafe heard.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    let strings = unsafe arguments + variables
    defer { for place in unsafe strings.indices { unsafe free(strings[place]) } }
    var started: pid_t = 0
    let failure = unsafe posix_spawn(
      &started, program, &actions, &attributes, &arguments, &variables)
    try #require(failure == 0)
    child = started
  }

  deinit {
    kill(child, SIGKILL)
    close(master)
  }

  /// Whether the terminal works as it did before the program had it.
  var isGivenBack: Bool {
    var now = termios()
    unsafe tcgetattr(master, &now)
    return now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag
      && now.c_oflag == before.c_oflag && !isOnOtherScreen
  }

  /// Whether the program's own screen is shown, not the ordinary one.
  var isOnOtherScreen: Bool {
    guard let entered = shown.range(of: "\u{1B}[?1049h", options: .backwards) else { return false }
    guard let left = shown.range(of: "\u{1B}[?1049l", options: .backwards) else { return true }
    return left.lowerBound < entered.lowerBound
  }

  /// Types, as fast as a paste.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe write(master, bytes, bytes.count)
  }

  /// Types single bytes, each in a write of its own.
  func typeApart(_ text: String) {
    for byte in text.utf8 { _ = unsafe write(master, [byte], 1) }
  }

  func send(_ signal: Int32) { kill(child, signal) }

  /// Forgets what was shown so far.
  func clear() { bytes = [] }

  /// Waits until a text stands in what was shown since it was cleared.
  func wait(for text: String) throws {
    try wait(until: { self.shown.contains(text) }, "“\(text)” did not come")
  }

  /// How the program ended, as `waitpid` tells it; everything was shown then.
  func end() throws -> Int32 {
    var status: Int32 = 0
    try wait(
      until: { unsafe waitpid(self.child, &status, WNOHANG) == self.child }, "it did not end")
    read()
    return status
  }

  /// Waits until the program stands still, as after Ctrl-Z.
  func stop() throws {
    var status: Int32 = 0
    try wait(
      until: { unsafe waitpid(self.child, &status, WNOHANG | WUNTRACED) == self.child },
      "it did not stop")
    try #require(status & 0xFF == 0x7F)
    read()
  }

  private func wait(until isDone: () -> Bool, _ failure: String) throws {
    for _ in 0..<6000 {
      read()
      if isDone() { return }
      usleep(10_000)
    }
    Issue.record("\(failure); shown: \(shown.suffix(800).debugDescription)")
    throw CancellationError()
  }

  private func read() {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&request, 1, 0) > 0 {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = unsafe Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    shown = String(decoding: bytes, as: UTF8.self)
  }
}
