internal import Glibc

/// A socket on the loopback interface that takes connections.
struct ListeningSocket {
  /// The socket; whoever serves on it closes it.
  let descriptor: Int32

  /// The port.
  let port: Int

  /// Listens on a port, or else on the next one that is free.
  ///
  /// - Parameters:
  ///   - first: The port wanted; 0 for any.
  ///   - tries: How many ports are tried.
  /// - Throws: ``PreviewError/noFreePort(from:reason:)``.
  init(port first: Int, tries: Int) throws(PreviewError) {
    var failure = EADDRINUSE
    for port in first...min(first + max(tries, 1) - 1, Int(UInt16.max)) {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Self.closedInChildren, 0)
      guard descriptor >= 0 else {
        failure = errno
        break
      }
      if Self.listen(on: descriptor, port: port), let own = Self.port(of: descriptor) {
        (self.descriptor, self.port) = (descriptor, own)
        return
      }
      failure = errno
      close(descriptor)
      // Another program's port, or one for the administrator alone.
      guard failure == EADDRINUSE || failure == EACCES else { break }
    }
    throw .noFreePort(from: first, reason: unsafe String(cString: strerror(failure)))
  }

  private static let closedInChildren = Int32(SOCK_CLOEXEC.rawValue)

  /// How many connections wait to be taken.
  private static let backlog: Int32 = 64

  private static func listen(on descriptor: Int32, port: Int) -> Bool {
    // Connections that have just ended do not keep their port from a server that is started again.
    var yes: Int32 = 1
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let isBound = unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    return isBound && Glibc.listen(descriptor, backlog) == 0
  }

  private static func port(of descriptor: Int32) -> Int? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe getsockname(descriptor, address, &size) == 0
      }
    }
    return isKnown ? Int(in_port_t(bigEndian: address.sin_port)) : nil
  }
}
