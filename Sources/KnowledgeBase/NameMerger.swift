internal import Notes
internal import Search

/// Groups names that are names of one thing, by union and find over their normal forms.
struct NameMerger {
  private var parents: [Int] = []
  private var numbers: [[UInt8]: Int] = [:]
  /// For each number the spelling in which it was first met.
  private var spellings: [String] = []
  /// The normal forms of the names that were asked for.
  private var keys: [String: [[UInt8]]] = [:]

  /// The normal forms of a name; each name is analysed once.
  mutating func keys(of name: String) -> [[UInt8]] {
    if let known = keys[name] { return known }
    let found = nameKeys(of: Array(name.utf8))
    keys[name] = found
    return found
  }

  mutating func add(_ note: Note) {
    for definition in note.definitions { join(definition.names) }
    for acronym in note.acronyms { join([acronym.short, acronym.expansion]) }
    let metadata = note.metadata
    join(
      [metadata.service, metadata.name].compactMap(\.self) + metadata.frenchNames + metadata.aliases
    )
  }

  /// Joins names of which at least one is known already.
  mutating func addIfKnown(_ names: [String]) {
    for name in names where root(of: name) != nil { return join(names) }
  }

  /// The number of the group that a name belongs to.
  mutating func root(of name: String) -> Int? {
    for key in keys(of: name) {
      if let number = numbers[key] { return find(number) }
    }
    return nil
  }

  /// The spellings of each group, in the order in which they were met.
  func spellingsByRoot() -> [Int: [String]] {
    var groups: [Int: [String]] = [:]
    for number in spellings.indices {
      groups[top(of: number), default: []].append(spellings[number])
    }
    return groups
  }

  private mutating func join(_ names: [String]) {
    var first: Int?
    for name in names {
      for key in keys(of: name) {
        let number = numbers[key] ?? parents.count
        if number == parents.count {
          numbers[key] = number
          parents.append(number)
          spellings.append(name)
        }
        let root = find(number)
        if let known = first { parents[root] = find(known) } else { first = root }
      }
    }
  }

  private mutating func find(_ number: Int) -> Int {
    let root = top(of: number)
    var next = number
    while parents[next] != root { (parents[next], next) = (root, parents[next]) }
    return root
  }

  private func top(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    return root
  }
}
