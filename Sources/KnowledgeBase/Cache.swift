internal import Search

/// What was read from the notes, and their index: a folder of files that are never changed.
///
/// | file | what |
/// |---|---|
/// | `manifest` | a ``Container`` of the ``FolderTable``, the list of the other files, where each note lies |
/// | `….piece` | a ``Piece``: some notes and the segment of the index that finds them |
/// | `….names` | ``Names``: the terms and synonyms of all notes |
/// | `….side` | a ``SideFile``: what other modules made of the notes |
///
/// Where notes change, the new ones make a piece of their own and the manifest tells which notes of the
/// others are no longer there. The manifest is replaced last: before, the old state is read, and then the
/// new one. Opening reads the manifest and the heads of the others.
struct Cache: Sendable {
  /// What the folder looked like; `nil` for a cache that was not read from a file.
  let table: FolderTable?

  /// The file of which this was read; `nil` if it was not.
  let manifest: Container?

  let pieces: [Piece]
  let names: Names

  /// For each piece the places of its notes that are no longer there.
  let deleted: [[Int]]

  /// For each note its piece and its place there, 32 bits each.
  private let locations: Region

  private static let partCount = 3

  /// Maps a cache; `nil` if there is none, it is of another kind, or what must be relied on is damaged.
  ///
  /// Another process may put a new state in place and remove files of the old one between two steps: then
  /// the new one is read.
  init?(folder: String) {
    for _ in 0..<Self.mostTries {
      guard let manifest = Self.manifest(in: folder) else { return nil }
      if let cache = Cache(manifest, folder: folder) {
        self = cache
        return
      }
    }
    return nil
  }

  private static let mostTries = 4

  static func manifest(in folder: String) -> Container? {
    Container(path: folder + "/" + CacheFolder.manifest, kind: .manifest, parts: partCount)
  }

  private init?(_ manifest: Container, folder: String) {
    guard let table = manifest.checked(0).flatMap({ FolderTable($0) }),
      let list = manifest.checked(1), let locations = manifest.checked(2),
      let files = try? FileList(list)
    else { return nil }
    var pieces: [Piece] = []
    for file in files.pieces {
      let path = folder + "/" + CacheFolder.name(ofPiece: file.number)
      guard let piece = Piece(path: path, number: file.number), piece.container.seal == file.seal
      else { return nil }
      pieces.append(piece)
    }
    let number = files.names.number
    guard
      let names = Names(path: folder + "/" + CacheFolder.name(ofNames: number), number: number),
      names.container.seal == files.names.seal
    else { return nil }
    (self.table, self.manifest, self.pieces, self.names) = (table, manifest, pieces, names)
    self.locations = locations
    deleted = files.deleted
  }

  /// Makes a cache of what was just read.
  init(_ list: PieceList, _ names: Names) {
    (table, manifest, pieces, deleted, self.names) = (nil, nil, list.pieces, list.deleted, names)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * list.locations.count)
    for location in list.locations {
      appendNumber(location.piece | location.place << 32, to: &bytes)
    }
    locations = Region(bytes)
  }

  /// The index; `nil` if it is damaged.
  ///
  /// This is the one place where an index is opened: whether everything is verified now, or each part
  /// by the index itself when it is read, is decided here.
  func index() -> Index? {
    try? Index(
      segments: pieces.map(\.segment.bytes) + [names.segment.bytes], deleted: deletedNotes,
      verification: .asRead)
  }

  /// The notes that are no longer there, as the index numbers them.
  var deletedNotes: [NoteID] {
    var gone: [NoteID] = []
    var base = 0
    for (piece, deleted) in zip(pieces, deleted) {
      gone += deleted.map { NoteID(base + $0) }
      base += piece.noteCount
    }
    return gone
  }

  /// The number of notes that are there.
  var noteCount: Int { locations.count / 8 }

  /// The pieces, and where each note lies.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  var list: PieceList {
    let words = locations
    let places = (0..<noteCount).map { number in
      NoteLocation(piece: words.word(at: 8 * number), place: words.word(at: 8 * number + 4))
    }
    return PieceList(pieces: pieces, locations: places)
  }

  /// A number that is another as soon as a note or the vocabulary is: no two files have one number.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  var identity: Int {
    let sums = [Region(files.bytes).checksum, locations.checksum]
    return Int(bitPattern: UInt(sums[0] &* 31 &+ sums[1]))
  }

  private var files: FileList {
    FileList(
      pieces: pieces.map { FileList.File(number: $0.number, seal: $0.container.seal) },
      names: FileList.File(number: names.number, seal: names.container.seal), deleted: deleted)
  }

  /// The manifest that names these files.
  ///
  /// - Parameter table: The bytes of a ``FolderTable``.
  /// - Returns: The manifest, to be written.
  func manifest(table: [UInt8]) -> Container {
    // Filled up here, so that each byte of the file is under a checksum.
    let parts = [table, files.bytes].map { bytes in
      Region(bytes + [UInt8](repeating: 0, count: -bytes.count & 7))
    }
    return Container(.manifest, (parts + [locations]).map { ($0, true) })
  }

  /// Where the cache of a content folder is; `nil` where the environment names no place.
  static func path(of content: String, environment: [String: String]) -> String? {
    let name = String(checksum(Array(File.canonical(content).utf8)), radix: 36)
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      return "\(cache)/awsnotes/\(name)"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.cache/awsnotes/\(name)"
  }
}

/// Which files a manifest names.
private struct FileList {
  struct File {
    var number: Int
    var seal: Int
  }

  var pieces: [File]
  var names: File
  var deleted: [[Int]]

  init(pieces: [File], names: File, deleted: [[Int]]) {
    (self.pieces, self.names, self.deleted) = (pieces, names, deleted)
  }

  var bytes: [UInt8] {
    var encoder = Encoder()
    encoder.encode(list: pieces + [names]) {
      $0.encode($1.number)
      $0.encode($1.seal)
    }
    encoder.encode(list: deleted) { encoder, places in
      encoder.encode(list: places) { $0.encode($1) }
    }
    return encoder.bytes
  }

  init(_ region: Region) throws(Decoder.Damage) {
    var decoder = Decoder(region.array(0..<region.count)[...])
    pieces = try decoder.list { (decoder) throws(Decoder.Damage) in
      File(number: try decoder.int(), seal: try decoder.int())
    }
    deleted = try decoder.list { (decoder) throws(Decoder.Damage) in
      try decoder.list { (decoder) throws(Decoder.Damage) in try decoder.int() }
    }
    guard let last = pieces.popLast(), deleted.count == pieces.count else {
      throw Decoder.Damage()
    }
    names = last
  }
}
