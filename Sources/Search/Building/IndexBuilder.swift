internal import FrenchText

/// An index in the making: notes and the glossary go in, the bytes of an ``Index`` come out.
///
/// The same notes in the same order give the same bytes on every machine, in one go or in portions:
///
///     var builder = IndexBuilder()
///     for note in notes { builder.add(note) }
///     let bytes = builder.finish()
///
/// To use several cores, make a builder for each stretch of notes, turn it into an ``IndexPortion`` and put
/// these together with ``IndexAssembly``.
public struct IndexBuilder: ~Copyable {
  /// How much of the notes an index keeps to show.
  public enum Keeping: Sendable {
    /// Headings and text, so that snippets are made without reading notes.
    case everything
    /// The notes' paths only: what is found has to be looked up elsewhere.
    case paths
  }

  private var portion: IndexPortion
  private var entries: [SourceEntry] = []
  private var synonyms: [SourceSynonym] = []
  private var tokenizer = Tokenizer()

  /// Creates an empty index.
  ///
  /// - Parameter keeping: How much of the notes the index keeps to show.
  public init(keeping: Keeping = .everything) {
    portion = IndexPortion(keeping: keeping)
  }

  /// Adds a note and its sections.
  ///
  /// - Parameter note: The note; notes are numbered in the order in which they are added. Neighbours that
  ///   speak of the same things make a smaller and faster index: the order of paths is a good one.
  /// - Complexity: O(*n*), where *n* is the length of the note's text.
  public mutating func add(_ note: SourceNote) {
    portion.records.add(note)
    for document in note.documents { add(document) }
  }

  /// Adds a term of the glossary.
  ///
  /// - Parameter entry: The term; its section must belong to a note that is added, before or later.
  public mutating func add(_ entry: SourceEntry) { entries.append(entry) }

  /// Adds a synonym.
  ///
  /// - Parameter synonym: A name and another that is looked for when the first is typed.
  public mutating func add(_ synonym: SourceSynonym) { synonyms.append(synonym) }

  /// Orders everything and lays it out.
  ///
  /// - Returns: The bytes of an ``Index``.
  /// - Complexity: O(*n*) in the number of words, O(*f* log *f*) in the number of different forms.
  public consuming func finish() -> [UInt8] {
    let (entries, synonyms) = (entries, synonyms)
    let assembly = IndexAssembly([finishedPortion()], entries: entries, synonyms: synonyms)
    return assembly.finish([assembly.encode(0, of: 1)])
  }

  /// What was added, to be put together with other portions; entries and synonyms are left out.
  ///
  /// - Returns: The notes and where their words occur.
  public consuming func finishedPortion() -> IndexPortion {
    portion
  }

  private mutating func add(_ document: SourceDocument) {
    var position = 0
    var lengths: InlineArray<4, Int> = [0, 0, 0, 0]
    for field in Field.allCases {
      let start = position
      switch field {
      case .title: portion.index(document.title, with: &tokenizer, from: &position)
      case .terms:
        for term in document.terms { portion.index(term, with: &tokenizer, from: &position) }
      case .context:
        for heading in document.headings {
          portion.index(heading, with: &tokenizer, from: &position)
        }
      case .text: portion.index(document.text, with: &tokenizer, from: &position)
      }
      lengths[field.rawValue] = position - start
      if position > start { position += Field.gap }
    }
    portion.fields.add(lengths, prior: document.prior)
    portion.records.add(document)
  }
}

/// A stretch of notes on its way into an index, with where their words occur.
///
/// Make it with ``IndexBuilder``, one for each core.
public struct IndexPortion: Sendable {
  var records: RecordWriter
  var fields = FieldTable()
  var vocabulary = FormVocabulary()
  var log = OccurrenceLog()

  init(keeping: IndexBuilder.Keeping) { records = RecordWriter(keeping: keeping) }

  /// Reads the words of a field of the document that is added next.
  mutating func index(_ field: [UInt8], with tokenizer: inout Tokenizer, from position: inout Int) {
    guard !field.isEmpty else { return }
    let document = UInt32(fields.count)
    tokenizer.restart()
    var end = 0
    while let token = tokenizer.next(in: field.span) {
      let place = position + token.position
      end = Swift.max(end, token.position + token.width)
      let form = vocabulary.number(of: tokenizer.form.span)
      add(form, document: document, position: place)
    }
    position += end
  }

  /// Words behind this one are all found here.
  private static let lastPosition = 0xFF_FFFF

  @inline(__always)
  private mutating func add(_ form: Int, document: UInt32, position: Int) {
    let record = vocabulary.records[form]
    if record.isLight, !vocabulary.meet(form, in: document) { return }
    log.add(
      Int(record.term), document: document, place: UInt32(Swift.min(position, Self.lastPosition)),
      form: UInt8(Swift.min(record.place, 0xFF)))
  }
}
