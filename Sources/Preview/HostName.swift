/// For whom a request was meant, by its header `Host`.
enum HostName {
  /// Whether a request was meant for this server: `localhost`, `127.0.0.1` or `[::1]`, with any port or none.
  ///
  /// A page elsewhere can give its own name the address of this machine, and then read what is served here as
  /// if it were its own (DNS rebinding). Such a request bears that name.
  static func isOwn(_ header: String) -> Bool {
    let name = header.lowercased()
    for own in ["localhost", "127.0.0.1", "[::1]"] where name.hasPrefix(own) {
      let rest = name.dropFirst(own.count)
      if rest.isEmpty { return true }
      return rest.first == ":" && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return false
  }
}
