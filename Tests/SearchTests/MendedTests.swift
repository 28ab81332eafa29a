import Testing

@testable import Search

@Suite struct MendedTests {
  @Test func givesNoDocumentTheScoreOfALaterNote() {
    // The second window cannot reach what stands in the first and is passed over; in the third, one list
    // is read alone, from where it was left: before the window.
    let lists = WrittenLists([
      [
        WrittenPosting(document: 0, impact: 15), WrittenPosting(document: 5000, impact: 15),
        WrittenPosting(document: 9000, impact: 1),
      ],
      [WrittenPosting(document: 9001, impact: 1)],
    ])
    var ranker = Ranker(documentCount: 12_000)
    ranker.lists = [
      WeighedList(list: lists.list(0), weight: 10), WeighedList(list: lists.list(1), weight: 5),
    ]
    ranker.notes = NoteScores([1000, 0, 1100], starts: [0, 100, 8192, 12_000])
    #expect(ranker.best(1) == [ScoredDocument(document: 0, score: 1150)])
  }

  @Test(arguments: ["port", "p*", "\"port ouvert\""])
  func findsWordsThatStandEverywhere(query: String) throws {
    // From 1,024 sections on, the weight of what all of them hold was rounded to nothing.
    let index = try index((0..<1100).map { ("Note \($0)", "un port ouvert") })
    let results = index.search(Query(utf8(query)), limit: 3)
    #expect(results.total == 1100)
    #expect(results.hits.count == 3)
  }

  @Test func ranksANoteOfOneSectionInASegmentOfItsOwn() throws {
    let text = utf8("Le port de la base.")
    let notes = [
      SourceNote(
        path: utf8("a.md"), title: utf8("A"),
        documents: ["Un", "Deux"].map { SourceDocument(title: utf8($0), text: text) }),
      SourceNote(
        path: utf8("b.md"), title: utf8("B"),
        documents: [SourceDocument(title: utf8("Port"), text: utf8("Le port de la base."))]),
    ]
    let cut = try Index(segments: notes.map { Bytes(bytes(notes: [$0])) })
    #expect(cut.titles("port").first == "Port")
  }

  @Test func answersFromItsOwnSectionInALaterSegment() throws {
    let entry = SourceEntry(
      names: [utf8("NAT")], definition: utf8("Passerelle."), section: .own(note: 0, document: 0),
      line: 1)
    func note(_ title: String) -> SourceNote {
      SourceNote(
        path: utf8(title), title: utf8(title),
        documents: [SourceDocument(title: utf8(title), text: utf8("Le NAT."))])
    }
    let index = try Index(segments: [
      Bytes(bytes(notes: [note("A")])), Bytes(bytes(notes: [note("B")], entries: [entry])),
    ])
    let answer = try #require(index.search(Query(utf8("NAT"))).answer)
    #expect(string(index.document(answer.document).title) == "B")
  }
}
