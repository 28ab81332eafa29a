import Foundation
import KnowledgeBase
import Notes
import Search
import Site
import Testing

/// The page finds what the terminal finds.
@Suite(.enabled(if: Page.hasNode, "there is no node"))
struct SearchParityTests {
  private struct Answer: Decodable {
    var answers: [Found]
    var requests: Int
  }

  private struct Found: Decodable {
    var answer: Place?
    var hits: [Place]
    var corrections: [Correction]
    var total: Int
  }

  private struct Place: Decodable {
    var note: String
    var anchor: String
    var place: String { "\(note)#\(anchor)" }
  }

  private struct Correction: Decodable { var candidates: [String] }

  private static func library() throws -> Library {
    let content = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Content")
    return try Library(settings: try Settings.ofContent(content.path), environment: [:])
  }

  /// Two hundred queries: names of terms, headings, words of sentences, some of them misspelled or unfinished.
  private static func queries(_ library: Library) throws -> [String] {
    var queries: [String] = []
    for note in try library.knowledgeBase().notes {
      queries += note.definitions.flatMap(\.names)
      for section in note.sections {
        queries.append(section.name)
        let words = section.text.map(\.text).joined(separator: " ").split(separator: " ")
        guard words.count > 9 else { continue }
        let number = queries.count
        queries.append(words[2..<3 + number % 4].joined(separator: " "))
        var word = String(words[words.count - 2])
        if number % 3 == 0, word.count > 4 { word.remove(at: word.index(after: word.startIndex)) }
        if number % 3 == 1 { word = String(word.prefix(5)) }
        queries.append(word)
      }
    }
    queries += ["\"groupe de sécurité\"", "+vpc -nat", "chiff*", "titre:routage"]
    queries.append("service:EC2 port")
    let step = max(1, queries.count / 200)
    return stride(from: queries.count - 1, through: 0, by: -step).prefix(200).map { queries[$0] }
  }

  @Test(arguments: ["https:", "file:"])
  func ranksAsTheTerminalDoes(_ scheme: String) throws {
    let library = try Self.library()
    let queries = try Self.queries(library)
    #expect(queries.count == 200)
    let tasks = queries.map { Page.Task(name: "search", values: [.text($0), .number(10)]) }
    let output = try Page.ask(tasks, index: library.index, protocol: scheme)
    let answers = try JSONDecoder().decode(Answer.self, from: output).answers
    #expect(answers.count == queries.count)
    for (query, found) in zip(queries, answers) {
      let results = library.index.search(Query(Array(query.utf8)), limit: 11)
      let place = { (id: DocumentID) in
        let document = library.index.document(id)
        let path = library.index.note(document.note).path
        return String(decoding: path + [UInt8(ascii: "#")] + document.anchor, as: UTF8.self)
      }
      let hits = results.hits.map(\.document).filter { $0 != results.answer?.document }
      #expect(found.hits.map(\.place) == hits.prefix(10).map(place), "\(query)")
      #expect(found.answer?.place == results.answer.map { place($0.document) }, "\(query)")
      #expect(found.total == results.total, "\(query)")
      let candidates = results.corrections.map(\.candidates)
      #expect(
        found.corrections.map(\.candidates)
          == candidates.map { $0.map { String(decoding: $0, as: UTF8.self) } }, "\(query)")
    }
  }
}
