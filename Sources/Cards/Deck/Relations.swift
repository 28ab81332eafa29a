internal import Notes

/// What choices must know of terms: which are one, which stand above which, and what they are.
struct Relations: Hashable, Sendable {
  /// For each card the groups of its answer's names and of the terms above and below it.
  private(set) var kin: [String: Set<String>] = [:]
  /// For each card the stems of what its answer is.
  private(set) var meanings: [String: Set<[UInt8]>] = [:]

  init(cards: [Card], notes: [Note], names: NameTable) {
    let root = { (name: String) in names.group(of: name).map { "#\($0)" } ?? normalName(name) }
    var families: [String: Set<String>] = [:]
    var texts: [String: Set<[UInt8]>] = [:]
    for note in notes {
      for definition in note.definitions {
        let term = root(definition.term)
        texts[term, default: []].formUnion(stems(of: definition.text))
        guard let parent = definition.parent.map(root) else { continue }
        families[term, default: []].insert(parent)
        families[parent, default: []].insert(term)
      }
    }
    for card in cards {
      let terms = Set((card.terms + card.accepted.prefix(4) + [card.back]).map(root))
      kin[card.id] = terms.union(terms.flatMap { families[$0] ?? [] })
      let told = card.terms.first.flatMap { texts[root($0)] } ?? []
      meanings[card.id] = card.kind == .typed ? told : stems(of: card.back)
    }
  }
}
