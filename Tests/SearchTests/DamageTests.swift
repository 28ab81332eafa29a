import Testing

@testable import Search

/// An index that was damaged on disk may answer nonsense; it never crashes whoever reads it, and when
/// asked to, it notices.
@Suite struct DamageTests {
  private static let queries = [
    "table réseau vpc", "\"une table de routage\" ro*", "tabel service:vpc", "titre:routage +table",
    "cloud front -note:s3", "-table", "terme:vpc \"table de\"", "category:réseau", "pare-feu nat",
    "b* r* t*", "tag:ip routes", "c’est quoi le vpc", "resaux privées", "bobo boboak boboka",
  ]

  private static let small = bytes(
    notes: [
      SourceNote(
        path: utf8("réseau/vpc.md"), title: utf8("VPC"), services: [utf8("VPC")],
        categories: [utf8("Réseau")], tags: [utf8("isolement"), utf8("ip")],
        documents: [
          SourceDocument(
            title: utf8("VPC"), anchor: utf8("vpc"), terms: [utf8("VPC")],
            text: utf8("Un réseau privé.\nUne table de routage, des tables."), textLines: [2, 4]),
          SourceDocument(
            title: utf8("Routage"), headings: [utf8("VPC"), utf8("Concepts")], line: 8,
            text: utf8("Une table.\nUne route, des routes."), textLines: [9, 12]),
        ]),
      SourceNote(
        path: utf8("réseau/front.md"), title: utf8("Front"),
        documents: [
          SourceDocument(title: utf8("CloudFront"), text: utf8("Le firewall d’une table."))
        ]),
    ],
    entries: [
      SourceEntry(
        names: [utf8("VPC"), utf8("réseau privé")], definition: utf8("Un réseau."),
        section: .own(note: 0, document: 1), line: 2)
    ],
    synonyms: [
      SourceSynonym(name: utf8("pare-feu"), other: utf8("firewall"), weight: 0.5),
      SourceSynonym(name: utf8("nat"), other: utf8("table de routage"), weight: 0.5),
    ])

  /// Enough sections for whole blocks, several groups of positions and lists of notes.
  private static let large: [UInt8] = {
    var random = SplitMix64(100)
    return bytes(notes: Collection(notes: 150, mostSections: 3, mostWords: 12, &random).notes)
  }()

  private func ask(_ index: Index, _ query: String) {
    let results = index.search(Query(utf8(query)), limit: 4, isExplained: true)
    for hit in results.hits {
      _ = index.note(index.document(hit.document).note)
      _ = index.snippet(of: hit.document, for: results)
    }
    if let answer = results.answer { _ = index.document(answer.document) }
  }

  private func ask(_ segments: [[UInt8]], deleted: [NoteID] = [], _ number: Int) {
    guard
      let index = try? Index(
        segments: segments.map { Bytes($0) }, deleted: deleted, verification: .nothing)
    else { return }
    for query in 0..<2 { ask(index, Self.queries[(2 * number + query) % Self.queries.count]) }
  }

  @Test(.timeLimit(.minutes(30)), arguments: 0..<3)
  func survivesDamageToAnyByte(round: Int) {
    var random = SplitMix64(UInt64(101 + round))
    for place in Self.small.indices {
      var damaged = Self.small
      damaged[place] =
        [0xFF, damaged[place] ^ 1 << UInt8(random.below(8)), UInt8(random.below(256))][
          round]
      ask([damaged], random.below(100))
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func survivesDamageToLongLists() {
    var random = SplitMix64(110)
    for number in 0..<150 {
      var damaged = Self.large
      for _ in 0..<1 + random.below(3) {
        damaged[random.below(damaged.count)] = UInt8(random.below(256))
      }
      ask([damaged], number)
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func survivesDamageToOneOfSeveralSegments() {
    var random = SplitMix64(111)
    for number in 0..<400 {
      var damaged = Self.small
      damaged[random.below(damaged.count)] = UInt8(random.below(256))
      let deleted = random.once(in: 2) ? [NoteID(random.below(6)), NoteID(900)] : []
      let segments = number % 2 == 0 ? [Self.small, damaged] : [damaged, Self.small]
      ask(segments, deleted: deleted, number)
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func survivesPartsThatLieAnywhere() {
    var random = SplitMix64(112)
    let table = Layout.headerSize..<Layout.headerSize + Layout.partSize * Part.allCases.count
    let headerEnd = Int(Bytes(Self.small).word(at: Layout.headerSize))
    for number in 0..<600 {
      var damaged = Self.small
      // Another offset or length, and a checksum of the table that is right.
      let place = table.lowerBound + random.below(table.count / 4) * 4
      let value = random.element(of: [0, 7, 255, UInt32(damaged.count), .max, random.below(.max)])
      for byte in 0..<4 {
        damaged[place + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))
      }
      let sum = checksum(Array(damaged[Layout.headerSize..<headerEnd]))
      for byte in 0..<8 { damaged[24 + byte] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * byte)) }
      ask([damaged], number)
    }
  }

  @Test func refusesEveryTruncatedIndex() {
    for count in Self.small.indices {
      var short = Array(Self.small[..<count])
      #expect(throws: IndexError.self) { try Index(Bytes(short), verification: .nothing) }
      // Even if it says itself that it is so short.
      guard count >= Layout.headerSize else { continue }
      for byte in 0..<8 { short[16 + byte] = UInt8(truncatingIfNeeded: count >> (8 * byte)) }
      ask([short], count)
    }
  }

  @Test func noticesEveryDamage() {
    let whole = Self.small
    for place in whole.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = whole
        damaged[place] ^= change
        #expect(throws: IndexError.self) { try Index(Bytes(damaged)) }
      }
    }
  }
}
