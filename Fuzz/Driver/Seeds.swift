internal import Glibc
internal import Markdown
internal import Notes

@testable internal import Cards
@testable internal import KnowledgeBase
@testable internal import Site

/// Writes the inputs of the corpus that are no text: what the program itself writes for a small note.
enum Seeds {
  private static let note = """
    ---
    aliases: [réseau privé]
    ---
    # VPC

    **VPC** (Virtual Private Cloud) : un réseau privé dans AWS.

    - Port HTTPS : 443
    - Sous-réseau :: partie d’un VPC
    """

  private static let history = """
    {"format": "awsnotes-reviews", "version": 1, "deck": "Notes", "events": [
    {"id": "00000000000000000000000000000001", "kind": "review", "card": "a", "time": 1, "rating": 3, "duration": 4200},
    {"id": "00000000000000000000000000000002", "kind": "undo", "card": "a", "time": 2, "rating": 3, "duration": 0, "undoes": "00000000000000000000000000000001"},
    {"id": "00000000000000000000000000000003", "kind": "flag", "card": "a", "time": 3, "path": "vpc.md", "line": 2},
    {"id": "00000000000000000000000000000004", "kind": "join", "card": "b", "time": 4, "to": "a"}
    ]}
    """

  /// Writes them.
  ///
  /// - Parameter folder: The folder of the corpus.
  /// - Throws: What the targets throw for inputs that are none.
  static func write(to folder: String) throws {
    let note = try Note(path: "reseau/vpc.md", source: .init(bytes: Array(note.utf8)))
    var encoder = Encoder()
    encoder.encode(note)
    try write([0] + encoder.bytes, to: folder + "/kept/note")
    try write([1] + Deck(notes: [note]).bytes, to: folder + "/kept/deck")
    var record = SiteRecord()
    record.entries["vpc/index.html"] = .init(key: 7, copies: ["vpc.svg"])
    record.history["vpc.md"] = 1_763_683_200
    record.summary.brokenLinks = [.init(note: "vpc.md", line: 3, target: "nat.md")]
    let lines = record.bytes.split(separator: UInt8(ascii: "\n"))
    let text = lines.dropLast().joined(separator: [0x0A])
    try write([2] + Array(text) + [0x0A], to: folder + "/kept/site")
    try write(FuzzTarget.smallBytes + [0], to: folder + "/index/two-notes")
    try write(KnowledgeBase.segment(of: [note]) + [2], to: folder + "/index/one-note")
    let scratch = Scratch()
    let path = scratch.path + "/revues.sqlite"
    do {
      let log = try ReviewLog(path: path)
      _ = try log.merge(try Exchange(json: Array(history.utf8)).contents)
    }
    try write(try File.read(path), to: folder + "/log/four-events")
    try write(Array(history.utf8), to: folder + "/history/four-events")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = unsafe fopen(path, "we") else { fatalError(path) }
    defer { unsafe _ = fclose(file) }
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
  }
}
