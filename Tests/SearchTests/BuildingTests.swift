import FrenchText
import Testing

@testable import Search

@Suite struct BuildingTests {
  private static func note(_ path: String, _ sections: [SourceDocument]) -> SourceNote {
    SourceNote(path: utf8(path), title: utf8(path), documents: sections)
  }

  private static func note(_ path: String, text: [UInt8]) -> SourceNote {
    note(path, [SourceDocument(title: utf8(path), text: text)])
  }

  /// One word in 36 spellings that differ in accents only: forms of one term.
  private static let spellings = ["o", "ô", "ö", "ò", "ó", "õ"].flatMap { first in
    ["a", "à", "â", "ä", "á", "ã"].map { second in "z\(first)k\(second)k" }
  }

  /// What notes are not like, but may be.
  private static let strange: [SourceNote] = [
    note("sans section", []),
    note("vide", [SourceDocument(title: [], text: []), SourceDocument(title: [], text: [])]),
    note(
      "long titre",
      [
        SourceDocument(
          title: utf8((0..<300).map { "mot\($0)" }.joined(separator: " ")),
          headings: [[UInt8](repeating: 0x20, count: 9), utf8("au-dessus")], text: utf8("court"))
      ]),
    note("long mot", text: [UInt8](repeating: 0x77, count: 255)),
    note("plus long mot", text: [UInt8](repeating: 0x78, count: 256) + utf8(" après")),
    note(
      "octets", text: [0xFF, 0x61, 0xC3, 0x20, 0xE2, 0x80] + utf8(" lisible ") + [0xF4, 0x90, 0]),
    note("formes", text: utf8((spellings + spellings.reversed()).joined(separator: " "))),
    note("forme", text: utf8("zokak")),
    note("sans section non plus", []),
  ]

  private static let notes: [SourceNote] = {
    var random = SplitMix64(90)
    let first = Collection(notes: 25, mostSections: 4, &random).notes
    let last = Collection(notes: 25, mostSections: 4, firstPath: 25, &random).notes
    return first + strange + last
  }()

  private static let entries = [
    SourceEntry(
      names: [utf8("NAT"), utf8("traduction")], definition: utf8("Une définition."),
      section: .own(note: 3, document: 0), line: 2)
  ]
  private static let synonyms = [
    SourceSynonym(name: utf8("bobo"), other: utf8("fodaok"), weight: 0.5)
  ]

  /// Builds in portions that end at some notes and in shares of the terms.
  private static func bytes(
    _ notes: [SourceNote], cuts: [Int], shares: Int, keeping: IndexBuilder.Keeping = .everything
  ) -> [UInt8] {
    let bounds = [0] + cuts + [notes.count]
    let portions = bounds.indices.dropLast().map { place in
      var builder = IndexBuilder(keeping: keeping)
      for note in notes[bounds[place]..<bounds[place + 1]] { builder.add(note) }
      return builder.finishedPortion()
    }
    let assembly = IndexAssembly(portions, entries: entries, synonyms: synonyms)
    return assembly.finish((0..<shares).map { assembly.encode($0, of: shares) })
  }

  private static let whole = SearchTests.bytes(notes: notes, entries: entries, synonyms: synonyms)
  private static let cuts = [[], [25], [1, 58], [10, 20, 30, 40], [0, 26, 26, 33]]

  @Test(arguments: cuts, 1...4)
  func givesTheSameBytesInPortionsAndShares(cuts: [Int], shares: Int) {
    #expect(Self.bytes(Self.notes, cuts: cuts, shares: shares) == Self.whole)
  }

  @Test(arguments: 1...4)
  func givesTheSameBytesWhereEveryNoteHasOneSection(shares: Int) {
    let notes = Self.notes.filter { $0.documents.count == 1 }
    let whole = SearchTests.bytes(notes: notes, entries: Self.entries, synonyms: Self.synonyms)
    #expect(Self.bytes(notes, cuts: [notes.count / 3], shares: shares) == whole)
    #expect((try? Index(Bytes(whole)).hasSeveralSections) == false)
  }

