import Foundation
import Synchronization

/// Serves a folder below `/notes/` with the strictest policy that a site is promised to work under; can go away
/// as a network does.
final class SiteServer: Sendable {
  /// Where the site begins.
  var address: String { "http://127.0.0.1:\(port)/notes/" }

  /// What no page of the site needs more than.
  static let policy = """
    default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'
    """

  let port: Int
  private let folder: String
  private let listener: Int32

  /// The paths that were asked for, in order.
  private let asked = Mutex<[String]>([])

  init(_ folder: String) throws {
    self.folder = folder
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(listener, address, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isBound else { throw Failure("no port") }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in accept() }
  }

  /// Stops answering, for ever.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  deinit {
    stop()
    close(listener)
  }

  /// The paths below the site that were asked for so far.
  func requests() -> [String] { asked.withLock(\.self) }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { return }
      // A browser opens connections ahead of what it will ask: none may wait for another.
      Thread.detachNewThread { [self] in answer(connection) }
    }
  }

  /// Answers one request.
  private func answer(_ connection: Int32) {
    let handle = FileHandle(fileDescriptor: connection, closeOnDealloc: true)
    var request = Data()
    while request.firstRange(of: Data("\r\n\r\n".utf8)) == nil {
      let more = handle.availableData
      guard !more.isEmpty else { return }
      request += more
    }
    let words = String(decoding: request, as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count > 1 else { return }
    let target = String(words[1].prefix { $0 != "?" })
    let name = target.hasPrefix("/notes/") ? String(target.dropFirst("/notes/".count)) : nil
    if let name { asked.withLock { $0.append(name) } }
    let path = name?.removingPercentEncoding.map {
      $0.isEmpty || $0.hasSuffix("/") ? $0 + "index.html" : $0
    }
    let body = path.flatMap { FileManager.default.contents(atPath: folder + "/" + $0) }
    let missing = FileManager.default.contents(atPath: folder + "/404.html") ?? Data()
    let type = Self.types[(path ?? "").split(separator: ".").last.map(String.init) ?? ""]
    let head = """
      HTTP/1.1 \(body == nil ? "404 Not Found" : "200 OK")\r
      Content-Type: \(body == nil ? "text/html" : type ?? "application/octet-stream")\r
      Content-Length: \((body ?? missing).count)\r
      Content-Security-Policy: \(Self.policy)\r
      Cache-Control: no-store\r
      Connection: close\r
      \r

      """
    try? handle.write(contentsOf: Data(head.utf8) + (body ?? missing))
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript",
    "json": "application/json", "svg": "image/svg+xml", "wasm": "application/wasm",
    "webmanifest": "application/manifest+json", "xml": "application/xml",
  ]
}
