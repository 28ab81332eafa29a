internal import Foundation
internal import Search

/// Writes what was found for queries as TREC tools read it: `query Q0 document rank score name`.
struct Run {
  let index: Index

  /// How many documents of each query are written.
  private static let depth = 100

  /// The best documents for a query, each by its best section, best first.
  static func documents(
    for text: [UInt8], in index: Index, count: Int
  ) -> [(note: NoteID, score: Float)] {
    let query = Query(text)
    var limit = count
    while true {
      let hits = index.search(query, limit: limit, isCounted: false).hits
      var seen: Set<NoteID> = []
      let best = hits.filter { seen.insert(index.note(of: $0.document)).inserted }
      if best.count >= count || hits.count < limit {
        return best.prefix(count).map { (index.note(of: $0.document), $0.score) }
      }
      limit *= 4
    }
  }

  /// Answers all queries and writes a file.
  func write(_ queries: [NamedQuery], to path: String) throws(BenchmarkError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw .file(path: path, reason: "cannot be written") }
    for query in queries {
      let lines = Data(try lines(for: query).utf8)
      do { try file.write(contentsOf: lines) } catch {
        throw .file(path: path, reason: "cannot be written to its end")
      }
    }
  }

  /// The lines of one query; of equal scores the later is lowered, because tools sort by score.
  private func lines(for query: NamedQuery) throws(BenchmarkError) -> String {
    var last = Float.infinity
    var lines = ""
    let documents = Self.documents(for: query.text, in: index, count: Self.depth)
    for (place, document) in documents.enumerated() {
      last = min(document.score, last.nextDown)
      let id = String(decoding: index.path(of: document.note), as: UTF8.self)
      guard !"\(query.id)\(id)".contains(where: \.isWhitespace) else {
        throw .failed("“\(query.id)”, “\(id)”: a run has no place for blanks in identifiers")
      }
      lines += "\(query.id) Q0 \(id) \(place + 1) \(last) awsnotes\n"
    }
    return lines
  }
}
