import Cards
import Foundation
import KnowledgeBase
import Testing

@testable import Site

@Suite struct DeckFilesTests {
  @Test func noCardIsLostAndNoneComesTwice() throws {
    let deck = try BuiltDeck(notes: 60)
    #expect(!deck.site.deck.cards.isEmpty)
    #expect(deck.strings("cards") == deck.site.deck.cards.map(\.id))
    #expect(
      deck.pieces(of: deck.index).map { $0["id"] as? String } == deck.site.deck.cards.map(\.id))
    #expect((deck.index["kinds"] as? String)?.count == deck.site.deck.cards.count)
  }

  @Test func noFileIsLargerThanAPiece() throws {
    let deck = try BuiltDeck(notes: 150)
    let pieces = deck.files.filter { !$0.key.contains("deck.") }
    #expect(pieces.count > 8)
    for (path, bytes) in pieces { #expect(bytes.count <= CardPieces.mostBytes, "\(path)") }
  }

  @Test func theSameNotesGiveTheSameFiles() throws {
    #expect(try BuiltDeck(notes: 30).files == BuiltDeck(notes: 30).files)
  }

  @Test func aNoteThatChangesLeavesMostPiecesAsTheyAre() throws {
    let before = try BuiltDeck(notes: 150).files
    let after = try BuiltDeck(notes: 150, changing: 70).files
    let added = Set(after.keys).subtracting(before.keys).filter { $0.hasSuffix(".json") }
    #expect((1...6).contains(added.count), "\(added)")
  }

  @Test func everyScriptHandsOverWhatItsJSONHolds() throws {
    let files = try BuiltDeck(notes: 5).files
    for (path, bytes) in files where path.hasSuffix(".json") {
      let name = path.dropFirst("quiz/".count).dropLast(".json".count)
      let script = files["quiz/\(name).js"].map { String(decoding: $0, as: UTF8.self) }
      #expect(script == "awsnotes.data(\"\(name)\",\(String(decoding: bytes, as: UTF8.self)))\n")
    }
  }

  @Test func cardsOfOneFactAreKnownByTheWayBackToEachOther() throws {
    let deck = try BuiltDeck(notes: 20)
    let cards = deck.site.deck.cards
    let distances = try #require(deck.index["facts"] as? [Int])
    for (place, distance) in distances.enumerated() {
      let others = cards[..<place].lastIndex { $0.siblings == cards[place].siblings }
      #expect(distance == others.map { place - $0 } ?? 0)
    }
  }

  @Test func writtenQuestionsHaveTheChoicesOfTheTerminal() throws {
    let deck = try BuiltDeck(notes: 3)
    let card = try #require(deck.site.deck.cards.first { $0.kind == .choice })
    let asked = try #require(deck.pieces(of: deck.index).first { $0["id"] as? String == card.id })
    let texts = (asked["choices"] as? [[Any]])?.map { $0[0] as? String }
    #expect(texts == deck.site.deck.choices(for: card, seed: 0)?.map { deck.site.shown($0.text) })
  }

  @Test func everyQuestionOfAnExamHasARightAndAWrongAnswer() throws {
    let deck = try BuiltDeck(notes: 60)
    let pool = try deck.object(#require(deck.index["exam"] as? String))
    let cards = deck.pieces(of: pool)
    let questions = try #require(pool["questions"] as? [[Any]])
    #expect(questions.count == cards.count && questions.count >= 65)
    for (question, card) in zip(questions, cards) {
      let place = try #require(question[0] as? Int)
      #expect(deck.site.deck.cards[place].id == card["id"] as? String)
      let rights = try #require(card["choices"] as? [[Any]]).map { $0[1] as? Int }
      #expect(rights.contains(1) && rights.contains(0))
    }
  }

  @Test func aServiceIsAskedByTheCardsThatNameIt() throws {
    let deck = try BuiltDeck(notes: 12)
    let services = try #require(deck.index["services"] as? [[Any]])
    let service = try #require(services.first { $0[0] as? String == "Service 7" })
    let ranges = try #require(service[2] as? [Int])
    let places = stride(from: 0, to: ranges.count, by: 2).flatMap {
      ranges[$0]..<(ranges[$0] + ranges[$0 + 1])
    }
    #expect(!places.isEmpty)
    for place in places { #expect(deck.site.deck.cards[place].note == "theme-1/service-7.md") }
  }
}

/// A deck as a build writes it.
private struct BuiltDeck {
  let site: SiteContext
  /// The bytes of each file.
  let files: [String: [UInt8]]
  /// The file that tells of all cards.
  let index: [String: Any]

  init(notes: Int, changing changed: Int? = nil) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "awsnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 0..<notes {
      let url = folder.appending(path: "theme-\(number % 3)/service-\(number).md")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(Self.note(number, isChanged: number == changed).utf8).write(to: url)
    }
    var settings = try Settings.ofContent(folder.path)
    settings.content = folder.path
    site = try SiteParts(Library(settings: settings, environment: [:])).site
    let deck = DeckFiles(site)
    var files: [String: [UInt8]] = [:]
    for file in deck.files { files[file.path] = try file.make().bytes }
    self.files = files
    index = try Self.object(files[deck.path] ?? [])
  }

  private static func note(_ number: Int, isChanged: Bool) -> String {
    """
    ---
    service: Service \(number)
    categorie: Thème \(number % 3)
    domaines: ["CLF \(number % 4 + 1)"]
    ---
    # Service \(number)

    Service \(number) est un service qui garde les choses de sorte \(number)\(isChanged ? ", ou d’une autre" : "").

    ## Concepts clés

    - **Boîte \(number)A**\u{A0}: un contenant numéro \(number) qui se ferme à clé <b>et</b> se pose au sol.
    - **Malle \(number)B**\u{A0}: un « bagage » numéro \(number) que deux personnes portent ensemble.
    - **Panier \(number)C**\u{A0}: un récipient tressé numéro \(number) pour les fruits du jardin.

    ## Questions

    Où range-t-on les fruits de la sorte \(number)\u{A0}?

    - [ ] Dans la boîte \(number)A — elle est fermée.
    - [x] Dans le panier \(number)C — il est tressé.
    - [ ] Dans la malle \(number)B — elle voyage.

    """
  }

  func strings(_ name: String) -> [String]? { index[name] as? [String] }

  func object(_ name: String) throws -> [String: Any] {
    try Self.object(files["quiz/\(name).json"] ?? [])
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
  }

  /// The cards of all pieces that a file names, in their order.
  func pieces(of file: [String: Any]) -> [[String: Any]] {
    let names = file["pieces"] as? [Any] ?? []
    return stride(from: 0, to: names.count, by: 2).flatMap { place -> [[String: Any]] in
      let cards =
        (names[place] as? String).flatMap { try? object($0)["cards"] as? [[String: Any]] } ?? []
      #expect(cards.count == names[place + 1] as? Int)
      return cards
    }
  }
}
