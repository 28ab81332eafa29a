public import Search

/// The index of a site as its pages fetch it: a manifest, and pieces of the index.
///
/// The pieces lie in a folder that is named for what is in them, `search/HASH/`, so that they may be kept for ever:
/// `0.bin`, `1.bin`, … for pages that were fetched over HTTP, and the same as scripts, `0.js`, …, for pages that
/// were opened as files. The manifest names that folder and has a name that does not change, `search/manifest.json`
/// (and `.js`): a page does not change with the index.
public struct SearchData: Sendable {
  /// The manifest below the root of the site.
  public static let manifestPath = "search/manifest.json"

  /// The folder of all pieces below the root of the site: `search/HASH/`.
  public let folder: String

  /// The bytes of a piece.
  public let pieceSize: Int

  /// The number of pieces.
  public let pieceCount: Int

  private let index: Index
  private let manifest: [UInt8]

  /// Lays out the index of a site.
  ///
  /// - Parameters:
  ///   - index: The whole index, as the terminal searches it.
  ///   - pages: For notes whose page is not where ``BrowserCore/pagePath(of:)`` puts it: path and page.
  /// - Complexity: O(*n*) in the bytes of the index.
  public init(_ index: Index, pages: [(note: String, page: String)] = []) {
    var (length, hash) = (0, checksum([]))
    index.visitPieces(size: 1 << 16) { piece in
      length += piece.count
      hash = hash &* 0x9E37_79B9_7F4A_7C15 ^ checksum(piece)
    }
    pieceSize = Self.pieceSize(of: length)
    pieceCount = index.pieceCount(size: pieceSize)
    folder = "search/\(Self.name(hash))/"
    self.index = index
    let guide = IndexGuide(index, pieceSize: pieceSize)
    manifest = Self.manifest(
      guide, folder: folder, pieceSize: pieceSize, pieces: pieceCount, pages: pages)
  }

  /// Visits all files.
  ///
  /// - Parameter body: Called with a path below the root of the site and the file's bytes.
  /// - Throws: What `body` throws; no file is visited after that.
  /// - Complexity: O(*n*) in the bytes of the index.
  public func visitFiles<Failure: Error>(
    _ body: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try body(Self.manifestPath, manifest)
    try body("search/manifest.js", Self.script("manifest", manifest))
    var number = 0
    var failure: Failure?
    index.visitPieces(size: pieceSize) { piece in
      guard failure == nil else { return }
      do throws(Failure) {
        try body(folder + "\(number).bin", piece)
        let script = "awsnotes.piece(\(number),\""
        try body(
          folder + "\(number).js",
          Array(script.utf8) + Base64.encoded(piece) + Array("\");\n".utf8))
      } catch { failure = error }
      number += 1
    }
    if let failure { throw failure }
  }

  /// A script that hands a JSON text to the page.
  private static func script(_ function: String, _ json: [UInt8]) -> [UInt8] {
    Array("awsnotes.\(function)(".utf8) + json + Array(");\n".utf8)
  }

  /// Smaller pieces bring less that is not needed, larger ones make fewer files.
  private static func pieceSize(of length: Int) -> Int { length < 1 << 23 ? 4096 : 8192 }

  private static func name(_ hash: UInt64) -> String {
    let digits = String(hash & 0xFF_FFFF_FFFF, radix: 32)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

// MARK: - Manifest

extension SearchData {
  private static func manifest(
    _ guide: IndexGuide, folder: String, pieceSize: Int, pieces: Int,
    pages: [(note: String, page: String)]
  ) -> [UInt8] {
    var text =
      "{\"version\":1,\"folder\":\"\(folder)\",\"piece\":\(pieceSize),\"pieces\":\(pieces),\"guide\":\""
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
