internal import Notes
internal import Search

/// Which names are names of one thing, by union and find over their normal forms.
///
/// Two names are the same where a search would not tell them apart (see `nameKeys`), where a note pairs
/// them, or where they are given as equal.
struct NameTable {
  private var numbers: [[UInt8]: Int] = [:]
  private var parents: [Int] = []
  private var spellings: [Int: Set<String>] = [:]

  /// The groups of the names that were joined; while they are joined, the numbers of their first forms.
  private var groups: [ExactText: Int] = [:]

  private var reader = NameKeyReader()

  /// For each root the names of one thing, in alphabetical order.
  private var lists: [Int: [String]] = [:]

  /// For each root a checksum of its names.
  private var sums: [Int: UInt64] = [:]

  init(notes: [Note], sameNames: [[String]]) {
    for group in sameNames { join(group) }
    for note in notes {
      let data = note.metadata
      join([data.service, data.name].compactMap(\.self) + data.frenchNames + data.aliases)
      for definition in note.definitions { join(definition.names) }
      for acronym in note.acronyms { join([acronym.short, acronym.expansion]) }
    }
    for (key, names) in spellings {
      let root = root(key)
      if root != key { spellings[root, default: []].formUnion(names) }
    }
    lists = spellings.mapValues { $0.sorted() }
    groups = groups.mapValues(root)
    sums = lists.mapValues { names in
      var sum = TextSum()
      for name in names { sum.add(name) }
      return sum.value
    }
  }

  private mutating func join(_ names: [String]) {
    var first: Int?
    for name in names {
      guard let number = number(of: name) else { continue }
      spellings[number, default: []].insert(name)
      if let first { parents[root(number)] = root(first) } else { first = number }
    }
  }

  /// The number of a name's first normal form; all its forms are joined.
  private mutating func number(of name: String) -> Int? {
    if let known = groups[ExactText(name)] { return known }
    var first: Int?
    for key in reader.keys(of: name.utf8.span) {
      let number = numbers[key] ?? parents.count
      if number == parents.count {
        numbers[key] = number
        parents.append(number)
      }
      if let first { parents[root(number)] = root(first) } else { first = number }
    }
    groups[ExactText(name)] = first
    return first
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  /// A number that all names of one thing have; `nil` for a name that no note pairs or defines.
  ///
  /// - Complexity: O(1) for a name that was joined with others, beside the reading of its bytes.
  func group(of name: String) -> Int? {
    if let group = groups[ExactText(name)] { return group }
    var reader = NameKeyReader()
    for key in reader.keys(of: name.utf8.span) {
      if let number = numbers[key] { return root(number) }
    }
    return nil
  }

  /// Whether two names are names of one thing.
  func areSame(_ left: String, _ right: String) -> Bool {
    if let group = group(of: left) { return group == self.group(of: right) }
    return normalName(left) == normalName(right)
  }

  /// A number that tells everything the table knows of a name from all else that it could know.
  ///
  /// Two names are of one thing where their numbers are equal and not 0.
  func sum(of name: String) -> UInt64 { group(of: name).flatMap { sums[$0] } ?? 0 }

  /// All names of what a name names, in alphabetical order.
  func names(of name: String) -> [String] { group(of: name).flatMap { lists[$0] } ?? [] }
}

/// A name as identities are made of it: no case, accents, plural, hyphens.
func normalName(_ name: String) -> String {
  var reader = NameKeyReader()
  return normalName(name, &reader)
}

/// The same with a reader that is kept.
func normalName(_ name: String, _ reader: inout NameKeyReader) -> String {
  reader.key(of: withoutVendor(name).utf8.span).map { String(decoding: $0, as: UTF8.self) }
    ?? folded(name)
}
