internal import Foundation

/// Documents in one run of bytes, so that holding them costs little more than their text.
struct Documents {
  /// Identifier, title and text of every document, one after another.
  private(set) var bytes: [UInt8] = []
  /// The end of each identifier, title and text in `bytes`.
  private var ends: [Int] = []

  /// How many documents there are.
  var count: Int { ends.count / 3 }

  /// The number of bytes of all titles and texts.
  private(set) var textSize = 0

  /// Reads a file of one JSON object a line: `id`, and optionally `title` and `text`.
  init(path: String) throws(BenchmarkError) {
    var lines = try Lines(path: path)
    bytes.reserveCapacity(lines.byteCount)
    let decoder = JSONDecoder()
    while let line = lines.next() {
      let entry = try Entry.decoded(from: line.text, number: line.number, of: path, by: decoder)
      append(entry.id.text)
      append(entry.title ?? "")
      append(entry.text ?? "")
      textSize += text(count - 1).upperBound - title(count - 1).lowerBound
    }
    guard count > 0 else { throw .empty(path: path, what: "documents") }
  }

  private struct Entry: Decodable {
    var id: Identifier
    var title: String?
    var text: String?
  }

  private mutating func append(_ string: String) {
    bytes.append(contentsOf: string.utf8)
    ends.append(bytes.count)
  }

  /// The places of the documents in the order of their identifiers: neighbours in one folder speak of the
  /// same things, which makes a smaller and faster index.
  func sortedByID() -> [Int] {
    var keyed = (0..<count).map { place -> (prefix: UInt64, place: Int) in
      var prefix: UInt64 = 0
      let id = id(place)
      for offset in 0..<8 {
        prefix = prefix << 8 | UInt64(offset < id.count ? bytes[id.lowerBound + offset] : 0)
      }
      return (prefix, place)
    }
    keyed.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return bytes[id(left.place)].lexicographicallyPrecedes(bytes[id(right.place)])
    }
    return keyed.map(\.place)
  }

  /// Where the identifier of a document lies in `bytes`.
  func id(_ place: Int) -> Range<Int> { range(3 * place) }

  /// Where the title of a document lies in `bytes`.
  func title(_ place: Int) -> Range<Int> { range(3 * place + 1) }

  /// Where the text of a document lies in `bytes`.
  func text(_ place: Int) -> Range<Int> { range(3 * place + 2) }

  private func range(_ place: Int) -> Range<Int> {
    let start = place == 0 ? 0 : ends[place - 1]
    return start..<ends[place]
  }
}