  @Test func findsStrangeNotes() throws {
    let index = try Index(Bytes(Self.whole))
    let first = Self.notes[..<25].reduce(0) { $0 + $1.documents.count }
    let paths = { (query: [UInt8]) in
      index.search(Query(query), limit: 100).hits.map {
        string(index.path(of: index.document($0.document).note))
      }
    }
    #expect(index.note(NoteID(25)).documents.isEmpty)
    #expect(index.note(NoteID(26)).documents == first..<first + 2)
    #expect(paths(utf8("mot0")) == ["long titre"])
    #expect(paths(utf8("\"mot298 mot299\"")) == ["long titre"])
    #expect(paths(utf8("titre:mot299")) == ["long titre"])
    #expect(paths([UInt8](repeating: 0x77, count: 255)) == ["long mot"])
    #expect(paths([UInt8](repeating: 0x78, count: 256)).contains("plus long mot"))
    #expect(paths(utf8("après")) == ["plus long mot"])
    #expect(paths(utf8("lisible")) == ["octets"])
    for spelling in Self.spellings {
      #expect(Set(paths(utf8(spelling))) == ["formes", "forme"])
    }
    #expect(paths(utf8("\"\(Self.spellings[34]) \(Self.spellings[35])\"")) == ["formes"])
  }

  @Test func numbersFormsOfATermByFrequencyAndSharesTheLast() throws {
    let index = try Index(Bytes(Self.whole))
    let lexicon = Lexicon(index)
    let forms = Self.spellings.compactMap { spelling -> UInt32? in
      let match = lexicon.matches(of: analyzedWords(of: utf8(spelling))[0]).first
      return match.map { UInt32($0.exactForms.trailingZeroBitCount) }
    }
    #expect(forms.count == 36)
    // « zokak » stands in a third place, too.
    #expect(forms[0] == 0)
    #expect(Set(forms) == Set(0...UInt32(FormOrder.last)))
    let list = index.segments[0].postings(
      of: try #require(lexicon.matches(of: analyzedWords(of: utf8("zokak"))[0]).first).term.number)
    let places = list.everything(forms: Array(0...UInt32(FormOrder.last)))
    #expect(places.map { $0.forms } == [Array(0...FormOrder.last), [0]])
    #expect(places[0].places.count == 72)
  }

  @Test func knowsWordsBeyondTheSixteenthBitOfPositions() throws {
    var random = SplitMix64(91)
    let text = Collection.text(70_000, &random) + " tout dernier mot"
    let index = try index([("Long", text), ("Court", "Le dernier tout premier mot.")])
    #expect(index.titles("\"tout dernier mot\"") == ["Long"])
    #expect(Set(index.titles("dernier")) == ["Long", "Court"])
    let results = index.search(Query(utf8("\"dernier mot\"")))
    let snippet = index.snippet(of: DocumentID(0), for: results)
    #expect(snippet.highlights.map { string(Array(snippet.text[$0])) } == ["dernier", "mot"])
  }

  @Test func findsTheSameWhereOnlyPathsAreKept() throws {
    let slim = Self.bytes(Self.notes, cuts: [30], shares: 2, keeping: .paths)
    #expect(slim.count < Self.whole.count)
    #expect(slim == Self.bytes(Self.notes, cuts: [], shares: 1, keeping: .paths))
    let (paths, everything) = (try Index(Bytes(slim)), try Index(Bytes(Self.whole)))
    var random = SplitMix64(92)
    for number in 0..<40 {
      let words = (Collection.word(&random), Collection.word(&random))
      let queries = ["\(words.0) \(words.1)", "\"\(words.0) \(words.1)\"", "titre:\(words.0)"]
      let query = Query(utf8(queries[number % 3]))
      let (found, expected) = (paths.search(query, limit: 50), everything.search(query, limit: 50))
      #expect(found.hits.map { $0.document } == expected.hits.map { $0.document })
      #expect(found.total == expected.total && found.noteTotal == expected.noteTotal)
      for hit in found.hits.prefix(3) {
        let note = paths.document(hit.document).note
        #expect(paths.path(of: note) == Self.notes[note.rawValue].path)
        #expect(paths.snippet(of: hit.document, for: found).text.isEmpty)
      }
    }
  }
}
