import Glibc

/// A client of its own: it sends bytes as they are given to it, also those that no browser sends.
final class Client {
  private let descriptor: Int32
  private var received: [UInt8] = []

  /// Connects to a port of this machine.
  init(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = unsafe connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    // No test waits for ever.
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Sends text as it is.
  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// Ends this side of the connection: nothing more will be sent.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Sends a request for a path.
  func request(_ path: String, method: String = "GET", _ headers: [String: String] = [:]) {
    var headers = headers
    if headers["Host"] == nil { headers["Host"] = "localhost:8000" }
    let lines = headers.filter { $0.value != "-" }.map { "\($0): \($1)\r\n" }.joined()
    send("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n")
  }

  /// Reads an answer; its body too, unless the answer is to HEAD.
  func answer(to method: String = "GET") -> Answer {
    let head = String(decoding: take(through: "\r\n\r\n"), as: UTF8.self)
    var lines = head.split(separator: "\r\n")[...]
    var answer = Answer()
    answer.status = Int(lines.popFirst()?.split(separator: " ").dropFirst().first ?? "") ?? 0
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      answer.headers[line[..<colon].lowercased()] = String(value)
    }
    if method != "HEAD", answer.status != 304, let length = answer.length {
      answer.body = take(length)
    }
    return answer
  }

  /// Takes bytes up to and with some letters; what there is where the server sends no more.
  func take(through end: String) -> [UInt8] {
    let letters = Array(end.utf8)
    var searched = 0
    while true {
      while searched + letters.count <= received.count {
        if Array(received[searched..<searched + letters.count]) == letters {
          return take(searched + letters.count)
        }
        searched += 1
      }
      guard receive() else { return take(received.count) }
    }
  }

  /// Takes so many bytes; what there is where the server sends no more.
  func take(_ count: Int) -> [UInt8] {
    while received.count < count, receive() {}
    let taken = Array(received.prefix(count))
    received.removeFirst(taken.count)
    return taken
  }

  /// Reads what has come; `false` at the end.
  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    received += buffer[..<count]
    return true
  }
}

/// What a server answered.
struct Answer {
  var status = 0
  /// By name in lower case.
  var headers: [String: String] = [:]
  var body: [UInt8] = []

  var text: String { String(decoding: body, as: UTF8.self) }
  var length: Int? { headers["content-length"].flatMap(Int.init) }
}
