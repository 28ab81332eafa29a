internal import Foundation

/// A query with the identifier under which its answers are judged.
struct NamedQuery {
  var id: String
  var text: [UInt8]

  /// Reads a file of queries: a JSON object, an identifier and a text behind a tab, or only a text a line.
  static func all(path: String) throws(BenchmarkError) -> [NamedQuery] {
    var lines = try Lines(path: path)
    let decoder = JSONDecoder()
    var queries: [NamedQuery] = []
    while let line = lines.next() {
      if line.text.first == UInt8(ascii: "{") {
        let entry = try Entry.decoded(from: line.text, number: line.number, of: path, by: decoder)
        guard let id = entry.id ?? entry.qid, let text = entry.text ?? entry.query else {
          throw .line(path: path, number: line.number, problem: "\"id\" or \"text\" is missing")
        }
        queries.append(NamedQuery(id: id.text, text: Array(text.utf8)))
      } else {
        let columns = line.text.filter { $0 != 0x0D }.split(
          separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
        let hasID = columns.count > 1
        let id = hasID ? String(decoding: columns[0], as: UTF8.self) : "\(queries.count)"
        queries.append(NamedQuery(id: id, text: Array(columns[hasID ? 1 : 0])))
      }
    }
    guard !queries.isEmpty else { throw .empty(path: path, what: "queries") }
    return queries
  }

  private struct Entry: Decodable {
    var id: Identifier?
    var qid: Identifier?
    var text: String?
    var query: String?
  }
}
