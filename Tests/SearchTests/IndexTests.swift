import Search
import Testing

@Suite struct IndexTests {
  private static let notes = [
    SourceNote(
      path: utf8("réseau/vpc.md"), title: utf8("VPC"), services: [utf8("VPC")],
      categories: [utf8("Réseau")], tags: [utf8("isolement"), utf8("ip")],
      documents: [
        SourceDocument(
          title: utf8("VPC"), anchor: utf8("vpc"), line: 1, terms: [utf8("VPC")],
          text: utf8("Un réseau privé."), textLines: [2]),
        SourceDocument(
          title: utf8("Routage"), headings: [utf8("VPC"), utf8("Concepts")],
          anchor: utf8("routage"), line: 8, text: utf8("Une table.\nUne route."),
          textLines: [9, 12]),
      ]),
    SourceNote(
      path: utf8("s3.md"), title: utf8("S3"),
      documents: [SourceDocument(title: utf8("S3"), text: utf8("Des objets et une table."))]),
  ]
  private static let entries = [
    SourceEntry(
      names: [utf8("VPC")], definition: utf8("Un réseau."), section: .own(note: 0, document: 0),
      line: 2)
  ]
  private static let synonyms = [
    SourceSynonym(name: utf8("réseau"), other: utf8("network"), weight: 0.5)
  ]

  @Test func givesBackWhatWasPutIn() throws {
    let index = try index(notes: Self.notes, entries: Self.entries)
    #expect(index.noteCount == 2)
    #expect(index.documentCount == 3)
    let document = index.document(DocumentID(1))
    #expect(string(document.title) == "Routage")
    #expect(document.headings.map(string) == ["VPC", "Concepts"])
    #expect(string(document.anchor) == "routage")
    #expect(document.line == 8)
    #expect(string(index.text(of: DocumentID(1))) == "Une table.\nUne route.")
    #expect(index.sourceLine(ofTextLine: 0, in: DocumentID(1)) == 9)
    #expect(index.sourceLine(ofTextLine: 1, in: DocumentID(1)) == 12)
    let note = index.note(document.note)
    #expect(string(note.path) == "réseau/vpc.md")
    #expect(note.tags.map(string) == ["isolement", "ip"])
    #expect(note.documents == 0..<2)
  }

  @Test func givesTheSameBytesForTheSameNotes() {
    let first = bytes(notes: Self.notes, entries: Self.entries, synonyms: Self.synonyms)
    let second = bytes(notes: Self.notes, entries: Self.entries, synonyms: Self.synonyms)
    #expect(first == second)
  }

  @Test func holdsNothingWithoutNotes() throws {
    let index = try index(notes: [])
    #expect(index.search(Query(utf8("vpc"))).hits.isEmpty)
  }

  @Test func refusesWhatIsNoIndex() {
    #expect(throws: IndexError.foreign) { try Index(Bytes([])) }
    #expect(throws: IndexError.foreign) { try Index(Bytes([UInt8](repeating: 65, count: 500))) }
    var whole = bytes(notes: Self.notes)
    #expect(throws: IndexError.truncated) { try Index(Bytes(Array(whole.dropLast()))) }
    whole[8] = 99
    #expect(throws: IndexError.version(99)) { try Index(Bytes(whole)) }
  }

  @Test func noticesEveryFlippedBitThatMatters() {
    let whole = bytes(notes: Self.notes, entries: Self.entries)
    var unnoticed = 0
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0x10
      if (try? Index(Bytes(damaged))) != nil { unnoticed += 1 }
    }
    #expect(unnoticed == 0)
  }

  @Test func survivesEveryFlippedByteUnchecked() {
    let whole = bytes(notes: Self.notes, entries: Self.entries, synonyms: Self.synonyms)
    for place in whole.indices {
      for value: UInt8 in [0xFF, whole[place] ^ 0x01] {
        var damaged = whole
        damaged[place] = value
        guard let index = try? Index(Bytes(damaged), verification: .nothing) else { continue }
        for query in ["table réseau vpc", "\"une table\" ro*", "tabel service:vpc"] {
          let results = index.search(Query(utf8(query)), limit: 5, isExplained: true)
          for hit in results.hits {
            _ = index.note(index.document(hit.document).note)
            _ = index.snippet(of: hit.document, for: results)
          }
        }
      }
    }
  }
}

@Suite struct VerificationTests {
  private static let notes = (0..<300).map { number in
    SourceNote(
      path: utf8("notes/\(number).md"), title: utf8("Note \(number)"),
      documents: [
        SourceDocument(
          title: utf8("Section \(number)"),
          text: utf8("Le volume \(number % 7) de la table \(number) est chiffré par mot\(number).")),
        SourceDocument(title: utf8("Suite"), text: utf8("Une instance de plus.")),
      ])
  }

  /// Every answer that a reader would see of some queries.
  private func answers(_ index: Index) -> [String] {
    ["volume chiffré", "mot17", "tabel", "\"une instance\"", "not* -suite"].flatMap { query in
      let results = index.search(Query(utf8(query)), limit: 5)
      return results.hits.map { hit in
        let document = index.document(hit.document)
        let snippet = index.snippet(of: hit.document, for: results)
        return string(index.note(document.note).path) + string(document.title)
          + string(snippet.text)
      }
    }
  }

  @Test func readsNothingWrongWithoutNotice() throws {
    let whole = bytes(notes: Self.notes)
    let right = try answers(Index(Bytes(whole)))
    var refused = 0
    var noticed = 0
    for place in stride(from: 0, to: whole.count, by: 61) {
      var damaged = whole
      damaged[place] ^= 0x44
      guard let index = try? Index(Bytes(damaged), verification: .asRead) else {
        refused += 1
        continue
      }
      let found = answers(index)
      if index.hasMetDamage { noticed += 1 } else { #expect(found == right) }
    }
    #expect(refused > 0)
    #expect(noticed > 0)
  }

  @Test func meetsNoDamageWhereThereIsNone() throws {
    let index = try Index(Bytes(bytes(notes: Self.notes)), verification: .asRead)
    _ = answers(index)
    #expect(!index.hasMetDamage)
  }
}
