/// What a content folder looked like when its notes were read; read in place from the cache.
///
/// | 64-bit words | what |
/// |---|---|
/// | 2 | the number of folders, of entries |
/// | 4 | the vocabulary's fingerprint |
/// | 1 | the largest size of a note that is read |
/// | 7 each | the folders: the offset of the path, whether it is readable, the place of the first entry and their number, the device, the fingerprint |
/// | 5 each | the entries: the offset of the name and the place of the note (32 bits each), the fingerprint |
/// | | the paths and names, each with a zero behind it |
///
/// A fingerprint is ``Fingerprint``'s four numbers. An entry that is no note has ``noNote`` as place.
struct FolderTable: Sendable {
  static let headerSize = 7 * 8
  static let folderSize = 7 * 8
  static let entrySize = 5 * 8
  static let noNote = 0xFFFF_FFFF

  let folderCount: Int
  let entryCount: Int

  private let file: MappedFile
  private let range: Range<Int>

  /// Takes a part of a file as a table; `nil` if it is damaged.
  ///
  /// - Complexity: O(`range.count`)
  init?(_ file: MappedFile, _ range: Range<Int>, checksum sum: UInt64) {
    guard unsafe file.withBytes(range, { unsafe rapidChecksum($0) }) == sum else { return nil }
    self.file = file
    self.range = range
    folderCount = file.number(at: range.lowerBound)
    entryCount = file.number(at: range.lowerBound + 8)
    let most = range.count / Self.entrySize
    guard (1...most).contains(folderCount), (0...most).contains(entryCount),
      namesStart < range.count
    else { return nil }
  }

  var vocabulary: Fingerprint { fingerprint(at: 16) }

  var largestNote: Int { file.number(at: range.lowerBound + 48) }

  private func entryOffset(_ entry: Int) -> Int {
    Self.headerSize + folderCount * Self.folderSize + entry * Self.entrySize
  }

  private var namesStart: Int { entryOffset(entryCount) }

  private func fingerprint(at offset: Int) -> Fingerprint {
    let start = range.lowerBound + offset
    return Fingerprint(
      size: file.number(at: start), modified: file.number(at: start + 8),
      changed: file.number(at: start + 16), identity: file.number(at: start + 24))
  }

  /// Lends the name at an offset among the names, as C wants it.
  private func withName<Result>(
    _ offset: Int, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    let start = range.lowerBound + namesStart + offset
    return unsafe file.withBytes(Swift.min(start, range.upperBound)..<range.upperBound) { bytes in
      // The last byte of a table that is not damaged is a zero.
      unsafe body(bytes.bindMemory(to: CChar.self).baseAddress)
    }
  }
}

// MARK: - Folders

extension FolderTable {
  /// A folder of a table.
  struct Record {
    var nameOffset: Int
    var isReadable: Bool
    var entries: Range<Int>
    var device: Int
    var fingerprint: Fingerprint
  }

  func folder(_ place: Int) -> Record {
    let offset = Self.headerSize + place * Self.folderSize
    let start = range.lowerBound + offset
    let first = Swift.min(Swift.max(file.word(at: start + 8), 0), entryCount)
    let count = Swift.min(file.word(at: start + 12), entryCount - first)
    return Record(
      nameOffset: file.word(at: start), isReadable: file.word(at: start + 4) != 0,
      entries: first..<first + count, device: file.number(at: start + 16),
      fingerprint: fingerprint(at: offset + 24))
  }

  /// Lends the path of a folder below the content folder, as C wants it.
  func withPath<Result>(
    of folder: Record, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result { unsafe withName(folder.nameOffset, body) }

  func path(of folder: Record) -> String { unsafe withPath(of: folder, Self.text) }

  fileprivate static func text(_ name: UnsafePointer<CChar>?) -> String {
    unsafe name.map { unsafe String(cString: $0) } ?? ""
  }
}

// MARK: - Entries

extension FolderTable {
  func fingerprint(ofEntry place: Int) -> Fingerprint { fingerprint(at: entryOffset(place) + 8) }

  /// The place of an entry's note among all notes; `nil` for what is no note.
  func note(ofEntry place: Int) -> Int? {
    let number = file.word(at: range.lowerBound + entryOffset(place) + 4)
    return number == Self.noNote ? nil : number
  }

  /// Lends the name of an entry, as C wants it.
  func withName<Result>(
    ofEntry place: Int, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result { unsafe withName(file.word(at: range.lowerBound + entryOffset(place)), body) }

  func name(ofEntry place: Int) -> String { unsafe withName(ofEntry: place, Self.text) }
}
