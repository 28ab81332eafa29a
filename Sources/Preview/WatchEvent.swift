internal import Glibc

/// What the system tells of a change.
struct WatchEvent {
  var watch: Int32
  var mask: UInt32
  var name: String

  var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }

  /// Whether folders may have come or gone.
  var changesFolders: Bool {
    mask & UInt32(IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF) != 0
  }

  /// The events in what was read from a queue.
  static func all(in bytes: ArraySlice<UInt8>) -> [WatchEvent] {
    var events: [WatchEvent] = []
    var rest = bytes
    while rest.count >= headSize {
      let number = { (place: Int) in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(rest[rest.startIndex + place + $1]) << (8 * $1) }
      }
      let length = Int(number(12))
      let name = rest.dropFirst(headSize).prefix(length).prefix { $0 != 0 }
      events.append(
        WatchEvent(
          watch: Int32(bitPattern: number(0)), mask: number(4),
          name: String(decoding: name, as: UTF8.self)))
      rest = rest.dropFirst(headSize + length)
    }
    return events
  }

  /// Watch, mask, cookie and length, each of four bytes.
  private static let headSize = 16
}
