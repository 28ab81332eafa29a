internal import Notes
internal import Search

/// A place in a knowledge base: a section of a note.
public struct SectionPlace: Hashable, Sendable {
  /// The place of the note in `KnowledgeBase.notes`.
  public var note: Int

  /// The place of the section in `Note.sections`.
  public var section: Int
}

/// A term with all its names and everything that the notes say it is.
public struct Term: Hashable, Sendable {
  /// The names, the one to show first; each once.
  public var names: [String]

  /// The definitions: places in `KnowledgeBase.notes` and `Note.definitions`, the best first.
  public var definitions: [DefinitionPlace]

  /// The category of the note that is about the term, if one is.
  public var category: String?

  /// The note that is about the term: its title or its service has the term's name; or else the one that defines the
  /// term and names it in its title or its file's name, as `stockage-s3.md` does S3.
  public var note: Int?

  /// Creates a term.
  public init(
    names: [String], definitions: [DefinitionPlace] = [], category: String? = nil, note: Int? = nil
  ) {
    self.names = names
    self.definitions = definitions
    self.category = category
    self.note = note
  }
}

/// The place of a definition in a knowledge base.
public struct DefinitionPlace: Hashable, Sendable {
  /// The place of the note in `KnowledgeBase.notes`.
  public var note: Int

  /// The place of the definition in `Note.definitions`.
  public var definition: Int
}

/// All terms that the notes define, and their names.
///
/// Names are the same where a search would not tell them apart: case, accents, plural and spelling in
/// one word or two do not matter. Terms that share a name are one term; so are an acronym and its
/// expansion wherever a note pairs them, and the names that the vocabulary puts together.
public struct Glossary: Hashable, Sendable {
  /// The terms, in alphabetical order of the name that is shown.
  public private(set) var terms: [Term] = []

  private var termsByKey: [[UInt8]: Int] = [:]

  /// Creates an empty glossary.
  public init() {}

  /// Puts the terms of a draft in order.
  ///
  /// - Parameters:
  ///   - draft: What the notes know.
  ///   - notes: The notes, in the order in which the draft read them.
  /// - Complexity: O(*n* log *n*) in the number of terms.
  init(_ draft: GlossaryDraft, notes: [Note]) {
    let text = { (range: Range<Int>) in String(decoding: draft.heap[range], as: UTF8.self) }
    let keyed = draft.entries { $0 }.map { entry in
      let names = entry.names.map { draft.names[$0] }
      let first = names.first?.keys.first.map { draft.keys.ranges[draft.keyNumbers[$0]] }
      let term = Term(
        names: names.map { text($0.text) },
        definitions: entry.statements.map { draft.statements[$0].place },
        category: entry.owner.flatMap { notes[$0].metadata.category }, note: entry.owner)
      return (key: (text(first ?? 0..<0), term.names.first ?? ""), names: names, term: term)
    }.sorted { $0.key < $1.key }
    terms = keyed.map(\.term)
    for (number, term) in keyed.enumerated() {
      for key in term.names.flatMap({ draft.keyNumbers[$0.keys] }) {
        termsByKey[Array(draft.heap[draft.keys.ranges[key]])] = number
      }
    }
    nameNotes(notes)
  }

  /// Finds notes for terms that are no note's whole name.
  ///
  /// - Complexity: O(*n*) in the number of notes without names of their own.
  private mutating func nameNotes(_ notes: [Note]) {
    var finder = TermFinder(self)
    var found: [Int: Int] = [:]
    for (number, note) in notes.enumerated()
    where note.metadata.service == nil && note.metadata.name == nil && !note.definitions.isEmpty {
      for term in finder.terms(in: note.title) + finder.terms(in: Note.title(fromPath: note.path))
      where terms[term].note == nil {
        // The best of the term's definitions tells the best of its notes.
        let definitions = terms[term].definitions
        guard let place = definitions.firstIndex(where: { $0.note == number }),
          place < found[term] ?? .max
        else { continue }
        found[term] = place
      }
    }
    for (term, place) in found {
      let note = terms[term].definitions[place].note
      terms[term].note = note
      terms[term].category = notes[note].metadata.category
    }
  }

  /// The term that has a name of this normal form.
  func place(ofKey key: [UInt8]) -> Int? { termsByKey[key] }

  /// The term that has a name, in any spelling.
  ///
  /// - Parameter name: A name as a person types it.
  /// - Returns: The place of the term in `terms`.
  /// - Complexity: O(1) in the number of terms.
  public func place(of name: String) -> Int? {
    for key in nameKeys(of: Array(name.utf8)) {
      if let place = termsByKey[key] { return place }
    }
    return nil
  }
}
