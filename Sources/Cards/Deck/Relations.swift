internal import Notes

/// What choices must know of terms: which are one, which stand above which, and what they are.
///
/// Terms and stems are told by numbers, so that two cards are compared without a text.
struct Relations: Hashable, Sendable {
  /// For each card the groups of its answer's names and of the terms above and below it.
  private(set) var kin = NumberLists()
  /// For each card the stems of what its answer is.
  private(set) var meanings = NumberLists()

  /// About how many relatives of a term, and stems of what it is said to be, count: each of its cards lists them,
  /// so that a term with a thousand would otherwise take a million.
  private static let most = 250

  /// Takes lists as they were kept.
  init(kin: NumberLists, meanings: NumberLists) {
    (self.kin, self.meanings) = (kin, meanings)
  }

  init(cards: [Card], notes: [Note], names: NameTable) {
    var groups = GroupNumbers(names)
    var stems = StemNumbers()
    var families: [UInt32: Set<UInt32>] = [:]
    var texts: [UInt32: Set<UInt32>] = [:]
    var told: [UInt32: Set<ExactText>] = [:]
    let join = { (one: UInt32, other: UInt32) in
      if families[one, default: []].count < Self.most { families[one]?.insert(other) }
    }
    for note in notes {
      for definition in note.definitions {
        let term = groups.number(of: definition.term)
        if told[term, default: []].insert(ExactText(definition.text)).inserted,
          texts[term, default: []].count < Self.most
        {
          texts[term]?.formUnion(stems.numbers(of: definition.text))
        }
        guard let parent = definition.parent.map({ groups.number(of: $0) }) else { continue }
        join(term, parent)
        join(parent, term)
      }
    }
    var terms: [UInt32] = []
    for place in cards.indices {
      terms.removeAll(keepingCapacity: true)
      for name in cards[place].terms { terms.append(groups.number(of: name)) }
      for name in cards[place].accepted.prefix(4) { terms.append(groups.number(of: name)) }
      terms.append(groups.number(of: cards[place].back))
      for number in terms.indices {
        if let family = families[terms[number]] { terms += family }
      }
      kin.append(Set(terms))
      if cards[place].kind == .typed {
        let term = cards[place].terms.first.map { groups.number(of: $0) }
        meanings.append(term.flatMap { texts[$0] } ?? [])
      } else {
        meanings.append(stems.numbers(of: cards[place].back))
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
  private var known: [ExactText: UInt32] = [:]
  private var numbers: [Group: UInt32] = [:]

  init(_ names: NameTable) { self.names = names }

  mutating func number(of name: String) -> UInt32 {
    let key = ExactText(name)
    if let number = known[key] { return number }
    let group = names.group(of: name).map(Group.joined) ?? .alone(normalName(name))
    let number = numbers[group] ?? UInt32(numbers.count)
    numbers[group] = number
    known[key] = number
    return number
  }
}
