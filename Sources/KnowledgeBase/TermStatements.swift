public import Notes
internal import Search

/// What the notes state about each term, gathered in one pass over all notes.
///
/// For one term, ``KnowledgeBase/facts(about:)`` and its like do the same without the others.
public struct TermStatements: Sendable {
  /// A port that a note names for a term.
  public struct PortPlace: Hashable, Sendable {
    /// The place of the note in `KnowledgeBase.notes`.
    public var note: Int
    /// The port.
    public var port: Port
  }

  /// For each term of the glossary the facts whose subject has its name, each text once and none that is a definition.
  public private(set) var facts: [[Fact]]

  /// For each term its ports, each number and user once.
  public private(set) var ports: [[PortPlace]]

  /// For each term those near it, the nearest first: those its note names, then those listed with it.
  public private(set) var related: [[Int]]

  /// The most terms that are told to be near another.
  private static let mostRelated = 12

  /// Gathers what the notes state.
  ///
  /// - Parameter base: The notes.
  /// - Complexity: O(*n*) in the number of facts, ports and groups.
  public init(_ base: KnowledgeBase) {
    let count = base.glossary.terms.count
    facts = [[Fact]](repeating: [], count: count)
    ports = [[PortPlace]](repeating: [], count: count)
    related = [[Int]](repeating: [], count: count)
    var finder = TermFinder(base.glossary)
    addFacts(of: base, &finder)
    addPorts(of: base, &finder)
    addRelated(of: base)
  }

  private mutating func addFacts(of base: KnowledgeBase, _ finder: inout TermFinder) {
    var told = base.glossary.terms.map { term in
      Set(term.definitions.map { base.definition(at: $0).text })
    }
    for fact in base.notes.lazy.flatMap(\.facts) {
      for term in finder.terms(in: fact.subject) where told[term].insert(fact.text).inserted {
        facts[term].append(fact)
      }
    }
  }

  private mutating func addPorts(of base: KnowledgeBase, _ finder: inout TermFinder) {
    var seen: Set<String> = []
    for (number, note) in base.notes.enumerated() {
      for port in note.ports {
        for term in finder.terms(of: port, in: note)
        where seen.insert("\(term) \(port.number) \(port.subject)").inserted {
          ports[term].append(PortPlace(note: number, port: port))
        }
      }
    }
  }

  private mutating func addRelated(of base: KnowledgeBase) {
    var seen: Set<[Int]> = []
    let glossary = base.glossary
    for (place, term) in glossary.terms.enumerated() {
      guard let note = term.note else { continue }
      for name in base.notes[note].metadata.related {
        if let other = glossary.place(of: name) { add(other, to: place, &seen) }
      }
    }
    var places: [String: Int?] = [:]
    for group in base.notes.lazy.flatMap(\.groups) {
      var named: Set<Int> = []
      let members = group.members.compactMap { name -> Int? in
        let place = places[name] ?? glossary.place(of: name)
        places[name] = .some(place)
        return place.flatMap { named.insert($0).inserted ? $0 : nil }
      }
      for term in members {
        for other in members {
          if related[term].count == Self.mostRelated { break }
          add(other, to: term, &seen)
        }
      }
    }
  }

  private mutating func add(_ other: Int, to term: Int, _ seen: inout Set<[Int]>) {
    guard other != term, related[term].count < Self.mostRelated,
      seen.insert([term, other]).inserted
    else { return }
    related[term].append(other)
  }
}
