/// A file of data that scripts fetch, named after what it holds: as JSON, and as a script for pages on a disk.
///
///     quiz/1k3j5….json    {"version":1,…}
///     quiz/1k3j5….js      awsnotes.data("1k3j5…",{"version":1,…})
struct DataFile: Sendable {
  /// The name without folder and ending.
  let name: String

  private let json: [UInt8]

  /// The folder of such files, below the root of the site.
  static let folder = "quiz/"

  /// How many bytes the script has that the JSON has not, at most.
  static let frame = 64

  /// Names the data.
  ///
  /// - Parameters:
  ///   - json: The data.
  ///   - prefix: What the name begins with.
  /// - Complexity: O(*n*) in the bytes.
  init(_ json: [UInt8], prefix: String = "") {
    (self.json, name) = (json, prefix + nameHash(json))
  }

  /// The path of the JSON, below the root of the site.
  var path: String { Self.folder + name + ".json" }

  /// Both files.
  var files: [SiteFile] {
    var digest = Digest()
    digest.add(name)
    let (name, json) = (name, json)
    return [
      SiteFile(path, key: digest.value) { () throws(SiteError) in SiteFile.Content(bytes: json) },
      SiteFile(Self.folder + name + ".js", key: digest.value) { () throws(SiteError) in
        let script = Array("awsnotes.data(\"\(name)\",".utf8) + json + Array(")\n".utf8)
        return SiteFile.Content(bytes: script)
      },
    ]
  }
}
