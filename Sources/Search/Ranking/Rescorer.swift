/// Looks at the best sections again: whether the query's words stand together, and in the heading.
struct Rescorer {
  private let index: Index
  private let ranking: Ranking

  /// One plain word of the query, whose positions matter.
  private struct Word {
    var lists: [PostingList]
    /// What the word adds at most without the heading: its weight times the full impact.
    var weight: UInt32
  }

  private let words: [Word]
  /// In 256ths.
  private let titleShare: UInt64

  init(index: Index, plan: Plan, ranking: Ranking) {
    self.index = index
    self.ranking = ranking
    let impact = ranking.fullImpact
    titleShare = UInt64(ranking.titleShare * 256)
    words = plan.units.filter { $0.isPlain && !$0.evidence.isEmpty }.map { unit in
      Word(
        lists: unit.evidence.lists.filter { $0.share == Evidence.whole }.map { $0.list },
        weight: UInt32(Float(unit.evidence.weight) * impact))
    }
  }

  /// The most that ``rescore(_:keeping:)`` adds to a document.
  var most: UInt32 {
    guard words.count > 1 else { return 0 }
    var sum: UInt32 = 0
    for word in words { sum &+= part(word.weight, UInt32(titleShare)) }
    for pair in words.indices.dropFirst() {
      sum &+= part(words[pair - 1].weight / 2 + words[pair].weight / 2, ranking.proximity)
    }
    return sum
  }

  /// Adds what the places of words say, and sorts again.
  ///
  /// - Parameters:
  ///   - found: Documents, best first.
  ///   - limit: How many are wanted. Documents that cannot become one of them are not looked at.
  func rescore(_ found: inout [ScoredDocument], keeping limit: Int) {
    guard !words.isEmpty, limit > 0 else { return }
    if found.count > limit {
      let least = found[limit - 1].score
      let most = most
      found.removeAll { $0.score &+ most < least }
    }
    found.sort { $0.document < $1.document }
    var positions = Positions(words.map { $0.lists })
    for place in found.indices {
      positions.read(found[place].document)
      found[place].score &+= proximity(positions)
      found[place].score &+= titleCoverage(positions, in: found[place].document)
    }
    found.sort { $0.precedes($1) }
  }

  /// What proximity and heading add to one document.
  func parts(of document: UInt32) -> (proximity: UInt32, title: UInt32) {
    var positions = Positions(words.map { $0.lists })
    positions.read(document)
    return (proximity(positions), titleCoverage(positions, in: document))
  }

  private func part(_ weight: UInt32, _ share: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: UInt64(weight) * UInt64(share) >> 8)
  }

  /// For each pair of neighbours in the query: their mean weight, by how near they come.
  private func proximity(_ positions: Positions) -> UInt32 {
    var sum: UInt32 = 0
    for pair in words.indices.dropFirst() {
      let distance = nearest(positions[pair - 1], positions[pair])
      guard distance > 0, distance <= ranking.window else { continue }
      let weight = words[pair - 1].weight / 2 + words[pair].weight / 2
      sum &+= part(weight, ranking.proximity) / distance
    }
    return sum
  }

  private func nearest(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> UInt32 {
    var best = UInt32.max
    var place = right.startIndex
    for position in left {
      while place < right.endIndex, right[place] < position { place += 1 }
      if place < right.endIndex { best = Swift.min(best, right[place] - position) }
      if place > right.startIndex { best = Swift.min(best, position - right[place - 1]) }
    }
    return best
  }

  /// What a heading adds in which several of the words stand: see ``Ranking/titleShare``.
  private func titleCoverage(_ positions: Positions, in document: UInt32) -> UInt32 {
    let length = index.length(of: .title, in: document)
    guard length > 0 else { return 0 }
    var weight: UInt64 = 0
    var covered: UInt64 = 0
    for place in words.indices {
      guard let first = positions[place].first, first < length else { continue }
      weight += UInt64(words[place].weight)
      covered += 1
    }
    guard covered > 1 else { return 0 }
    let share = weight * (Swift.min(covered, UInt64(length)) - 1) / UInt64(length)
    return UInt32(truncatingIfNeeded: share * titleShare >> 8)
  }
}

/// Where each of some words stands in one document after another.
private struct Positions {
  private var cursors: [(word: Int, cursor: PostingCursor)] = []
  private let memory: Memory
  /// The places of all words, and where each word's end.
  private var places: [UInt32] = []
  private var ends: [Int]

  /// Room for the cursors' blocks.
  @safe
  private final class Memory {
    let room: UnsafeMutablePointer<UInt32>
    init(count: Int) { unsafe room = .allocate(capacity: Swift.max(1, count)) }
    deinit { unsafe room.deallocate() }
  }

  init(_ words: [[PostingList]]) {
    ends = [Int](repeating: 0, count: words.count)
    let count = words.reduce(0) { $0 + $1.count }
    memory = Memory(count: count * PostingCursor.room)
    for (number, lists) in words.enumerated() {
      for list in lists {
        let room = unsafe memory.room + cursors.count * PostingCursor.room
        cursors.append((number, unsafe PostingCursor(list, weight: 1, room: room)))
      }
    }
  }

  subscript(word: Int) -> ArraySlice<UInt32> {
    places[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
  }

  /// Reads where the words stand in a document; documents are asked for in ascending order.
  mutating func read(_ document: UInt32) {
    places.removeAll(keepingCapacity: true)
    var word = 0
    var lists = 0
    for place in cursors.indices {
      while word < cursors[place].word {
        end(word, lists)
        word += 1
        lists = 0
      }
      if cursors[place].cursor.read(document, form: nil, into: &places).isFound { lists += 1 }
    }
    while word < ends.count {
      end(word, lists)
      word += 1
      lists = 0
    }
  }

  private mutating func end(_ word: Int, _ lists: Int) {
    ends[word] = places.count
    if lists > 1 {
      let start = word == 0 ? 0 : ends[word - 1]
      places[start...].sort()
    }
  }
}
