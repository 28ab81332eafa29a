internal import Glibc
internal import Preview

extension FuzzTarget {
  /// What a client sends to `awsnotes serve`, byte by byte as it comes.
  static let request = FuzzTarget(name: "request") { bytes in
    // News never end.
    let answer = served.answer(to: bytes, pause: 50)
    must(!contains(answer, "hors du site"), "nothing but the site's folder is had")
    let plain = Array("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    let next = served.answer(to: plain, pause: 20_000)
    must(contains(next, "Accueil"), "the next request is answered")
  }

  private static let served = ServedSite()
}

/// A small site that is served as long as the process lives, beside files that are no part of it.
private final class ServedSite: Sendable {
  private let server: PreviewServer

  init() {
    let folder = Scratch()
    folder.write(Array("hors du site".utf8), to: "secret.txt")
    folder.write(Array("hors du site".utf8), to: "site/.awsnotes-site")
    folder.write(Array("<!doctype html><body>Accueil</body>".utf8), to: "site/index.html")
    folder.write(Array("body { color: navy }".utf8), to: "site/assets/a.css")
    folder.write(Array("<p>VPC</p>".utf8), to: "site/réseau/vpc/index.html")
    do { server = try PreviewServer(folder: folder.path + "/site", port: 0) } catch {
      fatalError("The site is not served: \(error)")
    }
    Self.keep(folder)
  }

  /// The folder stays for the process: the next one makes another.
  private static func keep(_ folder: consuming Scratch) {
    nonisolated(unsafe) let kept = Kept(folder)
    unsafe _ = Unmanaged.passRetained(kept)
  }

  private final class Kept {
    let folder: Scratch
    init(_ folder: consuming Scratch) { self.folder = folder }
  }

  /// Sends bytes, and reads until the server closes the connection or sends nothing for some milliseconds.
  func answer(to bytes: [UInt8], pause: Int) -> [UInt8] {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(client) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(server.port).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = unsafe connect(client, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var limit = timeval(tv_sec: pause / 1000, tv_usec: pause % 1000 * 1000)
    unsafe setsockopt(
      client, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    _ = unsafe bytes.withUnsafeBytes { bytes in
      unsafe send(client, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
    shutdown(client, Int32(SHUT_WR))
    var answer: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe recv(client, &block, block.count, 0)
      // libFuzzer has a clock of its own that interrupts.
      if count < 0, errno == EINTR { continue }
      guard count > 0, answer.count < 1 << 16 else { return answer }
      answer += block[..<count]
    }
  }
}

private func contains(_ bytes: [UInt8], _ words: String) -> Bool {
  String(decoding: bytes, as: UTF8.self).contains(words)
}
