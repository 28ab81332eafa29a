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

  /// The note that is about the term: its title or its service has the term's name.
  public var note: Int?
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

  init(notes: [Note], vocabulary: Vocabulary) {
    var merger = NameMerger()
    for note in notes { merger.add(note) }
    for group in vocabulary.groups { merger.addIfKnown(group) }
    let places = notes.enumerated().flatMap { number, note in
      note.definitions.indices.map { DefinitionPlace(note: number, definition: $0) }
    }
    var placesByRoot: [Int: [DefinitionPlace]] = [:]
    for place in places {
      let definition = notes[place.note].definitions[place.definition]
      guard let root = merger.root(of: definition.term) else { continue }
      placesByRoot[root, default: []].append(place)
    }
    let spellings = merger.spellingsByRoot()
    let owners = notesByRoot(notes, &merger)
    for (root, places) in placesByRoot {
      let own = owners[root]
      let definitions = sorted(places, own: own, notes: notes)
      terms.append(
        Term(
          names: names(
            definitions, own: own.map { notes[$0] }, notes, spellings[root] ?? [], &merger),
          definitions: definitions, category: own.flatMap { notes[$0].metadata.category },
          note: own))
    }
    let keyed = terms.map { (key: Self.sortKey($0, &merger), term: $0) }
    terms = keyed.sorted { $0.key < $1.key }.map(\.term)
    for (number, term) in terms.enumerated() {
      for name in term.names {
        for key in merger.keys(of: name) where termsByKey[key] == nil {
          termsByKey[key] = number
        }
      }
    }
  }

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

  /// For each group of names the first note whose service, or else whose title, is one of them.
  private func notesByRoot(_ notes: [Note], _ merger: inout NameMerger) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    for (number, note) in notes.enumerated() {
      let names = [note.metadata.service, note.metadata.name].compactMap(\.self)
      for name in names.isEmpty ? [note.title] : names {
        if let root = merger.root(of: name), owners[root] == nil { owners[root] = number }
      }
    }
    return owners
  }

  private func sorted(
    _ places: [DefinitionPlace], own: Int?, notes: [Note]
  ) -> [DefinitionPlace] {
    let ranked = places.enumerated().map { (rank($1, own: own, notes: notes), $0, $1) }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// How clearly a definition answers, the lowest first: in the term's own note, by shape, unnested.
  private func rank(_ place: DefinitionPlace, own: Int?, notes: [Note]) -> Int {
    let definition = notes[place.note].definitions[place.definition]
    var rank = place.note == own ? 0 : 100
    switch definition.pattern {
    case .boldTerm: rank += definition.expansion == nil && definition.aliases.isEmpty ? 2 : 0
    case .headingSentence: rank += 1
    case .label: rank += 4
    case .plainTerm: rank += definition.expansion == nil && definition.aliases.isEmpty ? 5 : 3
    }
    if definition.text.utf8.split(separator: UInt8(ascii: " "), maxSplits: 4).count < 4 {
      rank += 3
    }
    return rank
  }

  /// The names in the order to show: the best definition's own, its expansion, then what others say.
  private func names(
    _ definitions: [DefinitionPlace], own: Note?, _ notes: [Note], _ spellings: [String],
    _ merger: inout NameMerger
  ) -> [String] {
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    func add(_ name: String) {
      let keys = merger.keys(of: name)
      guard !keys.isEmpty, !keys.contains(where: seen.contains) else { return }
      seen.formUnion(keys)
      names.append(name)
    }
    if let metadata = own?.metadata {
      for name in [metadata.service, metadata.name].compactMap(\.self) + metadata.frenchNames {
        add(name)
      }
    }
    for place in definitions {
      for name in notes[place.note].definitions[place.definition].names { add(name) }
    }
    for name in (own?.metadata.aliases ?? []) + spellings { add(name) }
    return names
  }

  private static func sortKey(_ term: Term, _ merger: inout NameMerger) -> (String, String) {
    let key = merger.keys(of: term.names[0]).first ?? []
    return (String(decoding: key, as: UTF8.self), term.names[0])
  }
}
