internal import Notes

/// What a content folder looked like when its notes were read; read in place from the cache.
///
/// | 64-bit words | what |
/// |---|---|
/// | 2 | the number of folders, of entries |
/// | 4 | the vocabulary's fingerprint |
/// | 1 | the largest size of a note that is read |
/// | 1 | how many folders and notes could not be read |
/// | 7 each | the folders: the offset of the path, whether it is readable, the place of the first entry and their number, the device, the fingerprint |
/// | 5 each | the entries: the offset of the name and the place of the note (32 bits each), the fingerprint |
/// | | the paths and names, each with a zero behind it |
///
/// A fingerprint is ``Fingerprint``'s four numbers. An entry that is no note has ``noNote`` as place; that of a note
/// that could not be read has ``unreadMark`` besides.
struct FolderTable: Sendable {
  static let headerSize = 8 * 8
  static let folderSize = 7 * 8
  static let entrySize = 5 * 8
  static let noNote = 0xFFFF_FFFF
  static let unreadMark = 0x8000_0000

  let folderCount: Int
  let entryCount: Int

  private let region: Region

  /// Takes bytes as a table; `nil` if they are none.
  init?(_ region: Region) {
    self.region = region
    folderCount = region.number(at: 0)
    entryCount = region.number(at: 8)
    let most = region.count / Self.entrySize
    guard most > 0, (1...most).contains(folderCount), (0...most).contains(entryCount),
      namesStart < region.count
    else { return nil }
  }

  var vocabulary: Fingerprint { fingerprint(at: 16) }

  var largestNote: Int { region.number(at: 48) }

  /// How many folders and notes could not be read, as ``Library/countNotes(_:)`` counts them.
  var unreadableCount: Int { region.number(at: 56) }

  private func entryOffset(_ entry: Int) -> Int {
    Self.headerSize + folderCount * Self.folderSize + entry * Self.entrySize
  }

  private var namesStart: Int { entryOffset(entryCount) }

  private func fingerprint(at offset: Int) -> Fingerprint {
    Fingerprint(
      size: region.number(at: offset), modified: region.number(at: offset + 8),
      changed: region.number(at: offset + 16), identity: region.number(at: offset + 24))
  }

  /// Lends the name at an offset among the names, as C wants it.
  private func withName<Result>(
    _ offset: Int, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    let start = Swift.min(namesStart + offset, region.count)
    return unsafe region.withBytes(start..<region.count) { bytes in
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
    let first = Swift.min(region.word(at: offset + 8), entryCount)
    let count = Swift.min(region.word(at: offset + 12), entryCount - first)
    return Record(
      nameOffset: region.word(at: offset), isReadable: region.word(at: offset + 4) != 0,
      entries: first..<first + count, device: region.number(at: offset + 16),
      fingerprint: fingerprint(at: offset + 24))
  }

  /// The first folder whose entries end at an entry or behind it; folders stand in the order of their entries.
  ///
  /// - Complexity: O(log *n*) in the number of folders.
  func firstFolder(reaching entry: Int) -> Int {
    (0..<folderCount).partitioningIndex { folder($0).entries.upperBound >= entry }
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
    let number = region.word(at: entryOffset(place) + 4)
    return number == Self.noNote ? nil : number & ~Self.unreadMark
  }

  /// The places of the notes that could not be read.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  var unreadNotes: Set<Int> {
    guard unreadableCount > 0 else { return [] }
    return Set(
      (0..<entryCount).lazy.filter { entry in
        let number = region.word(at: entryOffset(entry) + 4)
        return number != Self.noNote && number & Self.unreadMark != 0
      }.compactMap(note(ofEntry:)))
  }

  /// Lends the name of an entry, as C wants it.
  func withName<Result>(
    ofEntry place: Int, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result { unsafe withName(region.word(at: entryOffset(place)), body) }

  /// The place of a note among all notes.
  ///
  /// - Complexity: O(*n*) in the number of entries of its folder, and of folders.
  func number(ofNote path: String) -> Int? {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    let parent = path.dropLast(name.count)
    for place in 0..<folderCount {
      let record = folder(place)
      guard self.path(of: record) == parent else { continue }
      for entry in record.entries where self.name(ofEntry: entry) == name {
        if let note = note(ofEntry: entry) { return note }
      }
    }
    return nil
  }

  func name(ofEntry place: Int) -> String { unsafe withName(ofEntry: place, Self.text) }
}
