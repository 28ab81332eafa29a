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
  ///
  /// - Complexity: O(*n* log *n*) comparisons of eight bytes for each eight that identifiers have in common.
  func sortedByID() -> [Int] {
    var order = Array(0..<count)
    sortByID(&order[...], from: 0)
    return order
  }

  /// Sorts documents whose identifiers are alike before an offset.
  private func sortByID(_ places: inout ArraySlice<Int>, from offset: Int) {
    var keyed = places.map { (key: word(ofID: $0, at: offset), place: $0) }
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
    var start = 0
    for end in 1...keyed.count where end == keyed.count || keyed[end].key != keyed[start].key {
      for number in start..<end { places[places.startIndex + number] = keyed[number].place }
      // The last byte of a key is zero where the identifier has ended.
      if end - start > 1, keyed[start].key & 0xFF != 0 {
        sortByID(&places[places.startIndex + start..<places.startIndex + end], from: offset + 8)
      }
      start = end
    }
  }

  /// Eight bytes of an identifier, filled up with zeros, so that they compare as it does.
  private func word(ofID place: Int, at offset: Int) -> UInt64 {
    let id = id(place)
    if id.lowerBound + offset + 8 <= id.upperBound {
      let memory = unsafe bytes.span.bytes
      return unsafe UInt64(
        bigEndian: memory.unsafeLoadUnaligned(
          fromByteOffset: id.lowerBound + offset, as: UInt64.self))
    }
    var word: UInt64 = 0
    for byte in id.lowerBound + offset..<id.lowerBound + offset + 8 {
      word = word << 8 | UInt64(byte < id.upperBound ? bytes[byte] : 0)
    }
    return word
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
