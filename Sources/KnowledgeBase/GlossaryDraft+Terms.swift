internal import Threads

extension GlossaryDraft {
  /// A term: places in `names` and `statements`, the first to show first.
  struct Entry {
    var names: [Int]
    var statements: [Int]
    /// The note that is about the term, if one is.
    var owner: Int?
  }

  /// The terms that are defined, in the order of their first definitions.
  ///
  /// - Parameter transform: Makes of a term what is wanted, if it is.
  /// - Returns: What was made.
  /// - Complexity: O(*n*) in the number of names, O(*d* log *d*) in that of a term's definitions; on several
  ///   threads where there are many terms.
  func entries<Result: Sendable>(_ transform: @Sendable (Entry) -> Result?) -> [Result] {
    let owners = ownersByRoot()
    let (spellings, _) = grouped(spellings.indices.map { root(ofKey: $0) }, by: keys.count)
    let roots = statements.map { $0.names.first.flatMap { root(of: names[$0]) } ?? -1 }
    let (places, order) = grouped(roots, by: keys.count)
    let parts = Swift.max(1, Swift.min(usefulThreads, order.count / Self.termsPerThread))
    return concurrently(parts) { part in
      var seen = [Int](repeating: -1, count: keys.count)
      return order[order.count * part / parts..<order.count * (part + 1) / parts].compactMap {
        root in
        let owner = owners[root] < 0 ? nil : owners[root]
        let sorted = sorted(places[root], owner: owner)
        let candidates = candidates(
          sorted, owner: owner, spellings: spellings[root].map { self.spellings[$0] })
        let names = candidates.filter { isNew($0, among: &seen, of: root) }
        return transform(Entry(names: names, statements: sorted, owner: owner))
      }
    }.flatMap(\.self)
  }

  private static let termsPerThread = 1000

  /// Definitions, the best first: in the term's own note, then by shape, then as they are read.
  private func sorted(_ places: ArraySlice<Int>, owner: Int?) -> [Int] {
    guard places.count > 1 else { return Array(places) }
    return places.map { place in
      (rank: Int(statements[place].rank) + (statements[place].place.note == owner ? 0 : 100), place)
    }.sorted { $0 < $1 }.map(\.1)
  }

  /// Whether a name of a group shares no normal form with those that were met.
  private func isNew(_ name: Int, among seen: inout [Int], of root: Int) -> Bool {
    let keys = names[name].keys
    guard !keys.isEmpty, !keys.contains(where: { seen[keyNumbers[$0]] == root }) else {
      return false
    }
    for key in keys { seen[keyNumbers[key]] = root }
    return true
  }

  /// Names in the order to show: the note's own, the best definition's, then what others say.
  private func candidates(_ sorted: [Int], owner: Int?, spellings: [Int]) -> [Int] {
    let own = owner.map { labels[$0] } ?? Labels()
    var candidates = Array(own.service) + own.name + own.frenchNames
    for place in sorted { candidates += statements[place].names }
    return candidates + own.aliases + spellings
  }

  /// For each group of names the first note whose service or name, or else whose title, is one of them.
  private func ownersByRoot() -> [Int] {
    var owners = [Int](repeating: -1, count: keys.count)
    for (note, labels) in labels.enumerated() {
      for name in Array(labels.service) + labels.name {
        if let root = root(of: names[name]), owners[root] < 0 { owners[root] = note }
      }
      if let root = root(ofKeys: titleKeys[labels.title]), owners[root] < 0 { owners[root] = note }
    }
    return owners
  }

  /// The places of numbers by number, and the numbers in the order in which they first stand; less than
  /// zero stands for none.
  private func grouped(_ numbers: [Int], by count: Int) -> (groups: [ArraySlice<Int>], order: [Int])
  {
    var ends = [Int](repeating: 0, count: count)
    var order: [Int] = []
    for number in numbers where number >= 0 {
      if ends[number] == 0 { order.append(number) }
      ends[number] += 1
    }
    var sum = 0
    for number in ends.indices {
      (ends[number], sum) = (sum, sum + ends[number])
    }
    var places = [Int](repeating: 0, count: sum)
    for (place, number) in numbers.enumerated() where number >= 0 {
      places[ends[number]] = place
      ends[number] += 1
    }
    return (ends.indices.map { places[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]] }, order)
  }
}
