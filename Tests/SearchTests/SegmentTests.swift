import Testing

@testable import Search

@Suite struct SegmentTests {
  private static let notes: [SourceNote] = {
    var random = SplitMix64(60)
    return Collection(notes: 60, mostSections: 3, &random).notes
  }()

  /// An index of a segment for each stretch of notes.
  private func index(_ cuts: [Int], deleted: [Int] = []) throws -> Index {
    let bounds = [0] + cuts + [Self.notes.count]
    let segments = bounds.indices.dropLast().map { place in
      Bytes(bytes(notes: Array(Self.notes[bounds[place]..<bounds[place + 1]])))
    }
    return try Index(segments: segments, deleted: deleted.map { NoteID($0) })
  }

  private static let cuts = [[30], [1], [59], [10, 10, 50], [0, 30], [30, 60]]

  private static let queries: [String] = {
    var random = SplitMix64(61)
    let words = (0..<24).map { _ in (0..<4).map { _ in Collection.word(&random) } }
    return words.enumerated().map { number, words in
      switch number % 8 {
      case 0: words[0]
      case 1: "\(words[0]) \(words[1])"
      case 2: "\(words[0]) +\(words[1])"
      case 3: "\(words[0]) -\(words[1]) \(words[2])"
      case 4: "\"\(words[0]) \(words[1])\" \(words[2])"
      case 5: "\(words[3].prefix(3))*"
      case 6: "titre:\(words[0]) \(words[1])"
      default: "\(words[0]) \(words[1]) tag:t\(number % 5) -categorie:C1"
      }
    }
  }()

  private func paths(_ results: Results, _ index: Index) -> [String] {
    results.hits.map { hit in
      let document = index.document(hit.document)
      return "\(string(index.path(of: document.note)))#\(document.line) \(string(document.title))"
    }
  }

  @Test(arguments: cuts)
  func answersAsOneSegmentDoes(cuts: [Int]) throws {
    let (whole, cut) = (try index([]), try index(cuts))
    #expect(cut.documentCount == whole.documentCount)
    #expect(cut.noteCount == whole.noteCount)
    for query in Self.queries.map({ Query(utf8($0)) }) {
      let (expected, found) = (whole.search(query, limit: 500), cut.search(query, limit: 500))
      #expect(found.total == expected.total)
      #expect(found.noteTotal == expected.noteTotal)
      #expect(Set(found.hits.map { $0.document }) == Set(expected.hits.map { $0.document }))
      #expect(Set(paths(found, cut)) == Set(paths(expected, whole)))
    }
  }

  @Test(arguments: [[], [20, 40]], [[0], [59], [29, 30, 31], Array(0..<60), Array(15..<45)])
  func findsNothingInDeletedNotes(cuts: [Int], deleted: [Int]) throws {
    let all = try index([])
    let left = try index(cuts, deleted: deleted)
    for query in Self.queries.map({ Query(utf8($0)) }) {
      let expected = Set(
        paths(all.search(query, limit: 500), all).filter { path in
          !deleted.contains { path.hasPrefix("dossier/\($0).md") }
        })
      let found = left.search(query, limit: 500)
      #expect(Set(paths(found, left)) == expected)
      #expect(found.total == expected.count)
      #expect(found.noteTotal == Set(expected.map { $0.prefix { $0 != "#" } }).count)
      #expect(left.search(query, limit: 3).hits.count == Swift.min(3, expected.count))
    }
  }

  @Test(arguments: cuts)
  func knowsEverySectionThroughAllSegments(cuts: [Int]) throws {
    let index = try index(cuts)
    var document = 0
    for (number, note) in Self.notes.enumerated() {
      let record = index.note(NoteID(number))
      #expect(record.path == note.path && record.title == note.title && record.tags == note.tags)
      #expect(record.documents == document..<document + note.documents.count)
      for section in note.documents {
        let id = DocumentID(document)
        let found = index.document(id)
        #expect(found.note == NoteID(number) && found.title == section.title)
        #expect(found.headings == section.headings && found.line == section.line)
        #expect(index.text(of: id) == section.text)
        #expect(index.sourceLine(ofTextLine: 0, in: id) == section.textLines[0])
        document += 1
      }
    }
  }

