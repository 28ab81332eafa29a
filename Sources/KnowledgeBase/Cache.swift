internal import Notes
internal import Search

/// The file that keeps what was read from the notes, and their index.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | the magic `awsncach` |
/// | 8–15 | the version of this layout |
/// | 16–31 | the length and the checksum of the folder's table |
/// | 32–47 | the length and the checksum of the notes |
/// | 48–55 | the length of the index |
/// | 56–63 | the checksum of the bytes above |
/// | 64– | the ``FolderTable``, the notes (``NoteStore``), the ``Index``; each filled up to eight bytes |
///
/// Opening reads the table and nothing else; notes and index are read where they are asked for.
struct Cache: Sendable {
  private static let magic = 0x6861_636E_7377_6100
  private static let version = 3
  private static let headerSize = 64

  /// What the folder looked like; `nil` for a cache that was not read from a file.
  let table: FolderTable?

  private let store: Region
  private let storeChecksum: UInt64
  private let indexRegion: Region

  /// Maps a cache; `nil` if there is none, it is of another kind, or what must be relied on is damaged.
  init?(path: String) {
    guard let file = MappedFile(path), file.number(at: 0) == Self.magic,
      file.number(at: 8) == Self.version
    else { return nil }
    let sum = unsafe file.withBytes(0..<56) { unsafe rapidChecksum($0) }
    let lengths = [16, 32, 48].map { file.number(at: $0) }
    guard sum == UInt64(bitPattern: Int64(file.number(at: 56))),
      lengths.allSatisfy((0...file.count).contains),
      Self.headerSize + lengths.map(Self.filled).reduce(0, +) == file.count
    else { return nil }
    let tableRange = Self.headerSize..<Self.headerSize + lengths[0]
    let storeStart = Self.headerSize + Self.filled(lengths[0])
    let indexStart = storeStart + Self.filled(lengths[1])
    guard
      let table = FolderTable(
        file, tableRange, checksum: UInt64(bitPattern: Int64(file.number(at: 24))))
    else { return nil }
    self.table = table
    store = Region(file, storeStart..<storeStart + lengths[1])
    storeChecksum = UInt64(bitPattern: Int64(file.number(at: 40)))
    indexRegion = Region(file, indexStart..<indexStart + lengths[2])
  }

  /// Makes a cache of what was just read.
  init(notes: NoteStore, index: [UInt8]) {
    table = nil
    store = notes.region
    storeChecksum = store.checksum
    indexRegion = Region(index)
  }

  /// The index, checked; `nil` if it is damaged.
  ///
  /// This is the one place where an index is opened: whether everything is verified now, or each part
  /// by the index itself when it is read, is decided here.
  func index() -> Index? { try? Index(indexRegion.bytes, verification: .asRead) }

  /// The notes, or `nil` if they are damaged.
  ///
  /// - Complexity: O(*n*) in the length of all notes.
  func notes() -> NoteStore? { store.checksum == storeChecksum ? NoteStore(store) : nil }

  /// Writes a cache and makes the folders above it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - table: The bytes of a ``FolderTable``.
  /// - Returns: Whether it is written.
  func write(to path: String, table: [UInt8]) -> Bool {
    if let slash = path.lastIndex(of: "/") { File.makeFolder(String(path[..<slash])) }
    let table = Region(table)
    var header: [UInt8] = []
    for number in [
      Self.magic, Self.version, table.count, Int(bitPattern: UInt(table.checksum)), store.count,
      Int(bitPattern: UInt(storeChecksum)), indexRegion.count,
    ] { appendNumber(number, to: &header) }
    appendNumber(Int(bitPattern: UInt(Region(header).checksum)), to: &header)
    let pieces = [table, store, indexRegion].flatMap { [$0, Self.filling($0.count)] }
    return File.replace(path, with: [Region(header)] + pieces)
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

  private static func filled(_ length: Int) -> Int { (length + 7) / 8 * 8 }

  private static func filling(_ length: Int) -> Region {
    Region([UInt8](repeating: 0, count: filled(length) - length))
  }
}
