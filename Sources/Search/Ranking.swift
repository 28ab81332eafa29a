/// The numbers of the ranking; each was chosen on relevance sets in French and English.
///
/// The model is BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields",
/// 2004): the frequencies of a word in all fields are weighed, normalised by the field's length and added
/// before they saturate, so that a word in the heading counts more but not twice.
struct Ranking {
  /// Where the frequency of a word saturates.
  var saturation: Float = 1.2

  /// The weight of each field, in the order of ``Field``.
  var boosts: InlineArray<4, Float> = [4, 3, 2.0, 1]

  /// How much a field's length counts, in the order of ``Field``.
  var lengthNorms: InlineArray<4, Float> = [0.3, 0.3, 0.3, 0.6]

  /// The share of its note's score that a section receives: sections are short, and a note about the
  /// whole query is a better place than one that happens to name it.
  var noteShare: Float = 1

  /// The most that two neighbouring words of the query add by standing together.
  var proximity: Float = 0.3

  /// Words further apart than this are not neighbours.
  var window = 6

  /// The most that a heading covered by the query adds.
  var titleCoverage: Float = 0.2

  /// How many of the best sections are looked at again for proximity and headings.
  var rescored = 60

  /// The weight of a word in ever fewer documents: ln(1 + (N − n + ½)/(n + ½)), never negative.
  static func inverseDocumentFrequency(documents: Int, of total: Int) -> Float {
    let rest = Swift.max(0, Double(total) - Double(documents)) + 0.5
    return Float(naturalLogarithm(1 + rest / (Double(documents) + 0.5)))
  }
}

/// The documents in which a unit of the query occurs, and how much.
struct TermMatches {
  /// One document, or one note.
  struct Entry {
    var id: Int
    /// The weighted frequency over all fields, each normalised by its length; not yet saturated.
    var normalized: Float
    /// The weighted frequency, not normalised.
    var raw: Float
  }

  /// Ascending by `id`.
  var documents: [Entry] = []
  /// Ascending by `id`; here `normalized` is the share by the note's own length.
  var notes: [Entry] = []
  var documentWeight: Float = 0
  var noteWeight: Float = 0
}

extension Index {
  /// The weighted frequency of positions in a document, by ``Ranking``.
  func frequency(
    of positions: [Int], in document: DocumentID, fields: FieldSet, ranking: Ranking
  ) -> (normalized: Float, raw: Float) {
    var normalized: Float = 0
    var raw: Float = 0
    var place = 0
    var start = 0
    for field in Field.allCases {
      let length = length(of: field, in: document)
      let end = start + length + PostingCursor.fieldGap
      let first = place
      while place < positions.count, positions[place] < end { place += 1 }
      start = end
      guard place > first, fields.contains(field) else { continue }
      let norm = ranking.lengthNorms[field.rawValue]
      let relative = Float(length) / meanLengths[field.rawValue]
      let weighted = ranking.boosts[field.rawValue] * Float(place - first)
      normalized += weighted / (1 - norm + norm * relative)
      raw += weighted
    }
    return (normalized, raw)
  }

  /// Finds the documents of some forms of one word.
  func matches(
    of forms: [Lexicon.Match], fields: FieldSet, ranking: Ranking
  ) -> TermMatches {
    var entries: [TermMatches.Entry] = []
    for form in forms {
      var cursor = postings(of: form.form)
      while cursor.next() {
        guard cursor.document.rawValue < documentCount else { break }
        let found = frequency(
          of: cursor.positions, in: cursor.document, fields: fields, ranking: ranking)
        if found.raw > 0 {
          entries.append(
            TermMatches.Entry(
              id: cursor.document.rawValue, normalized: form.weight * found.normalized,
              raw: form.weight * found.raw))
        }
      }
    }
    return termMatches(merged(entries), words: 1, ranking: ranking)
  }

  /// Completes what was found in documents by what follows for notes and by the weights.
  ///
  /// - Parameters:
  ///   - documents: What was found, ascending by document.
  ///   - words: How many words of the query that stands for; a phrase weighs as all its words.
  ///   - ranking: The numbers of the ranking.
  /// - Returns: The documents, their notes, and how much the words weigh in each.
  func termMatches(
    _ documents: [TermMatches.Entry], words: Float, ranking: Ranking
  ) -> TermMatches {
    var notes: [TermMatches.Entry] = []
    for entry in documents {
      let note = note(of: DocumentID(entry.id)).rawValue
      if let last = notes.last, last.id == note {
        notes[notes.count - 1].raw += entry.raw
      } else {
        notes.append(TermMatches.Entry(id: note, normalized: 0, raw: entry.raw))
      }
    }
    let norm = ranking.lengthNorms[Field.text.rawValue]
    let meanSections = Float(documentCount) / Float(Swift.max(1, noteCount))
    for place in notes.indices {
      let sections = Float(word(.notes, notes[place].id * (Layout.noteRecord / 4) + 11))
      notes[place].normalized = notes[place].raw / (1 - norm + norm * sections / meanSections)
    }
    return TermMatches(
      documents: documents, notes: notes,
      documentWeight: words
        * Ranking.inverseDocumentFrequency(documents: documents.count, of: documentCount),
      noteWeight: words * Ranking.inverseDocumentFrequency(documents: notes.count, of: noteCount))
  }

  /// Adds up entries of the same document.
  private func merged(_ entries: [TermMatches.Entry]) -> [TermMatches.Entry] {
    let sorted = entries.sorted { $0.id < $1.id }
    var merged: [TermMatches.Entry] = []
    for entry in sorted {
      if let last = merged.last, last.id == entry.id {
        merged[merged.count - 1].normalized += entry.normalized
        merged[merged.count - 1].raw += entry.raw
      } else {
        merged.append(entry)
      }
    }
    return merged
  }
}
