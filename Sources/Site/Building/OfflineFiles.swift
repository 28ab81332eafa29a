internal import Glibc
internal import HTML

/// What a site is read by without a network: a worker, and the list of what it may keep.
///
/// The worker is named alike in all versions of a site, as browsers want it; what it begins with tells the version,
/// so that a browser notices another one. The list is fetched only by browsers that keep something.
struct OfflineFiles {
  /// The worker, below the site's folder: what it may keep is what lies beside and below it.
  static let worker = "sw.js"

  /// The list of all files that a browser may keep.
  static let list = "hors-ligne.json"

  /// A site of no more bytes than this is kept whole by who reads a page of it: about as much as three photographs.
  private static let mostBytesOfWhole = 10 << 20

  private let files: [(path: String, key: String)]
  private let bytes: Int
  private let version: String

  /// Gathers what there is to keep.
  ///
  /// - Parameters:
  ///   - entries: The files of the site.
  ///   - folder: Where they lie.
  /// - Complexity: O(*n* log *n*) in the number of files; the system is asked once for each.
  init(_ entries: [String: SiteRecord.Entry], in folder: String) {
    var files: [(path: String, key: String)] = []
    var bytes = 0
    var digest = Digest()
    digest.add(StandardFiles.digest)
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) where Self.isKept(path) {
      let key = String(String(entry.key, radix: 36).suffix(8))
      files.append((Self.address(of: path), key))
      bytes += fileSize(folder + "/" + path) ?? 0
      digest.add(path)
      digest.add(key)
    }
    (self.files, self.bytes) = (files, bytes)
    version = String(digest.value, radix: 36)
  }

  /// The two files, by path.
  var made: [(path: String, bytes: [UInt8])] {
    var head = JSONText()
    head.object { site in
      site.key("version")
      site.string(version)
      site.key("isWhole")
      site.literal(isWhole ? "true" : "false")
      site.key("list")
      site.string(Self.list)
      site.key("core")
      site.strings(files.map(\.path).filter(Self.isCore))
    }
    let code = Assets.bytes(Self.worker) ?? []
    return [
      (Self.worker, Array("self.site = ".utf8) + head.bytes + Array(";\n".utf8) + code),
      (Self.list, listed),
    ]
  }

  private var isWhole: Bool { bytes <= Self.mostBytesOfWhole }

  private var listed: [UInt8] {
    var json = JSONText()
    json.object { object in
      object.key("version")
      object.string(version)
      object.key("isWhole")
      object.literal(isWhole ? "true" : "false")
      object.key("bytes")
      object.number(bytes)
      object.key("files")
      object.strings(files.flatMap { [$0.path, $0.key] })
    }
    return json.bytes
  }

  /// Whether a file is any use without a network; what is made for pages on a disk is not.
  private static func isKept(_ path: String) -> Bool {
    let others = ["404.html", "robots.txt", "sitemap.xml", "feed.xml", ".nojekyll", worker, list]
    guard !others.contains(path) else { return false }
    let isForDisk =
      path.hasPrefix("search/") || path.hasPrefix("quiz/") || path.hasSuffix(".wasm.js")
    return !(isForDisk && path.hasSuffix(".js"))
  }

  /// The address of a file below the site's: a page is the one of its folder.
  private static func address(of path: String) -> String {
    percentEncoded(path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
  }

  /// Whether a file is kept whatever is read: what every page needs, search and quiz without their texts.
  private static func isCore(_ address: String) -> Bool {
    let pages = [FixedPage.home, .search, .quiz, .exam, .offline].map(\.rawValue)
    return pages.contains(address) || address.hasPrefix("assets/")
      || address == SearchData.manifestPath || address == "manifest.webmanifest"
  }
}

/// The number of bytes of a file; `nil` if there is none.
private func fileSize(_ path: String) -> Int? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? status.st_size : nil
}
