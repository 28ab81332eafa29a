import Testing

@testable import Search

/// An index of which only pieces are there answers as the whole one.
@Suite struct PieceTests {
  /// What is found, in a form that can be compared.
  private func found(_ query: String, in index: Index) -> [String] {
    let results = index.search(Query(utf8(query)), limit: 10)
    var lines = results.hits.map { hit in
      let document = index.document(hit.document)
      let note = index.note(document.note)
      let snippet = index.snippet(of: hit.document, for: results)
      return "\(string(note.path))#\(document.line) \(hit.score) \(string(snippet.text))"
        + " \(snippet.highlights) \(snippet.line)"
    }
    lines.append("\(results.total) \(results.noteTotal)")
    lines += results.corrections.map { "\(string($0.typed)) \($0.candidates.map(string))" }
    if let answer = results.answer { lines.append(string(answer.definition)) }
    return lines
  }

  /// Two segments: notes, and the glossary with synonyms.
  private func wholeIndex(notes: Int) throws -> Index {
    var random = SplitMix64(11)
    let collection = Collection(notes: notes, mostSections: 4, mostWords: 90, &random)
    let entries = [
      SourceEntry(
        names: [utf8(Collection.words[3]), utf8("bodak gofuk")],
        definition: utf8("Une définition."), section: .any(DocumentID(0)),
        line: 1)
    ]
    let synonyms = [
      SourceSynonym(name: utf8(Collection.words[5]), other: utf8(Collection.words[40]), weight: 0.7)
    ]
    return try Index(segments: [
      Bytes(bytes(notes: collection.notes)),
      Bytes(bytes(notes: [], entries: entries, synonyms: synonyms)),
    ])
  }

  /// Queries of known words, beginnings, misspelled words, phrases and filters.
  private func queries() -> [String] {
    var random = SplitMix64(5)
    let texts = (0..<30).map { Collection.text(1 + $0 % 4, &random) }
    let word = Collection.words[20]
    return texts + [
      "\"\(Collection.words[0]) \(Collection.words[1])\"", "\(word.prefix(3))*", "\(word)x",
      "+\(word) -\(Collection.words[1])", "titre:\(word)", "service:S1 \(word)", "note:7",
      "catégorie:C2", "inconnu", "", "bodak gofuk", String(word.dropLast()),
    ]
  }

  @Test(arguments: [512, 4096])
  func answersAsTheWholeIndexDoes(_ size: Int) throws {
    let whole = try wholeIndex(notes: 150)
    let guide = IndexGuide(IndexGuide(whole, pieceSize: size).bytes)
    var pieces: [[UInt8]] = []
    whole.visitPieces(size: size) { pieces.append($0) }
    for query in queries() {
      let partial = try PartialIndex(guide, pieceSize: size)
      #expect(partial.pieceCount == pieces.count)
      var answer: [String]?
      for _ in 0..<30 where answer == nil {
        answer = partial.ask { found(query, in: $0) }
        for piece in partial.wanted { partial.fill(piece, with: pieces[piece]) }
      }
      #expect(answer == found(query, in: whole), "\(query)")
    }
  }

  @Test func fetchesOnlyWhatAQueryNeeds() throws {
    let whole = try wholeIndex(notes: 1200)
    var pieces: [[UInt8]] = []
    whole.visitPieces(size: 4096) { pieces.append($0) }
    let partial = try PartialIndex(IndexGuide(whole, pieceSize: 4096), pieceSize: 4096)
    var fetched = 0
    while partial.ask({ found(Collection.words[130], in: $0) }) == nil {
      fetched += partial.wanted.count
      for piece in partial.wanted { partial.fill(piece, with: pieces[piece]) }
    }
    #expect(fetched < pieces.count / 3)
  }

  @Test func aGuideThatIsNoneOpensNothing() {
    #expect(throws: IndexError.self) { try PartialIndex(IndexGuide([]), pieceSize: 4096) }
    #expect(throws: IndexError.self) {
      try PartialIndex(IndexGuide([1, 100, 0, 0]), pieceSize: 4096)
    }
  }
}
