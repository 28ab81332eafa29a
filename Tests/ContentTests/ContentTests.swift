import Foundation
import KnowledgeBase
import Notes
import Search
import Testing

/// What the knowledge base promises to its readers.
@Suite struct ContentTests {
  /// The notes of Content/, read once.
  private static let library = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Library(
      settings: Settings.ofContent(root.appending(path: "Content").path), environment: [:])
  }

  private var library: Library { get throws { try Self.library.get() } }

  private var notes: [Note] {
    get throws { try library.knowledgeBase().notes.filter { !$0.metadata.isUnsearched } }
  }

  private var questions: [Question] { get throws { try notes.flatMap(\.questions) } }

  @Test func `nothing is left to mend`() throws {
    let (findings, _) = try Library.check(library.settings)
    #expect(findings.map { "\($0.path):\($0.line) \($0.kind)" } == [])
  }

  @Test func `each service is a term that its own note defines`() throws {
    let base = try library.knowledgeBase()
    for (name, note) in Services.names {
      let term = base.glossary.place(of: name).map { base.glossary.terms[$0] }
      let paths = term?.definitions.map { base.notes[$0.note].path } ?? []
      let own = term?.note.map { base.notes[$0].path }
      #expect(own == note + ".md" || paths.first == note + ".md", "\(name): \(paths)")
    }
  }

  @Test func `a search for a name answers with its own note first`() throws {
    let library = try library
    for (name, own) in Services.names {
      let results = library.index.search(Query(Array(name.utf8)), limit: 1)
      let document = results.answer?.document ?? results.hits.first?.document
      let note = library.index.note(library.index.document(try #require(document, "\(name)")).note)
      let path = String(decoding: note.path, as: UTF8.self)
      #expect(path == own + ".md", "\(name)")
    }
  }

  @Test func `each note is of the list, or an architecture or a comparison`() throws {
    let known = Set(Services.notes.map { $0.note + ".md" })
    for note in try notes where !known.contains(note.path) {
      #expect(
        note.path.hasPrefix("architectures/") || note.path.hasPrefix("a-ne-pas-confondre/"),
        "\(note.path)")
    }
    #expect(try known.isSubset(of: notes.map(\.path)))
  }

  @Test func `every related service has its note`() throws {
    let services = try Set(notes.compactMap(\.metadata.service))
    for note in try notes {
      #expect(note.metadata.related.filter { !services.contains($0) } == [], "\(note.path)")
    }
  }

  @Test func `relations lead from every service to every other`() throws {
    let notes = try notes.filter { $0.metadata.service != nil }
    let places = Dictionary(
      uniqueKeysWithValues: notes.enumerated().map { ($1.metadata.service ?? "", $0) })
    var neighbours = Array(repeating: Set<Int>(), count: notes.count)
    for (place, note) in notes.enumerated() {
      for other in note.metadata.related.compactMap({ places[$0] }) {
        neighbours[place].insert(other)
        neighbours[other].insert(place)
      }
    }
    var (reached, waiting) = (Set([0]), [0])
    while let place = waiting.popLast() {
      for other in neighbours[place] where reached.insert(other).inserted { waiting.append(other) }
    }
    #expect(notes.indices.filter { !reached.contains($0) }.map { notes[$0].path } == [])
  }

  @Test func `there are questions enough, each with its right answers and their reasons`() throws {
    let questions = try questions
    #expect(questions.count >= 330)
    for note in try notes {
      for question in note.questions {
        let place = "\(note.path):\(question.line)"
        let asked = question.stem.contains("(choisissez DEUX)") ? 2 : 1
        #expect(question.choices.count { $0.isRight } == asked, "\(place)")
        #expect((3...5).contains(question.choices.count), "\(place)")
        #expect(question.choices.allSatisfy { $0.explanation?.isEmpty == false }, "\(place)")
        #expect(question.stem.contains("?"), "\(place)")
      }
    }
  }

  @Test func `the right answer stands in each place as often, and is seldom the longest`() throws {
    let single = try questions.filter { question in
      question.choices.count == 4 && question.choices.count(where: \.isRight) == 1
    }
    var places = [0, 0, 0, 0]
    var longest = 0
    for question in single {
      guard let right = question.choices.firstIndex(where: \.isRight) else { continue }
      places[right] += 1
      let length = question.choices[right].text.count
      if question.choices.allSatisfy({ $0.text.count <= length }) { longest += 1 }
    }
    let share = 1 / Double(max(1, single.count))
    #expect(places.allSatisfy { (0.2...0.3).contains(Double($0) * share) }, "\(places)")
    #expect(Double(longest) * share <= 0.3, "\(longest) of \(single.count)")
  }

  @Test func `a service note has its parts and its length`() throws {
    for note in try notes where note.metadata.service != nil && !note.path.hasPrefix("concepts/") {
      let titles = note.sections.map(\.title)
      for title in ["À quoi ça sert", "Concepts clés", "Questions", "Liens"] {
        #expect(titles.contains(title), "\(note.path): \(title)")
      }
      let words = note.sections.filter { !$0.isQuestion && $0.title != "Liens" }
        .flatMap(\.text).flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
        .count { $0.contains(where: \.isLetter) }
      #expect((250...700).contains(words), "\(note.path): \(words)")
    }
  }
}
