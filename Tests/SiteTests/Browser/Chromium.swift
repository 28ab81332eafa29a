import Foundation
import Synchronization

/// A Chromium without a window, spoken to over its pipe of the DevTools protocol: JSON with a zero byte behind it.
///
/// It ends with the tests, because its pipe ends then. https://chromedevtools.github.io/devtools-protocol/
final class Chromium: Sendable {
  /// The program, or `nil` where there is none: `$CHROMIUM`, or else one on the path.
  static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let known = environment["CHROMIUM"].map { [$0] } ?? []
    let candidates = known + names.flatMap { name in folders.map { "\($0)/\(name)" } }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Whether the tests that need one run: where there is one, and wherever they must not be skipped.
  static let isWanted = program != nil || ProcessInfo.processInfo.environment["CI"] != nil

  /// The one that all tests share: each opens pages that know nothing of the others'.
  static let shared = Result { try Chromium() }

  /// No test waits for ever; none is meant to wait nearly as long.
  static let limit: Duration = .seconds(60)

  private let connection: Mutex<Connection>

  /// Starts the program.
  private init() throws {
    guard let program = Self.program else { throw Failure("there is no Chromium") }
    let profile = FileManager.default.temporaryDirectory.appending(
      path: "awsnotes-chromium-\(UUID().uuidString)"
    ).path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // Its standard streams become the pipes that it reads and writes.
    let script = #"""
      profile=$1; shift
      "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1
      rm -rf "$profile"
      """#
    process.arguments = [
      "-c", script, "sh", profile, program, "--headless", "--remote-debugging-pipe",
      "--user-data-dir=\(profile)", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-extensions", "--no-proxy-server",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
      // The super-user has no sandbox, and a container often is one.
      "--no-sandbox",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    connection = Mutex(
      Connection(
        process: process, commands: input.fileHandleForWriting,
        answers: output.fileHandleForReading))
    _ = try send("Browser.getVersion")
  }

  /// Sends a command and waits for what it answers.
  ///
  /// - Parameters:
  ///   - method: The command's name.
  ///   - parameters: What it is told.
  ///   - session: The page that it is for; `nil` for the program itself.
  /// - Returns: What it answers.
  /// - Throws: ``Failure`` if the command is refused or not answered.
  func send(
    _ method: String, _ parameters: JSON = [:], session: String? = nil
  ) throws -> JSON {
    try connection.withLock { try $0.send(method, parameters, session: session) }
  }

  /// What a page has told unasked since it was opened: what its console shows, which dialogs it opens.
  func events(of session: String) throws -> [JSON] {
    // An answer comes behind everything that was told before it.
    _ = try send("Runtime.evaluate", ["expression": "0"], session: session)
    return connection.withLock { $0.events.filter { $0["sessionId"]?.text == session } }
  }
}

/// Why a page could not be asked, or did not become what was waited for.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The two ends of a pipe to a Chromium.
private struct Connection {
  let process: Process
  let commands: FileHandle
  let answers: FileHandle
  private var received: [UInt8] = []
  private var lastID = 0
  private(set) var events: [JSON] = []

  init(process: Process, commands: FileHandle, answers: FileHandle) {
    (self.process, self.commands, self.answers) = (process, commands, answers)
  }

  mutating func send(_ method: String, _ parameters: JSON, session: String?) throws -> JSON {
    lastID += 1
    var command: [String: JSON] = [
      "id": .number(Double(lastID)), "method": .text(method), "params": parameters,
    ]
    if let session { command["sessionId"] = .text(session) }
    try commands.write(contentsOf: JSONEncoder().encode(JSON.object(command)) + [0])
    let end = ContinuousClock.now + Chromium.limit
    while true {
      let message = try next(before: end, answering: method)
      if message["id"]?.number == Double(lastID) {
        if let error = message["error"]?["message"]?.text { throw Failure("\(method): \(error)") }
        return message["result"] ?? [:]
      }
      if message["method"] != nil { events.append(message) }
    }
  }

  /// The next message.
  private mutating func next(
    before end: ContinuousClock.Instant, answering method: String
  ) throws -> JSON {
    while true {
      if let zero = received.firstIndex(of: 0) {
        let message = Data(received[..<zero])
        received.removeFirst(zero + 1)
        return try JSONDecoder().decode(JSON.self, from: message)
      }
      var ready = pollfd(
        fd: answers.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard ContinuousClock.now < end else { throw Failure("\(method): no answer") }
      guard unsafe poll(&ready, 1, 1000) > 0 else { continue }
      let bytes = answers.availableData
      guard !bytes.isEmpty else { throw Failure("\(method): Chromium has ended") }
      received += bytes
    }
  }
}
