import Foundation
import Site
import Testing

@testable import Search

/// `Int` has 32 bits in the page: what is larger than that may not be counted there.
@Suite(.enabled(if: Page.hasNode, "there is no node"))
struct LargeIndexTests {
  private struct Answer: Decodable {
    struct Found: Decodable {
      var hits: [[String: Value]]
      var total: Int
    }
    enum Value: Decodable {
      case text(String)
      case other
      init(from decoder: any Decoder) throws {
        let text = try? decoder.singleValueContainer().decode(String.self)
        self = text.map(Value.text) ?? .other
      }
    }
    var answers: [Found]
  }

  private static let pieceSize = 8192

  private static func number<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The guide of an index, and its pieces that are not zeros.
  private struct Sparse {
    var guide: IndexGuide
    var pieces: [Int: [UInt8]]
  }

  /// Spreads an index over so many bytes: its first part stays near the beginning, the others lie at the end.
  private static func spread(_ whole: Index, over length: Int) throws -> Sparse {
    let segment = whole.segments[0]
    let guide = IndexGuide(whole, pieceSize: pieceSize)
    let table = Layout.headerSize + Layout.partSize * Part.allCases.count
    let sums = (length / Verifier.granule + 1) * 4
    let near = (table + sums + pieceSize) / pieceSize * pieceSize
    let far = (length - segment.bytes.count) / pieceSize * pieceSize
    let second = segment.range(.paths).lowerBound
    let moved = { (offset: Int) in offset < second ? offset + near : offset + far }
    var header = segment.bytes.array(0..<table)
    header.replaceSubrange(16..<24, with: number(UInt64(length)))
    for part in Part.allCases {
      let record = Layout.headerSize + Layout.partSize * part.rawValue
      let offset = UInt32(moved(segment.range(part).lowerBound))
      header.replaceSubrange(record..<record + 4, with: number(offset))
    }
    var run = guide.runs[0]
    run.length = length
    run.patches = run.patches.map { $0.offset == 0 ? (0, header) : (moved($0.offset), $0.bytes) }
    run.tables = run.tables.map { table in
      FencedTable(
        start: moved(table.start),
        fences: table.fences.map {
          Fence(place: $0.place, offset: moved($0.offset), key: $0.key)
        })
    }
    var large = Sparse(guide: guide, pieces: [:])
    large.guide.runs = [run]
    for start in stride(from: 0, to: segment.bytes.count, by: pieceSize) {
      let piece = segment.bytes.array(start..<start + pieceSize)
      large.pieces[(far + start) / pieceSize] = piece
      if start < second { large.pieces[(near + start) / pieceSize] = piece }
    }
    return large
  }

  private static func notes() -> Index? {
    var builder = IndexBuilder()
    for number in 0..<300 {
      builder.add(
        SourceNote(
          path: Array("n\(number).md".utf8), title: Array("Note \(number)".utf8),
          documents: [
            SourceDocument(
              title: Array("Note \(number)".utf8),
              text: Array("passerelle mot\(number) mot\(number % 7)".utf8))
          ]))
    }
    return try? Index(Bytes(builder.finish()))
  }

  @Test(arguments: [433_000_000, 1_500_000_000])
  func searchesAnIndexOfMoreBitsThanABrowserCounts(_ length: Int) throws {
    let index = try #require(Self.notes())
    let large = try Self.spread(index, over: length)
    let count = (length + Self.pieceSize - 1) / Self.pieceSize
    let output = try Page.ask([
      Page.Task(name: "search", values: [.text("passerelle mot288"), .number(10)])
    ]) { write in
      let guide = String(decoding: Base64.encoded(large.guide.bytes), as: UTF8.self)
      let manifest =
        "{\"folders\":[[\"search/\",\(count)]],\"piece\":\(Self.pieceSize),\"pages\":{},"
        + "\"guide\":\"\(guide)\"}"
      try write(SearchData.manifestPath, Array(manifest.utf8))
      for (number, piece) in large.pieces { try write("search/\(number).bin", piece) }
    }
    let found = try #require(try JSONDecoder().decode(Answer.self, from: output).answers.first)
    #expect(found.total == 300)
    guard case .text("n288.md") = found.hits.first?["note"] else {
      Issue.record("\(found.hits)")
      return
    }
  }

  @Test func refusesAnIndexThatNoBrowserHolds() throws {
    let index = try #require(Self.notes())
    var guide = IndexGuide(index, pieceSize: Self.pieceSize)
    guide.runs[0].length = 1 << 31
    #expect(throws: IndexError.foreign) {
      _ = try PartialIndex(guide, pieceSize: Self.pieceSize)
    }
  }
}
