internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// Shows a site to browsers on this machine while it is being written.
///
///     let server = try PreviewServer(folder: "Site/public")
///     print(server.address)          // http://127.0.0.1:8000/
///     server.announce(.rebuilt)      // open pages load themselves again
///
/// It listens on the loopback interface, understands GET and HEAD, and gives out what lies in the folder and
/// nothing else; the folder may be replaced while it serves. One thread does all the work.
public final class PreviewServer: Sendable {
  /// The port on which the site is to be had.
  public let port: Int

  /// The address of the site's first page.
  public var address: String { "http://127.0.0.1:\(port)/" }

  private let desk: Desk
  private let daemon: Mutex<Daemon?>

  /// Starts to serve.
  ///
  /// - Parameters:
  ///   - folder: The folder of the site; where there is none yet, pages are not found.
  ///   - port: The port, 1 to 65,535, or 0 for any.
  ///   - tries: How many ports are tried, from that one on.
  ///   - connections: How many connections there may be at a time; others wait. Each may hold a file open, and a
  ///     process has 1,024 of both unless somebody says otherwise.
  /// - Throws: ``PreviewError``.
  public init(
    folder: String, port: Int = 8000, tries: Int = 100, connections: Int = 480
  ) throws(PreviewError) {
    let socket = try ListeningSocket(port: port, tries: tries)
    self.port = socket.port
    desk = Desk(answerer: Answerer(folder: folder), newsroom: Newsroom(start: Self.start()))
    guard let started = Daemon(socket, desk, connections: connections) else {
      let reason = unsafe String(cString: strerror(errno))
      close(socket.descriptor)
      throw .notStarted(reason: reason)
    }
    daemon = Mutex(started)
  }

  deinit { stop() }

  /// Tells the pages that are open, and those that will be.
  public func announce(_ news: News) { desk.newsroom.announce(news) }

  /// Ends all connections and closes the port; to do so again does nothing.
  public func stop() {
    let running = daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    desk.newsroom.close()
    running?.stop()
  }

  /// The second in which the server starts, as text.
  private static func start() -> String { String(time(nil), radix: 36) }
}

/// libmicrohttpd's server.
@safe private struct Daemon: @unchecked Sendable {
  private let handle: OpaquePointer

  /// How many seconds a client may neither send nor take anything.
  private static let longestPause: UInt32 = 30

  /// Starts to answer; `desk` must live until the server is stopped.
  init?(_ socket: ListeningSocket, _ desk: Desk, connections: Int) {
    let context = unsafe Unmanaged.passUnretained(desk).toOpaque()
    guard
      let handle = unsafe awsnotes_start_server(
        socket.descriptor, UInt32(connections), Self.longestPause, answerRequest, context)
    else { return nil }
    unsafe self.handle = handle
  }

  func stop() { unsafe MHD_stop_daemon(handle) }
}
