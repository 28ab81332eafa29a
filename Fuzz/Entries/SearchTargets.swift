internal import BrowserSearch

@testable internal import Search

extension FuzzTarget {
  /// A query, asked of a small index.
  static let query = FuzzTarget(name: "query") { bytes in
    ask(smallIndex, bytes)
    _ = searchAnswer(to: bytes, in: smallIndex, limit: 3)
  }

  /// The bytes of an index, its parts where they say: they may answer nonsense.
  static let index = FuzzTarget(name: "index") { bytes in
    var bytes = bytes
    let query = queries[Int(bytes.popLast() ?? 0) % queries.count]
    Layout.seal(&bytes)
    guard let index = try? Index(Bytes(bytes), verification: .nothing) else { return }
    ask(index, Array(query.utf8))
  }

  /// An index of two notes with all that there is: synonyms, terms, labels.
  static let smallIndex: Index = {
    guard let index = try? Index(Bytes(smallBytes)) else { fatalError("no index") }
    return index
  }()

  static let smallBytes: [UInt8] = {
    var builder = IndexBuilder()
    builder.add(
      SourceNote(
        path: utf8("réseau/vpc.md"), title: utf8("VPC"), services: [utf8("VPC")],
        categories: [utf8("Réseau")], tags: [utf8("isolement")],
        documents: [
          SourceDocument(
            title: utf8("VPC"), anchor: utf8("vpc"), terms: [utf8("VPC")],
            text: utf8("Un réseau privé.\nUne table de routage, des tables."), textLines: [2, 4]),
          SourceDocument(
            title: utf8("Routage"), headings: [utf8("VPC")], line: 8,
            text: utf8("Une route, des routes ; une passerelle NAT."), textLines: [9]),
        ]))
    builder.add(
      SourceNote(
        path: utf8("front.md"), title: utf8("Front"),
        documents: [
          SourceDocument(title: utf8("CloudFront"), text: utf8("Le firewall d’une table."))
        ]))
    builder.add(
      SourceEntry(
        names: [utf8("VPC"), utf8("réseau privé")], definition: utf8("Un réseau."),
        section: .own(note: 0, document: 0), line: 2))
    builder.add(SourceSynonym(name: utf8("pare-feu"), other: utf8("firewall"), weight: 0.5))
    return builder.finish()
  }()

  private static let queries = [
    "table réseau vpc", "\"une table de routage\" ro*", "tabel service:vpc", "titre:routage +table",
    "cloud front -note:s3", "terme:vpc \"table de\"", "category:réseau pare-feu", "b* r* t*",
    "tag:isolement routes", "resaux privées",
  ]
}

private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

private func ask(_ index: Index, _ query: [UInt8]) {
  let results = index.search(Query(query), limit: 4, isExplained: true)
  must(results.hits.count <= 4, "no more is found than was asked for")
  for hit in results.hits {
    _ = index.note(index.document(hit.document).note)
    let snippet = index.snippet(of: hit.document, for: results)
    must(
      snippet.highlights.allSatisfy { $0.upperBound <= snippet.text.count },
      "what is marked is shown")
  }
  if let answer = results.answer { _ = index.document(answer.document) }
}

extension Layout {
  /// Makes the checksum of the header right, so that what it says is looked at.
  fileprivate static func seal(_ bytes: inout [UInt8]) {
    guard bytes.count >= headerSize + 4 else { return }
    let end = Int(Bytes(bytes).word(at: headerSize))
    guard end >= headerSize, end <= bytes.count else { return }
    write(UInt64(bytes.count), at: 16, to: &bytes)
    write(checksum(Array(bytes[headerSize..<end])), at: 24, to: &bytes)
  }

  private static func write(_ number: UInt64, at place: Int, to bytes: inout [UInt8]) {
    for byte in 0..<8 {
      bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))
    }
  }
}
