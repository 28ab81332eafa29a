internal import Search

/// The terms and the synonyms of all notes: the last segment of the index, which holds no note itself.
///
/// Each term knows which definition is its best, so that it can be told where that stands when notes were
/// moved or lines were added above it. The file also holds the hashes of the normal forms of all names: a note
/// that defines nothing and whose title is none of them changes no term.
struct Names: Sendable {
  /// The file's number, which no other file of the cache ever has.
  let number: Int

  let container: Container

  /// The segment, which has its own checksums.
  var segment: Region { container[2] }

  /// Maps a file; `nil` if there is none or it is damaged.
  init?(path: String, number: Int) {
    guard let container = Container(path: path, kind: .names, parts: 3) else { return nil }
    self.container = container
    self.number = number
  }

  /// Gathers the terms of all notes.
  ///
  /// - Complexity: O(*n* log *n*) in the number of names.
  init(_ knowledge: Knowledge, _ vocabulary: Vocabulary) {
    let draft = knowledge.draft(vocabulary)
    let entries = draft.sourceEntries { knowledge.place(of: $0) }
    let assembly = IndexAssembly(
      [], entries: entries.map(\.entry), synonyms: draft.synonyms(vocabulary))
    var hashes: [UInt8] = []
    hashes.reserveCapacity(8 * draft.keys.count)
    for hash in draft.keys.hashes { appendNumber(Int(bitPattern: UInt(hash)), to: &hashes) }
    self.init(
      entries.map(\.definition), hashes: Region(hashes),
      assembly.finish([assembly.encode(0, of: 1)]))
  }

  private init(_ definitions: [DefinitionPlace], hashes: Region, _ segment: [UInt8]) {
    var places: [UInt8] = []
    places.reserveCapacity(8 * definitions.count)
    for place in definitions { appendNumber(place.note | place.definition << 32, to: &places) }
    container = Container(
      .names, [(Region(places), true), (hashes, true), (Region(segment), false)])
    number = Int.random(in: 0 ... .max)
  }
}

// MARK: - Moving

extension Names {
  /// The same terms where their definitions stand elsewhere.
  ///
  /// - Parameters:
  ///   - known: What the notes knew.
  ///   - knowledge: What they know now.
  ///   - difference: Which notes changed, came or went.
  /// - Returns: The terms; `nil` if they may be others now, or if the bytes are damaged.
  /// - Complexity: O(*n*) in the number of terms.
  func moved(from known: Knowledge, to knowledge: Knowledge, by difference: Difference) -> Names? {
    guard let places = container.checked(0), let hashes = container.checked(1) else { return nil }
    var others = difference.removed.map { known.record(ofNote: $0) }
    for number in difference.missing {
      let record = knowledge.record(ofNote: number)
      let old = difference.origins[number].map { known.record(ofNote: $0) }
      if record != old { others += [record] + (old.map { [$0] } ?? []) }
    }
    guard others.isEmpty || Self.areSilent(others, names: hashes) else { return nil }
    var numbers = [Int](repeating: 0, count: difference.kept.count + difference.removed.count)
    for (number, origin) in difference.origins.enumerated() {
      if let origin { numbers[origin] = number }
    }
    let definitions = (0..<places.count / 8).map { place in
      DefinitionPlace(
        note: numbers[places.word(at: 8 * place)], definition: places.word(at: 8 * place + 4))
    }
    let moved = definitions.map { knowledge.place(of: $0) }
    guard let segment = try? Index.moving(self.segment.bytes, to: moved) else { return nil }
    return Names(definitions, hashes: hashes, segment)
  }

  /// Whether records tell of no name, and of no title that is one.
  private static func areSilent(_ records: [[UInt8]], names: Region) -> Bool {
    let titles = records.map { titleHashes(ofRecord: $0) }
    guard !titles.contains(nil) else { return false }
    let names = Set((0..<names.count / 8).map { names.number(at: 8 * $0) })
    return titles.allSatisfy { $0?.allSatisfy { !names.contains($0) } ?? false }
  }
}
