extension IndexAssembly {
  /// Encodes a share of the terms, the last one with the lexicon; shares are independent of each other.
  ///
  /// - Parameters:
  ///   - share: The number of the share, from 0.
  ///   - count: The number of shares.
  /// - Returns: The share, for ``finish(_:)``.
  /// - Complexity: O(*n*) in the number of the terms' occurrences.
  public func encode(_ share: Int, of count: Int) -> EncodedTerms {
    // The lexicon needs room for a while: first, when there are no lists yet.
    let forms = share == count - 1 ? lexicon.layout() : ByteWriter()
    var encoder = TermEncoder(self, room: logs.reduce(0) { $0 + $1.byteCount } / count)
    for rank in lexicon.share(share, of: count) { encoder.encode(rank) }
    var terms = encoder.finish()
    terms.forms = forms
    return terms
  }
}

/// Turns what the logs tell of terms into their lists, one term after another.
private struct TermEncoder {
  private let assembly: IndexAssembly
  private var documents = PostingWriter()
  private var notes = PostingWriter()
  private var starts: [(documents: UInt32, notes: UInt32)] = []
  private let hasNotes: Bool

  /// Whether the term says little: that counts the same everywhere, and no places are kept.
  private var isLight = false
  /// The document whose occurrences are being read.
  private var document = nobody
  /// The note that it belongs to, and what the term has there so far.
  private var note = nobody
  private var noteSum: Float = 0
  private static let nobody = UInt32.max

  /// - Parameters:
  ///   - assembly: What is encoded.
  ///   - room: The bytes that lists will not exceed by much: what grows is copied, and held twice.
  init(_ assembly: IndexAssembly, room: Int) {
    self.assembly = assembly
    documents.reserve(room)
    hasNotes = !assembly.notes.isEmpty
  }

  func finish() -> EncodedTerms {
    EncodedTerms(documents: documents.lists, notes: notes.lists, starts: starts)
  }

  mutating func encode(_ rank: Int) {
    starts.append((UInt32(documents.lists.count), UInt32(notes.lists.count)))
    isLight = assembly.lexicon.isLight(rank)
    for portion in assembly.logs.indices {
      guard let number = assembly.lexicon.number(ofTerm: rank, in: portion) else { continue }
      read(number, ofPortion: portion)
      endDocument()
    }
    documents.endList(near: assembly.lexicon.near(rank))
    guard hasNotes else { return }
    endNote()
    notes.endList(near: [])
  }

  private mutating func read(_ term: Int, ofPortion portion: Int) {
    let base = assembly.documentStarts[portion]
    let forms = isLight ? nil : assembly.lexicon.formNumbers(ofTerm: term, in: portion)
    let hasPlaces = !isLight || hasNotes
    assembly.logs[portion].forEachOccurrence(of: term) { number, place, form in
      if base &+ number != document {
        endDocument()
        document = base &+ number
      }
      if hasPlaces { documents.append(place, form: forms?[form] ?? form) }
    }
  }

  /// Writes the document whose occurrences were read.
  private mutating func endDocument() {
    guard document != Self.nobody else { return }
    let number = Int(document)
    var weighed = Impacts.Frequency()
    if isLight, !hasNotes {
      documents.end(Posting(document: document, impact: Impacts.light, extent: 0))
    } else {
      let lengths = assembly.fields[number]
      weighed = assembly.impacts.weigh(
        documents.positions.places, from: documents.positions.start, lengths: lengths)
      documents.end(posting(of: weighed, lengths: lengths))
    }
    document = Self.nobody
    guard hasNotes else { return }
    if assembly.notes[number] != note { endNote() }
    note = assembly.notes[number]
    noteSum += weighed.plain
  }

  /// The document whose occurrences were read; without its places if the term says little.
  @inline(__always)
  private mutating func posting(
    of frequency: Impacts.Frequency, lengths: InlineArray<4, UInt32>
  ) -> Posting {
    guard !isLight else {
      documents.dropPlaces()
      return Posting(document: document, impact: Impacts.light, extent: 0)
    }
    let number = Int(document)
    let impact = assembly.impacts.impact(
      frequency, lengths: lengths, prior: assembly.fields.prior(of: number))
    let extent = Extents.bound(ofClass: assembly.extents[number])
    return Posting(document: document, impact: impact, extent: extent)
  }

  /// Writes the note whose documents were read.
  private mutating func endNote() {
    guard note != Self.nobody else { return }
    let impact = assembly.impacts.impact(ofNote: Int(note), noteSum)
    notes.end(Posting(document: note, impact: impact, extent: 0))
    note = Self.nobody
    noteSum = 0
  }
}
