internal import FrenchText

/// Portions of an index, put in order, that are now encoded in as many shares as there are cores.
///
///     let assembly = IndexAssembly(portions, entries: entries, synonyms: synonyms)
///     let shares = concurrently(cores) { assembly.encode($0, of: cores) }
///     let bytes = assembly.finish(shares)
///
/// The bytes do not depend on how the notes were divided nor on the number of shares.
public struct IndexAssembly: Sendable {
  let records: RecordWriter
  let fields: FieldTable
  private(set) var lexicon: LexiconDraft
  private(set) var logs: [OccurrenceLog]
  /// The first document of each portion.
  let documentStarts: [UInt32]
  /// For each document its note; empty where every note has one section.
  let notes: [UInt32]
  let impacts: Impacts
  /// For each document the class of a bound of its positions.
  let extents: [UInt8]
  private let entries: [SourceEntry]
  private let synonyms: [SourceSynonym]

  /// Puts portions in order.
  ///
  /// - Parameters:
  ///   - portions: The notes, in the order in which they are to be numbered.
  ///   - entries: The terms of the glossary.
  ///   - synonyms: Names and what else is looked for.
  /// - Complexity: O(*f* log *f*) in the number of different forms.
  public init(_ portions: [IndexPortion], entries: [SourceEntry], synonyms: [SourceSynonym]) {
    var records = portions.first?.records ?? RecordWriter(keeping: .everything)
    var fields = portions.first?.fields ?? FieldTable()
    var starts: [UInt32] = [0]
    for portion in portions.dropFirst() {
      starts.append(UInt32(fields.count))
      records.append(portion.records)
      fields.append(portion.fields)
    }
    var notes: [UInt32] = []
    if records.hasSeveralSections {
      notes.reserveCapacity(fields.count)
      for note in records.noteStarts.indices {
        let end =
          note + 1 < records.noteStarts.count
          ? records.noteStarts[note + 1] : UInt32(records.documentCount)
        for _ in records.noteStarts[note]..<end { notes.append(UInt32(note)) }
      }
    }
    lexicon = LexiconDraft(portions.map { $0.vocabulary })
    logs = portions.map { $0.log }
    impacts = Impacts(fields, notes: notes, noteCount: records.noteCount)
    documentStarts = starts
    extents = (0..<fields.count).map { [fields] in Extents.class(of: fields.extent(of: $0)) }
    (self.records, self.fields, self.notes) = (records, fields, notes)
    (self.entries, self.synonyms) = (entries, synonyms)
  }

  /// Lays out everything.
  ///
  /// - Parameter shares: What ``encode(_:of:)`` returned for each share, in order.
  /// - Returns: The bytes of an ``Index``.
  /// - Complexity: O(*n*) in the size of the index.
  public consuming func finish(_ shares: consuming [EncodedTerms]) -> [UInt8] {
    let termCount = lexicon.termCount
    // What is encoded needs no room any more.
    logs = []
    lexicon = LexiconDraft([])
    var parts = [ByteWriter](repeating: ByteWriter(), count: Part.allCases.count)
    records.layout(in: &parts)
    parts[Part.fieldLengths.rawValue] = fields.layout()
    parts[Part.extents.rawValue].append(extents)
    EncodedTerms.layout(shares, in: &parts)
    shares = []
    var glossary = GlossaryWriter(parts)
    glossary.add(entries, firstDocuments: records.noteStarts)
    glossary.add(synonyms)
    parts = glossary.parts
    for count in [records.noteCount, fields.count, termCount] {
      parts[Part.statistics.rawValue].append(UInt32(count))
    }
    return Layout.assembled(parts)
  }
}

/// Some terms' postings, laid out.
public struct EncodedTerms: Sendable {
  var documents = ByteWriter()
  var notes = ByteWriter()
  /// Where each term's documents and notes begin.
  var starts: [(documents: UInt32, notes: UInt32)] = []
  /// The lexicon: the last share has it.
  var forms = ByteWriter()

  static func layout(_ shares: [EncodedTerms], in parts: inout [ByteWriter]) {
    var lists = OffsetTableWriter()
    var notes = OffsetTableWriter()
    let hasNotes = shares.contains { $0.notes.count > 0 }
    for share in shares {
      let base = parts[Part.postings.rawValue].count
      let noteBase = parts[Part.notePostings.rawValue].count
      for start in share.starts {
        lists.append(base + Int(start.documents))
        if hasNotes { notes.append(noteBase + Int(start.notes)) }
      }
      parts[Part.postings.rawValue].join(share.documents)
      parts[Part.notePostings.rawValue].join(share.notes)
    }
    parts[Part.forms.rawValue] = shares.last?.forms ?? ByteWriter()
    lists.append(parts[Part.postings.rawValue].count)
    parts[Part.terms.rawValue] = lists.finish()
    if hasNotes {
      notes.append(parts[Part.notePostings.rawValue].count)
      parts[Part.noteTerms.rawValue] = notes.finish()
    }
  }
}
