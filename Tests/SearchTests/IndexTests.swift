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
    SourceEntry(names: [utf8("VPC")], definition: utf8("Un réseau."), section: .own(note: 0, document: 0), line: 2)
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
    // Only the bytes that fill parts up to multiples of eight may change.
    #expect(unnoticed < 7 * 16)
  }

  @Test func survivesEveryFlippedByteUnchecked() {
    let whole = bytes(notes: Self.notes, entries: Self.entries, synonyms: Self.synonyms)
    for place in whole.indices {
      for value: UInt8 in [0xFF, whole[place] ^ 0x01] {
        var damaged = whole
        damaged[place] = value
        guard let index = try? Index(Bytes(damaged), verifying: false) else { continue }
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
