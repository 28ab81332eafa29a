import CZip
import Foundation
import Memory
import Testing

@testable import Cards

@Suite struct AnkiTests {
  private let cards = [
    card("a", front: "Que fait <NAT> ?", back: "A & B\nC", category: "Réseau", tags: ["deux mots"]),
    card("b", .cloze, front: "Un […] relie x::y à {z}.", back: "VPC", service: "VPC"),
    card("c", .cloze, front: "Sans trou", back: "VPC"),
    card(
      "d", .choice,
      choices: [
        .init(text: "oui", isRight: true, explanation: "car <b>"),
        .init(text: "non", isRight: false),
      ]),
    card("a", front: "Deux fois"),
  ]

  /// A file of an archive, read by libzip, which also compares its checksum.
  private func entry(_ name: String, of path: String) throws -> [UInt8] {
    var code: Int32 = 0
    let archive = unsafe try #require(zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code))
    defer { unsafe zip_discard(archive) }
    let count = unsafe zip_get_num_entries(archive, 0)
    #expect(count == 2)
    let file = unsafe try #require(zip_fopen(archive, name, 0))
    defer { unsafe zip_fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe Int(zip_fread(file, &buffer, 4096))
      #expect(count >= 0)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private func withCollection<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try withLogFolder { folder in
      let path = folder + "/deck.apkg"
      try AnkiPackage(cards: cards).write(to: path)
      #expect(try entry("media", of: path) == Array("{}".utf8))
      let collection = folder + "/collection.anki2"
      let bytes = try entry("collection.anki2", of: path)
      try Data(bytes).write(to: URL(fileURLWithPath: collection))
      #expect(LogFolder.names(in: folder).count == 2)
      return try work(Database(collection, .immutable))
    }
  }

  @Test func isACollectionInAnArchive() throws {
    try withCollection { database in
      try database.check()
      #expect(try database.integer("SELECT ver FROM col") == 11)
      #expect(try database.integer("SELECT count(*) FROM notes") == 4)
      #expect(try database.integer("SELECT count(*) FROM cards JOIN notes ON nid = notes.id") == 4)
    }
  }

  private func members(_ column: String) throws -> [JSONValue] {
    try withCollection { database in
      let text = try database.text("SELECT \(column) FROM col")
      guard case .object(let members) = try JSONReader.value(Array(text.utf8)) else { return [] }
      return Array(members.values)
    }
  }

  @Test func namesDecksByCategory() throws {
    let names = try members("decks").compactMap { $0["name"]?.text }
    #expect(names.sorted() == ["AWS", "AWS::Réseau", "Default"])
  }

  @Test func namesFieldsInFrench() throws {
    let models = try members("models")
    #expect(models.count == 3)
    let fields = models.flatMap { $0["flds"]?.array ?? [] }.compactMap { $0["name"]?.text }
    #expect(
      Set(fields) == ["Recto", "Verso", "Source", "Texte", "Question", "Choix", "Réponse"])
    #expect(try members("dconf").count == 1)
    #expect(try members("conf").count == 13)
  }

  private func text(_ sql: String) throws -> String {
    try withCollection { database in try database.text(sql) }
  }

  @Test func escapesFieldsAndTags() throws {
    let fields = "SELECT replace(flds, char(31), '|') FROM notes WHERE sfld = "
    #expect(
      try text(fields + "'Que fait <NAT> ?'")
        == "Que fait &lt;NAT&gt; ?|A &amp; B<br>C|reseau/vpc.md › VPC")
    #expect(
      try text(fields + "'Un […] relie x::y à {z}.'")
        == "Un {{c1::VPC}} relie x:&#58;y à &#123;z&#125;.||reseau/vpc.md › VPC")
    #expect(
      try text("SELECT tags FROM notes WHERE flds LIKE 'Que%'") == " deux_mots note::reseau/vpc.md "
    )
    #expect(
      try text("SELECT flds FROM notes WHERE flds LIKE '%<ol>%'").contains(
        "<li value=\"1\"><b>oui</b><br><small>car &lt;b&gt;</small></li>"))
  }

  /// For `Tests/anki-import.py`, which says where the package is to be.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["ANKI_PACKAGE"] != nil))
  func writesThePackageThatAnkiImports() throws {
    let path = try #require(ProcessInfo.processInfo.environment["ANKI_PACKAGE"])
    let many = (0..<1000).map { card("n\($0)", front: "Question \($0) ?", category: "C\($0 % 9)") }
    try AnkiPackage(cards: cards + many).write(to: path)
  }

  @Test func writesTheSameBytesForTheSameCards() throws {
    let package = try AnkiPackage(cards: cards).bytes()
    #expect(try AnkiPackage(cards: cards).bytes() == package)
  }

  @Test func knowsANoteByItsCardWhateverStandsBeforeIt() throws {
    let one = AnkiNote(cards[0])
    var edited = cards[0]
    edited.back = "Autre"
    #expect(one.guid == AnkiNote(edited).guid && one.number == AnkiNote(edited).number)
    #expect(Set(cards.map { AnkiNote($0).guid }).count == 4)
  }

  @Test func saysThatAFileCannotBeWritten() {
    #expect {
      try AnkiPackage(cards: cards).write(to: "/proc/x.apkg")
    } throws: { error in
      guard case .unwritable("/proc/x.apkg", _) = error as? AnkiError else { return false }
      return true
    }
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func digestsAsTheStandardDoes(text: String, digest: String) {
    let digits = SHA1.digest(text.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    #expect(digits.joined() == digest)
  }

  @Test func sumsAsTheStandardDoes() {
    #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
