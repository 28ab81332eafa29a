/// A file of the cache: some parts behind a header that tells their lengths and checksums.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | the magic `awsncach` |
/// | 8–15 | the version of this layout |
/// | 16–23 | what the file holds: ``Kind`` |
/// | 24–31 | the number of parts |
/// | 16 each | the length and the checksum of each part |
/// | 8 | the checksum of the bytes above |
/// | then | the parts, each filled up to eight bytes |
///
/// Opening reads the header and nothing else; a part is read where it is asked for.
struct Container: Sendable {
  private static let magic = 0x6861_636E_7377_6100
  static let version = 7

  /// What a file holds.
  enum Kind: Int {
    case manifest
    case piece
    case names
    case side
  }

  /// The header, which tells this file from all others.
  private let header: [UInt8]
  private let parts: [Region]
  private let sums: [UInt64]

  /// The checksum of the header, and so of all that it tells.
  var seal: Int { Int(bitPattern: UInt(Region(header).checksum)) }

  /// The number of bytes.
  var count: Int { parts.reduce(header.count) { $0 + Self.filled($1.count) } }

  /// Maps a file; `nil` if there is none, it is of another kind, or its header is damaged.
  init?(path: String, kind: Kind, parts count: Int) {
    let size = Self.headerSize(count)
    guard let file = MappedFile(path), file.number(at: 0) == Self.magic,
      file.number(at: 8) == Self.version, file.number(at: 16) == kind.rawValue,
      file.number(at: 24) == count, file.count >= size
    else { return nil }
    let sum = unsafe file.withBytes(0..<size - 8) { unsafe rapidChecksum($0) }
    guard sum == UInt64(bitPattern: Int64(file.number(at: size - 8))) else { return nil }
    var parts: [Region] = []
    var sums: [UInt64] = []
    var start = size
    for part in 0..<count {
      let length = file.number(at: 32 + 16 * part)
      guard length >= 0, length <= file.count - start else { return nil }
      parts.append(Region(file, start..<start + length))
      sums.append(UInt64(bitPattern: Int64(file.number(at: 40 + 16 * part))))
      start += Self.filled(length)
    }
    guard start == file.count else { return nil }
    header = file.array(0..<size)
    (self.parts, self.sums) = (parts, sums)
  }

  /// The version of the layout of a file; `nil` if there is none, or it is none of these.
  static func version(of path: String) -> Int? {
    guard let file = MappedFile(path), file.number(at: 0) == magic else { return nil }
    return file.number(at: 8)
  }

  /// Puts parts behind a header.
  ///
  /// - Parameters:
  ///   - kind: What they are.
  ///   - parts: The parts, and whether each has a checksum; one that has its own needs none.
  /// - Complexity: O(*n*) in the length of the parts with a checksum.
  init(_ kind: Kind, _ parts: [(region: Region, isChecked: Bool)]) {
    var header: [UInt8] = []
    for number in [Self.magic, Self.version, kind.rawValue, parts.count] {
      appendNumber(number, to: &header)
    }
    sums = parts.map { $0.isChecked ? $0.region.checksum : 0 }
    self.parts = parts.map(\.region)
    for (part, sum) in zip(self.parts, sums) {
      appendNumber(part.count, to: &header)
      appendNumber(Int(bitPattern: UInt(sum)), to: &header)
    }
    appendNumber(Int(bitPattern: UInt(Region(header).checksum)), to: &header)
    self.header = header
  }

  /// A part as it is.
  subscript(part: Int) -> Region { parts[part] }

  /// A part that was compared with its checksum; `nil` if it is damaged.
  ///
  /// - Complexity: O(*n*) in the length of the part.
  func checked(_ part: Int) -> Region? { parts[part].checksum == sums[part] ? parts[part] : nil }

  /// The bytes of the file, piece by piece.
  var bytes: [Region] {
    [Region(header)]
      + parts.flatMap { part in
        [part, Region([UInt8](repeating: 0, count: Self.filled(part.count) - part.count))]
      }
  }

  private static func headerSize(_ parts: Int) -> Int { 40 + 16 * parts }

  private static func filled(_ length: Int) -> Int { (length + 7) / 8 * 8 }
}
