internal import Notes
internal import Threads

/// Notes as bytes, each to be had alone.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | the number of notes |
/// | 8 each | where each note begins among the bytes that follow, and where the last ends |
/// | then | the notes (see ``Encoder``) |
struct NoteStore: Sendable {
  /// The bytes.
  let region: Region

  /// The number of notes.
  let count: Int

  /// As many notes as one thread decodes before another is worth while.
  private static let notesPerThread = 200

  /// Takes bytes as notes; they are not looked at before a note is asked for.
  init(_ region: Region) {
    self.region = region
    count = Swift.min(Swift.max(region.number(at: 0), 0), region.count / 8)
  }

  /// Encodes notes.
  ///
  /// - Parameters:
  ///   - notes: The notes.
  ///   - encoded: For each where it lies encoded already, if it does.
  init(_ notes: [Note], encoded: [StoredNote?] = []) {
    let threads = Self.threads(for: notes.count)
    let encoders = concurrently(threads) { part in
      var encoder = Encoder()
      var ends: [Int] = []
      for place in Self.part(part, of: threads, notes.count) {
        if place < encoded.count, let old = encoded[place] {
          unsafe old.store.region.withBytes(old.store.range(old.place)) {
            unsafe encoder.append($0)
          }
        } else {
          encoder.encode(notes[place])
        }
        ends.append(encoder.bytes.count)
      }
      return (bytes: encoder.bytes, ends: ends)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoders.reduce(8 * notes.count + 16) { $0 + $1.bytes.count })
    appendNumber(notes.count, to: &bytes)
    appendNumber(0, to: &bytes)
    var start = 0
    for encoder in encoders {
      for end in encoder.ends { appendNumber(start + end, to: &bytes) }
      start += encoder.bytes.count
    }
    for encoder in encoders { bytes.append(contentsOf: encoder.bytes) }
    self.init(Region(bytes))
  }

  /// All notes but those that are not wanted; `nil` if the bytes are damaged.
  ///
  /// - Parameter isWanted: For each place whether the note is wanted; by default all are.
  /// - Returns: The notes by place.
  /// - Complexity: O(*n*) in the length of the wanted notes, on several threads.
  func notes(where isWanted: @Sendable (Int) -> Bool = { _ in true }) -> [Note?]? {
    let threads = Self.threads(for: count)
    let parts: [[Note?]?] = concurrently(threads) { part in
      try? Self.part(part, of: threads, count).map { place throws(Decoder.Damage) in
        guard isWanted(place) else { return nil }
        var decoder = Decoder(region.array(range(place))[...])
        return try decoder.note()
      }
    }
    var notes: [Note?] = []
    notes.reserveCapacity(count)
    for part in parts {
      guard let part else { return nil }
      notes += part
    }
    return notes
  }

  /// A checksum of a note's bytes: of all that is known of it.
  func checksum(ofNote place: Int) -> UInt64 {
    let range = range(place)
    return unsafe region.withBytes(range) { unsafe rapidChecksum($0) }
  }

  /// The length of a note, in bytes.
  func size(ofNote place: Int) -> Int { range(place).count }

  /// The bytes of a note; none where they are damaged.
  private func range(_ place: Int) -> Range<Int> {
    let start = region.number(at: 8 + 8 * place)
    let end = region.number(at: 16 + 8 * place)
    let first = 16 + 8 * count
    guard 0 <= start, start <= end, end <= region.count - first else { return 0..<0 }
    return first + start..<first + end
  }

  private static func threads(for count: Int) -> Int {
    Swift.max(1, Swift.min(usefulThreads, count / notesPerThread))
  }

  private static func part(_ part: Int, of parts: Int, _ count: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
  }
}

/// Appends a little-endian number of 64 bits.
func appendNumber(_ number: Int, to bytes: inout [UInt8]) {
  unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
}
