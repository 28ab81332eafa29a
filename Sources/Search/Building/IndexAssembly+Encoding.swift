extension IndexAssembly {
  /// Encodes a share of the terms; shares are independent of each other.
  ///
  /// - Parameters:
  ///   - share: The number of the share, from 0.
  ///   - count: The number of shares.
  /// - Returns: The share, for ``finish(_:)``.
  /// - Complexity: O(*n*) in the number of the terms' occurrences.
  public func encode(_ share: Int, of count: Int) -> EncodedTerms {
    var terms = EncodedTerms()
    var places = Places()
    for rank in lexicon.share(share, of: count) {
      terms.starts.append(
        (UInt32(terms.documents.lists.count), UInt32(terms.notes.lists.count)))
      encode(rank, in: &terms, &places)
    }
    return terms
  }

  private func encode(_ rank: Int, in terms: inout EncodedTerms, _ places: inout Places) {
    var note = NoteSum()
    let isLight = lexicon.isLight(rank)
    for portion in logs.indices {
      guard let number = lexicon.number(ofTerm: rank, in: portion) else { continue }
      let base = documentStarts[portion]
      let formNumbers = isLight ? nil : lexicon.formNumbers(ofTerm: number, in: portion)
      logs[portion].forEachDocument(of: number, &places) { document, places in
        if isLight {
          // What says little counts the same everywhere.
          terms.documents.add(
            Posting(document: base + document, impact: Impacts.light, extent: 0), places: Places())
        } else {
          formNumbers?.renumber(&places)
          add(base + document, places, to: &terms.documents)
        }
        guard !notes.isEmpty else { return }
        let owner = notes[Int(base + document)]
        if owner != note.number { end(&note, in: &terms.notes) }
        note.number = owner
        note.sum += impacts.weigh(places.positions, lengths: fields[Int(base + document)]).plain
      }
    }
    end(&note, in: &terms.notes)
    terms.documents.endList(near: lexicon.near(rank).map { $0 - rank })
    if !notes.isEmpty { terms.notes.endList(near: []) }
  }

  @inline(__always)
  private func add(_ document: UInt32, _ places: Places, to writer: inout PostingWriter) {
    let lengths = fields[Int(document)]
    let weighed = impacts.weigh(places.positions, lengths: lengths)
    let impact = impacts.impact(weighed, lengths: lengths, prior: fields.priors[Int(document)])
    writer.add(
      Posting(
        document: document, impact: impact, extent: Extents.bound(ofClass: extents[Int(document)])),
      places: places)
  }

  /// What a term has in the note that is being read.
  private struct NoteSum {
    var number: UInt32 = .max
    var sum: Float = 0
  }

  private func end(_ note: inout NoteSum, in notes: inout PostingWriter) {
    guard note.number != .max else { return }
    notes.add(
      Posting(
        document: note.number, impact: impacts.impact(ofNote: Int(note.number), note.sum), extent: 0
      ),
      places: Places())
    note = NoteSum()
  }
}