  @Test(arguments: cuts)
  func marksTheQueryInEachSegment(cuts: [Int]) throws {
    let index = try index(cuts)
    for word in Collection.words.prefix(6) {
      let results = index.search(Query(utf8(word)), limit: 500)
      for hit in results.hits {
        let snippet = index.snippet(of: hit.document, for: results, length: 1000)
        let count = string(index.text(of: hit.document)).split(separator: " ").count { $0 == word }
        #expect(snippet.highlights.count == count)
        #expect(snippet.highlights.allSatisfy { string(Array(snippet.text[$0])) == word })
      }
    }
  }

  @Test func findsTheSameInSegmentsAsInOne() throws {
    // Weights are those of the whole, but for roundings, and near words are known in each segment alone.
    let (whole, cut) = (try index([]), try index([20, 40]))
    for query in Self.queries.map({ Query(utf8($0)) }) {
      let (expected, found) = (whole.search(query, limit: 1000), cut.search(query, limit: 1000))
      #expect(
        Set(found.hits.map { $0.document }).isSuperset(
          of: expected.hits.prefix(5).map { $0.document }))
    }
  }
}

// MARK: - Words of one segment

@Suite struct SegmentLexiconTests {
  private func segment(
    _ title: String, _ text: String, entries: [SourceEntry] = [], synonyms: [SourceSynonym] = []
  ) -> Bytes {
    let note = SourceNote(
      path: utf8("\(title).md"), title: utf8(title),
      documents: [SourceDocument(title: utf8(title), line: 4, text: utf8(text))])
    return Bytes(bytes(notes: [note], entries: entries, synonyms: synonyms))
  }

  @Test(arguments: [
    ("passerele", "B"), ("volu*", "A"), ("routa*", "B"), ("route53", "B"), ("passer", "B"),
    ("\"table de routage\"", "B"), ("titre:B", "B"), ("volumes", "A"), ("passerelles", "B"),
  ])
  func knowsTheWordsOfEverySegment(query: String, title: String) throws {
    let index = try Index(segments: [
      segment("A", "Un volume."),
      segment("B", "La table de routage a une passerelle ; la route 53 répond."),
    ])
    #expect(index.titles(query) == [title])
  }

  @Test func correctsToTheNearestWordOfAnySegment() throws {
    let segments = [segment("A", "Le kubarnetes."), segment("B", "Le kubernetes.")]
    for order in [[0, 1], [1, 0]] {
      let index = try Index(segments: order.map { segments[$0] })
      let results = index.search(Query(utf8("kubernetse")))
      #expect(results.corrections.map { string($0.candidates[0]) } == ["kubernetes"])
    }
  }

  @Test func takesGlossaryAndSynonymsFromTheLastSegment() throws {
    let old = SourceEntry(
      names: [utf8("NAT")], definition: utf8("Avant."), section: .own(note: 0, document: 0), line: 1
    )
    let new = SourceEntry(
      names: [utf8("NAT")], definition: utf8("Après."), section: .any(DocumentID(1)), line: 8)
    let synonym = SourceSynonym(name: utf8("pare-feu"), other: utf8("firewall"), weight: 0.6)
    let index = try Index(segments: [
      segment("A", "Le firewall filtre.", entries: [old]), segment("B", "Le NAT."),
      segment("C", "Autre chose.", entries: [new], synonyms: [synonym]),
    ])
    let answer = try #require(index.search(Query(utf8("NAT"))).answer)
    #expect(string(answer.definition) == "Après.")
    #expect(answer.document == DocumentID(1))
    #expect(string(index.document(answer.document).title) == "B")
    #expect(index.titles("pare-feu") == ["A"])
  }
}
