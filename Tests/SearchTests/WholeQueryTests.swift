import Testing

@testable import Search

/// Which sections a query finds at all, whatever they score.
@Suite struct WholeQueryTests {
  /// A query and the sections that it means.
  private struct Case {
    var text: [String] = []
    private var wanted: [(SourceDocument) -> Bool] = []
    private var demanded: [(SourceNote, SourceDocument) -> Bool] = []

    init(_ random: inout SplitMix64) {
      for _ in 0..<1 + random.below(4) { addWord(&random) }
      if random.once(in: 4) {
        let words = (0..<2 + random.below(2)).map { _ in Collection.word(&random) }
        let sign = random.element(of: ["", "+", "-"])
        add("\(sign)\"\(words.joined(separator: " "))\"", sign) { $0.contains(words) }
      }
      if random.once(in: 4) {
        let prefix = String(Collection.word(&random).prefix(3 + random.below(3)))
        let sign = random.element(of: ["", "+", "-"])
        add("\(sign)\(prefix)*", sign) { $0.contains(wordWith: prefix) }
      }
      if random.once(in: 4) {
        let word = Collection.word(&random)
        let (name, field) = random.element(of: [("titre", 0), ("terme", 1)])
        let sign = random.element(of: ["", "+", "-"])
        add("\(sign)\(name):\(word)", sign) { $0.fields[field].contains(word) }
      }
      if random.once(in: 3) { addFilter(&random) }
    }

    private mutating func addWord(_ random: inout SplitMix64) {
      let word = Collection.word(&random)
      let sign = random.element(of: ["", "", "", "+", "-"])
      add(sign + word, sign) { $0.contains([word]) }
    }

    private mutating func add(
      _ text: String, _ sign: String, _ isFound: @escaping (SourceDocument) -> Bool
    ) {
      self.text.append(text)
      if sign != "-" { wanted.append(isFound) }
      if sign == "+" { demanded.append { isFound($1) } }
      if sign == "-" { demanded.append { !isFound($1) } }
    }

    private mutating func addFilter(_ random: inout SplitMix64) {
      let (name, number) = random.element(of: [("tag", 5), ("categorie", 4), ("category", 4)])
      let value = "\(name == "tag" ? "t" : "C")\(random.below(number))"
      let isNegated = random.once(in: 3)
      text.append("\(isNegated ? "-" : "")\(name):\(value)")
      demanded.append { note, _ in
        (name == "tag" ? note.tags : note.categories).contains(utf8(value)) != isNegated
      }
    }

    func means(_ note: SourceNote, _ document: SourceDocument) -> Bool {
      (wanted.isEmpty || wanted.contains { $0(document) })
        && demanded.allSatisfy { $0(note, document) }
    }
  }

  @Test func knowsItsWordsAsTheyAre() {
    for word in Collection.words {
      let words = analyzedWords(of: utf8(word))
      #expect(words.count == 1 && words[0].key == utf8(word) && !words[0].isFiller)
    }
  }

  @Test(arguments: [(1, 1), (40, 1), (30, 5), (150, 3)])
  func findsTheSectionsThatAQueryMeans(notes: Int, mostSections: Int) throws {
    var random = SplitMix64(UInt64(notes + mostSections))
    let collection = Collection(notes: notes, mostSections: mostSections, &random)
    let index = try index(notes: collection.notes)
    let documents = collection.documents
    let known = Set(documents.flatMap { $0.document.fields.joined() })
    for _ in 0..<70 {
      let asked = Case(&random)
      // What does not occur is mended, which is another matter.
      let words = asked.text.filter { !$0.contains("\"") && !$0.contains("*") && !$0.contains(":") }
      guard words.allSatisfy({ known.contains($0.filter { $0.isLetter }) }) else { continue }
      let query = Query(utf8(asked.text.joined(separator: " ")))
      let expected = documents.indices.filter {
        asked.means(documents[$0].note, documents[$0].document)
      }
      let results = index.search(query, limit: documents.count)
      #expect(results.total == expected.count, "\(asked.text)")
      #expect(results.hits.map { $0.document.rawValue }.sorted() == expected, "\(asked.text)")
      #expect(results.noteTotal == Set(expected.map { documents[$0].note.path }).count)
      #expect(results.corrections.isEmpty)
    }
  }

  @Test func givesTheSameBestWhateverTheLimit() throws {
    var random = SplitMix64(50)
    let collection = Collection(notes: 120, mostSections: 5, &random)
    let index = try index(notes: collection.notes)
    for _ in 0..<60 {
      // One word is scored once; several are looked at again, which the limit decides about.
      let query = Query(utf8(Collection.word(&random)))
      let all = index.search(query, limit: 1000).hits.map { $0.document }
      for limit in [1, 2, 10, 30, 31, 100] {
        let best = index.search(query, limit: limit, isCounted: false).hits.map { $0.document }
        #expect(best == Array(all.prefix(limit)))
      }
    }
  }

  @Test func explainsEveryScoreToTheLastDigit() throws {
    var random = SplitMix64(51)
    let collection = Collection(notes: 80, mostSections: 4, &random)
    let index = try index(notes: collection.notes)
    for _ in 0..<60 {
      let query = Query(utf8(Case(&random).text.joined(separator: " ")))
      for hit in index.search(query, limit: 5, isExplained: true).hits {
        let sum = hit.explanation.reduce(0) { $0 + $1.value }
        #expect(abs(sum - hit.score) < 0.001)
      }
    }
  }
}
