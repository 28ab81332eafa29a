/// Files in one file, as PKWARE's APPNOTE has it; they are stored as they are.
///
/// Written here, and not by libzip, because the program is linked without shared libraries and Debian has
/// libzip as nothing else; the tests read with libzip what is written here.
struct ZipArchive {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The first of January 1980: the same archive at any time.
  private static let date: UInt16 = 1 << 5 | 1

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: Its name, in ASCII.
  ///   - content: Less than four GiB.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let start = files.count
    var entry: [UInt8] = []
    // Version 2.0, no flags, stored, the time, the date.
    for field in [20, 0, 0, 0, Self.date] as [UInt16] { entry.append(number: field) }
    entry.append(number: Self.checksum(content))
    entry.append(number: UInt32(content.count))
    entry.append(number: UInt32(content.count))
    entry.append(number: UInt16(name.utf8.count))
    entry.append(number: 0 as UInt16)
    files += Array("PK\u{3}\u{4}".utf8) + entry + Array(name.utf8) + content
    directory += Array("PK\u{1}\u{2}".utf8)
    directory.append(number: 20 as UInt16)
    directory += entry
    // No comment, the first disk, no attributes.
    for _ in 0..<3 { directory.append(number: 0 as UInt16) }
    directory.append(number: 0 as UInt32)
    directory.append(number: UInt32(start))
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    var end = Array("PK\u{5}\u{6}".utf8)
    for field in [0, 0, UInt16(count), UInt16(count)] { end.append(number: field) }
    end.append(number: UInt32(directory.count))
    end.append(number: UInt32(files.count))
    end.append(number: 0 as UInt16)
    return files + directory + end
  }

  /// CRC-32, the polynomial of Ethernet.
  static func checksum(_ content: [UInt8]) -> UInt32 {
    ~content.reduce(~0) { sum, byte in
      table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { place in
    (0..<8).reduce(UInt32(place)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }
}
