internal import Notes
internal import Search

/// The file that keeps what was read from the notes, and their index.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | the magic `awsncach` |
/// | 8–15 | the version of this layout |
/// | 16–23 | the digest of all files' names, sizes and times when they were read; 0 if unsure |
/// | 24–31 | the length of the notes' part |
/// | 32–39 | the checksum of the notes' part |
/// | 40–  | the notes: for each its fingerprint, then itself (see ``Encoder``), filled up to eight bytes |
/// | then | the ``Index`` |
struct Cache {
  private static let magic: UInt64 = 0x6861_636E_7377_6100
  private static let version: UInt64 = 2
  private static let headerSize = 40

  let digest: UInt64
  private let bytes: Bytes
  private let notesRange: Range<Int>

  /// Maps a cache; `nil` if there is none or it is of another kind.
  init?(path: String) {
    guard let bytes = File.map(path) else { return nil }
    self.init(bytes)
  }

  init?(_ bytes: Bytes) {
    guard bytes.number(at: 0) == Self.magic, bytes.number(at: 8) == Self.version else { return nil }
    let count = bytes.number(at: 24)
    guard count <= UInt64(bytes.count - Self.headerSize) else { return nil }
    self.bytes = bytes
    digest = bytes.number(at: 16)
    notesRange = Self.headerSize..<Self.headerSize + Int(count)
  }

  /// The index, checked; `nil` if it is damaged.
  func index() -> Index? {
    let start = (notesRange.upperBound + 7) / 8 * 8
    return try? Index(bytes.slice(start..<bytes.count))
  }

  /// The fingerprint of each note's file, by path.
  func fingerprints() -> [String: [Int]] {
    var fingerprints: [String: [Int]] = [:]
    for (file, _) in entries() ?? [] { fingerprints[file.path] = file.fingerprint }
    return fingerprints
  }

  /// The notes, or `nil` if they are damaged.
  func notes() -> [Note]? { entries()?.map(\.1) }

  private func entries() -> [(FileEntry, Note)]? {
    let encoded = bytes.array(notesRange)
    guard checksum(encoded) == bytes.number(at: 32) else { return nil }
    var decoder = Decoder(encoded[...])
    return try? decoder.list { (decoder) throws(Decoder.Damage) in
      var fingerprint: [Int] = []
      for _ in 0..<4 { fingerprint.append(try decoder.int()) }
      let note = try decoder.note()
      return (FileEntry(path: note.path, fingerprint: fingerprint), note)
    }
  }

  static func bytes(
    digest: UInt64, files: [FileEntry], notes: [Note], index: [UInt8]
  ) -> [UInt8] {
    var encoder = Encoder()
    encoder.encode(list: Array(zip(files, notes))) { encoder, entry in
      for number in entry.0.fingerprint { encoder.encode(number) }
      encoder.encode(entry.1)
    }
    var bytes: [UInt8] = []
    let header = [magic, version, digest, UInt64(encoder.bytes.count), checksum(encoder.bytes)]
    for number in header { append(number, to: &bytes) }
    bytes += encoder.bytes
    while bytes.count % 8 != 0 { bytes.append(0) }
    return bytes + index
  }

  /// Writes a cache and makes the folders above it.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    if let slash = path.lastIndex(of: "/") { File.makeFolder(String(path[..<slash])) }
    return File.replace(path, with: bytes)
  }

  /// Where the cache of a content folder is; `nil` where the environment names no place.
  static func path(of content: String, environment: [String: String]) -> String? {
    let name = String(checksum(Array(File.canonical(content).utf8)), radix: 36)
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      return "\(cache)/awsnotes/\(name).index"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.cache/awsnotes/\(name).index"
  }

  /// One number for the state of all files, of the vocabulary and of the settings that matter here.
  static func digest(
    of files: [FileEntry], settings: Settings, vocabulary: VocabularySource
  ) -> UInt64 {
    var encoder = Encoder()
    for file in files {
      encoder.encode(file.path)
      for number in file.fingerprint { encoder.encode(number) }
    }
    for number in vocabulary.fingerprint + [settings.largestNote] { encoder.encode(number) }
    return Swift.max(1, checksum(encoder.bytes))
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
}
