internal import FrenchText
public import Notes
internal import Search

extension KnowledgeBase {
  /// Statements about a term, in the order of the notes.
  ///
  /// - Parameter term: A term of the glossary.
  /// - Returns: The facts whose subject is a name of the term, each text once and none that is a definition.
  /// - Complexity: O(*n*) in the number of facts.
  public func facts(about term: Term) -> [Fact] {
    let keys = keys(of: term)
    var told = Set(term.definitions.map { definition(at: $0).text })
    return notes.flatMap(\.facts).filter { fact in
      names(fact.subject, keys) && told.insert(fact.text).inserted
    }
  }

  /// The ports that the notes name for a term.
  ///
  /// - Parameter term: A term of the glossary.
  /// - Returns: The ports, each with the place of its note in `notes`, each number and user once.
  /// - Complexity: O(*n*) in the number of ports.
  public func ports(of term: Term) -> [(note: Int, port: Port)] {
    guard let place = glossary.place(of: term.names[0]) else { return [] }
    var finder = TermFinder(glossary)
    var seen: Set<String> = []
    var found: [(note: Int, port: Port)] = []
    for (number, note) in notes.enumerated() {
      for port in note.ports
      where finder.terms(of: port, in: note).contains(place)
        && seen.insert("\(port.number) \(port.subject)").inserted
      {
        found.append((number, port))
      }
    }
    return found
  }

  /// Terms near a term: those its note names, those listed with it, those its definition mentions.
  ///
  /// - Parameter term: A term of the glossary.
  /// - Returns: At most twelve names, the nearest first.
  /// - Complexity: O(*n*) in the number of groups.
  public func related(to term: Term) -> [String] {
    let own = glossary.place(of: term.names[0])
    var places: [Int] = []
    let add = { (name: String) in
      if let place = glossary.place(of: name), place != own, !places.contains(place) {
        places.append(place)
      }
    }
    if let note = term.note { notes[note].metadata.related.forEach(add) }
    let keys = keys(of: term)
    for group in notes.flatMap(\.groups) where group.members.contains(where: { isName($0, keys) }) {
      group.members.forEach(add)
    }
    return places.prefix(12).map { glossary.terms[$0].names[0] }
  }

  /// The terms that are services: a note's front matter says so, or a note names them after their vendor, calls them
  /// services, or addresses them in a command.
  ///
  /// Where most notes say which service they are about, they say it of all.
  public var services: [Term] {
    var finder = ServiceFinder(glossary)
    let isTold = notes.count { $0.metadata.service != nil } * 2 > notes.count
    for note in notes {
      if let service = note.metadata.service { finder.addTerm(named: service) }
      if isTold { continue }
      for section in note.sections {
        finder.addServices(in: section.title)
        for line in section.text {
          finder.addServices(in: line.text)
          finder.addAddressed(in: line)
        }
      }
    }
    if !isTold {
      for (place, term) in glossary.terms.enumerated()
      where ServiceEvidence.isService(term, term.definitions.map { definition(at: $0) }) {
        finder.add(place)
      }
    }
    return finder.places.sorted().map { glossary.terms[$0] }
  }

  private func keys(of term: Term) -> Set<[UInt8]> {
    Set(term.names.flatMap { nameKeys(of: Array($0.utf8)) })
  }

  private func isName(_ name: String, _ keys: Set<[UInt8]>) -> Bool {
    nameKeys(of: Array(name.utf8)).contains(where: keys.contains)
  }

  /// Whether a name of a term stands in a text as whole words.
  private func names(_ text: String, _ keys: Set<[UInt8]>) -> Bool {
    nameKeys(of: Array(text.utf8)).contains { key in
      let words = key.split(separator: 0x20).map(Array.init)
      return (0..<words.count).contains { start in
        (start + 1...words.count).contains { end in
          keys.contains(Array(words[start..<end].joined(separator: [0x20])))
        }
      }
    }
  }

  /// The note that has a name: its title, its file's, a name of its service.
  ///
  /// - Parameter name: A name in any spelling.
  /// - Returns: The place of the note in `notes`.
  /// - Complexity: O(*n*) in the number of notes.
  public func noteNamed(_ name: String) -> Int? {
    LinkResolver(self, others: []).noteNamed(name)
  }
}
