internal import Notes

/// What choices must know of terms: which are one, which stand above which, and what they are.
///
/// Terms and stems are told by numbers, so that two cards are compared without a text.
struct Relations: Hashable, Sendable {
  /// For each card the groups of its answer's names and of the terms above and below it.
  private(set) var kin = NumberLists()
  /// For each card the stems of what its answer is.
  private(set) var meanings = NumberLists()

  /// Takes lists as they were kept.
  init(kin: NumberLists, meanings: NumberLists) {
    (self.kin, self.meanings) = (kin, meanings)
  }

  init(cards: [Card], notes: [Note], names: NameTable, shared: SharedDefinitions) {
    var groups = GroupNumbers(names)
    var stemNumbers: [[UInt8]: UInt32] = [:]
    let numbers = { (stems: Set<[UInt8]>) -> Set<UInt32> in
      Set(
        stems.map { stem in
          let number = stemNumbers[stem] ?? UInt32(stemNumbers.count)
          stemNumbers[stem] = number
          return number
        })
    }
    var families: [UInt32: Set<UInt32>] = [:]
    var texts: [UInt32: Set<UInt32>] = [:]
    for note in notes {
      for definition in note.definitions {
        let term = groups.number(of: definition.term)
        texts[term, default: []].formUnion(numbers(shared.stems(of: definition.text)))
        guard let parent = definition.parent.map({ groups.number(of: $0) }) else { continue }
        families[term, default: []].insert(parent)
        families[parent, default: []].insert(term)
      }
    }
    for card in cards {
      let named = card.terms + card.accepted.prefix(4) + [card.back]
      let terms = Set(named.map { groups.number(of: $0) })
      kin.append(terms.union(terms.flatMap { families[$0] ?? [] }))
      if card.kind == .typed {
        meanings.append(card.terms.first.flatMap { texts[groups.number(of: $0)] } ?? [])
      } else {
        meanings.append(numbers(stems(of: card.back)))
      }
    }
  }
}

/// Numbers for what names name, whether or not a note pairs the name with others.
private struct GroupNumbers {
  private enum Group: Hashable {
    case joined(Int)
    case alone(String)
  }

  private let names: NameTable
  private var known: [String: UInt32] = [:]
  private var numbers: [Group: UInt32] = [:]

  init(_ names: NameTable) { self.names = names }

  mutating func number(of name: String) -> UInt32 {
    if let number = known[name] { return number }
    let group = names.group(of: name).map(Group.joined) ?? .alone(normalName(name))
    let number = numbers[group] ?? UInt32(numbers.count)
    numbers[group] = number
    known[name] = number
    return number
  }
}
