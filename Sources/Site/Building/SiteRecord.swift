internal import KnowledgeBase
internal import Search

/// What is known of a site that was built: kept beside its files, so that the next build makes only what changed.
///
/// A text of lines, the last of which is a checksum of the others. Fields are apart by tabs; a path holds
/// neither tabs nor line ends, see ``isRecordable(_:)``.
struct SiteRecord: Hashable, Sendable {
  /// The record's own file, below the site's folder.
  static let name = Library.siteRecord

  private static let magic = "awsnotes-site 3"

  /// What is known of a file.
  struct Entry: Hashable, Sendable {
    var key: UInt64
    /// The files of the content folder that are copied for it.
    var copies: [String] = []
  }

  /// What the site as a whole was made from.
  var identity: UInt64 = 0

  /// The files by path.
  var entries: [String: Entry] = [:]

  /// The state of the notes' repository that was asked for their times.
  var historyHead: UInt64 = 0

  /// When notes were last changed as the history says, in seconds since 1970, by path.
  var history: [String: Int] = [:]

  /// Tells which files there were that are no notes: where a link leads nowhere, one of another name may mend it.
  var files: UInt64 = 0

  /// What was told of the site when it was built.
  var summary = SiteSummary()

  init() {}

  /// Reads a record; `nil` if it is damaged or of another version.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "", let sum = lines.popLast(),
      String(sum) == nameHash(Array((lines.joined(separator: "\n") + "\n").utf8)),
      lines.first.map(String.init) == Self.magic
    else { return nil }
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (fields[0], fields.count) {
      case ("identity", 2): identity = UInt64(fields[1], radix: 36) ?? 0
      case ("files", 2): files = UInt64(fields[1], radix: 36) ?? 0
      case ("history", 2): historyHead = UInt64(fields[1], radix: 36) ?? 0
      case ("changed", 3): history[fields[2]] = Int(fields[1])
      case ("counts", 6):
        let counts = fields.dropFirst().map { Int($0) ?? 0 }
        summary.pages = counts[0]
        summary.words = counts[1]
        summary.cards = counts[2]
        summary.services = counts[3]
        summary.bytes = counts[4]
      case ("broken", 5):
        summary.brokenLinks.append(
          SiteSummary.BrokenLink(
            note: fields[1], line: Int(fields[2]) ?? 1, target: fields[3],
            wanted: fields[4].isEmpty ? nil : fields[4]))
      case ("file", 3...):
        guard let key = UInt64(fields[1], radix: 36) else { return nil }
        entries[fields[2]] = Entry(key: key, copies: Array(fields.dropFirst(3)))
      default: return nil
      }
    }
  }

  /// The paths that a record names, also one that is damaged or of another version.
  static func paths(_ bytes: [UInt8]) -> Set<String> {
    var paths: Set<String> = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count > 2, fields[0] == "file" { paths.insert(String(fields[2])) }
    }
    return paths
  }

  /// The record as it is kept.
  var bytes: [UInt8] {
    var lines = [Self.magic, "identity\t\(String(identity, radix: 36))"]
    lines.append(
      "counts\t\(summary.pages)\t\(summary.words)\t\(summary.cards)\t\(summary.services)\t\(summary.bytes)"
    )
    for link in summary.brokenLinks {
      let fields = [link.note, "\(link.line)", Self.field(link.target), link.wanted ?? ""]
      lines.append((["broken"] + fields).joined(separator: "\t"))
    }
    lines.append("files\t\(String(files, radix: 36))")
    lines.append("history\t\(String(historyHead, radix: 36))")
    for (path, seconds) in history.sorted(by: { $0.key < $1.key }) where Self.isRecordable(path) {
      lines.append("changed\t\(seconds)\t\(path)")
    }
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let fields = ["file", String(entry.key, radix: 36), path] + entry.copies
      lines.append(fields.joined(separator: "\t"))
    }
    let text = lines.joined(separator: "\n") + "\n"
    return Array((text + nameHash(Array(text.utf8)) + "\n").utf8)
  }

  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// Whether a path can stand in a record.
  static func isRecordable(_ path: String) -> Bool {
    !path.utf8.contains { $0 < 0x20 }
  }
}

/// What a build made.
public struct SiteSummary: Hashable, Sendable {
  /// A link that leads nowhere, or a picture that is not there.
  public struct BrokenLink: Hashable, Sendable {
    /// The path of the note below the content folder.
    public var note: String
    /// The source line, from 1.
    public var line: Int
    /// Where the link was to lead.
    public var target: String
    /// The file below the content folder that would mend it; `nil` where none would.
    public var wanted: String?
  }

  /// The number of pages.
  public var pages = 0
  /// The number of words in all notes.
  public var words = 0
  /// The number of questions.
  public var cards = 0
  /// The number of services with a page.
  public var services = 0
  /// The number of bytes of all files.
  public var bytes = 0
  /// Links that lead nowhere and pictures that are not there, by note and line.
  public var brokenLinks: [BrokenLink] = []
  /// How many pages were made anew; the others were as they should be.
  public var renderedPages = 0
  /// How many files were written.
  public var writtenFiles = 0
  /// How many files were removed.
  public var removedFiles = 0
}
