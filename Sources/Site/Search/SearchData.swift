public import Search

/// The index of a site as its pages fetch it: a manifest, and pieces of the index.
///
/// The pieces lie in folders that are named for what is in them, `search/HASH/`, so that they may be kept for ever,
/// a few in each: a note that changes leaves most of them as they are. There are
/// `0.bin`, `1.bin`, … for pages that were fetched over HTTP, and the same as scripts, `0.js`, …, for pages that
/// were opened as files. The manifest names these folders and has a name that does not change,
/// `search/manifest.json` (and `.js`): a page does not change with the index.
public struct SearchData: Sendable {
  /// The manifest below the root of the site.
  public static let manifestPath = "search/manifest.json"

  /// A folder of pieces.
  public struct Folder: Hashable, Sendable {
    /// The folder below the root of the site: `search/HASH/`.
    public var path: String
    /// The number of its pieces.
    public var pieceCount: Int
    /// The segment that they are of.
    var segment: Int
    /// The first of them in the segment.
    var firstPiece: Int
  }

  /// How many pieces lie in a folder: with fewer the manifest is longer, with more a change renames more.
  private static let piecesOfFolder = 16

  /// The folders, in the order of the pieces.
  public let folders: [Folder]

  /// The bytes of a piece.
  public let pieceSize: Int

  private let index: Index
  private let manifest: [UInt8]

  /// Lays out the index of a site.
  ///
  /// - Parameters:
  ///   - index: The whole index, as the terminal searches it.
  ///   - pages: For notes whose page is not where ``BrowserSearch/pagePath(of:)`` puts it: path and page.
  /// - Complexity: O(*n*) in the bytes of the index.
  public init(_ index: Index, pages: [(note: String, page: String)] = []) {
    let size = Self.pieceSize(of: index)
    folders = index.pieceCounts(size: size).enumerated().flatMap { segment, count in
      stride(from: 0, to: count, by: Self.piecesOfFolder).map { first in
        let pieces = first..<Swift.min(first + Self.piecesOfFolder, count)
        return Folder(
          path: "search/\(Self.name(of: pieces, ofSegment: segment, size: size, in: index))/",
          pieceCount: pieces.count, segment: segment, firstPiece: first)
      }
    }
    pieceSize = size
    self.index = index
    let guide = IndexGuide(index, pieceSize: pieceSize)
    manifest = Self.manifest(guide, folders: folders, pieceSize: pieceSize, pages: pages)
  }

  /// What a folder is called: by its pieces, and their places in the segment.
  private static func name(
    of pieces: Range<Int>, ofSegment segment: Int, size: Int, in index: Index
  ) -> String {
    var hash = UInt64(pieces.lowerBound &* size)
    for number in pieces {
      hash =
        hash &* 0x9E37_79B9_7F4A_7C15
        ^ checksum(index.piece(number, ofSegment: segment, size: size))
    }
    let digits = String(hash & 0xFF_FFFF_FFFF, radix: 32)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Visits all files.
  ///
  /// - Parameter body: Called with a path below the root of the site and the file's bytes.
  /// - Throws: What `body` throws; no file is visited after that.
  /// - Complexity: O(*n*) in the bytes of the index.
  public func visitFiles<Failure: Error>(
    _ body: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    for file in files {
      guard let content = try? file.make() else { continue }
      try body(file.path, content.bytes)
    }
  }

  /// All files; those of pieces are made when they are needed, and known by their names.
  var files: [SiteFile] {
    var files = [
      SiteFile(Self.manifestPath, bytes: manifest),
      SiteFile("search/manifest.js", bytes: Self.script("manifest", manifest)),
    ]
    var paths: Set<String> = []
    for folder in folders where paths.insert(folder.path).inserted {
      for number in 0..<folder.pieceCount {
        let (index, size) = (index, pieceSize)
        let (segment, place) = (folder.segment, folder.firstPiece + number)
        let path = folder.path + "\(number)"
        var digest = Digest()
        digest.add(path)
        files.append(
          SiteFile(path + ".bin", key: digest.value) { () throws(SiteError) in
            SiteFile.Content(bytes: index.piece(place, ofSegment: segment, size: size))
          })
        files.append(
          SiteFile(path + ".js", key: digest.value) { () throws(SiteError) in
            let piece = index.piece(place, ofSegment: segment, size: size)
            return SiteFile.Content(
              bytes: Array("awsnotes.piece(\"\(path)\",\"".utf8) + Base64.encoded(piece)
                + Array("\");\n".utf8))
          })
      }
    }
    return files
  }

  /// A script that hands a JSON text to the page.
  private static func script(_ function: String, _ json: [UInt8]) -> [UInt8] {
    Array("awsnotes.\(function)(".utf8) + json + Array(");\n".utf8)
  }

  /// Smaller pieces bring less that is not needed, larger ones make fewer files.
  private static func pieceSize(of index: Index) -> Int {
    let length = index.pieceCounts(size: smallPiece).reduce(0, +) * smallPiece
    return length < 1 << 23 ? smallPiece : 2 * smallPiece
  }

  private static let smallPiece = 4096
}

// MARK: - Manifest

extension SearchData {
  private static func manifest(
    _ guide: IndexGuide, folders: [Folder], pieceSize: Int,
    pages: [(note: String, page: String)]
  ) -> [UInt8] {
    let places = folders.map { "[\"\($0.path)\",\($0.pieceCount)]" }.joined(separator: ",")
    var text =
      "{\"version\":2,\"folders\":[\(places)],\"piece\":\(pieceSize),\"guide\":\""
    text += String(decoding: Base64.encoded(guide.bytes), as: UTF8.self) + "\",\"pages\":{"
    text += pages.map { quoted($0.note) + ":" + quoted($0.page) }.joined(separator: ",")
    return Array((text + "}}\n").utf8)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar == "<" || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
