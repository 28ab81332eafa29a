internal import Search

extension Piece {
  /// Finding the passage to show, for the ten best sections of some titles.
  static func snippet(_ documents: Documents, _ index: Index) -> Piece {
    let step = max(1, documents.count / 200)
    let found = stride(from: 0, to: documents.count, by: step).map { place in
      index.search(Query(query(of: place, in: documents)))
    }
    return Piece(name: "snippet", unit: .microseconds) {
      var count = 0.0
      for results in found {
        for hit in results.hits {
          _ = index.snippet(of: hit.document, for: results)
          count += 1
        }
      }
      return max(1, count)
    }
  }

  /// The first words of a title, or of the text where there is none.
  private static func query(of place: Int, in documents: Documents) -> [UInt8] {
    let title = documents.title(place)
    let words = documents.bytes[title.isEmpty ? documents.text(place) : title]
    return Array(words.split(separator: 0x20, maxSplits: 6).prefix(6).joined(separator: [0x20]))
  }
}
