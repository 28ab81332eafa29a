/// Looks at the best sections again: whether words stand there as they were typed, together, and in the
/// heading.
struct Rescorer {
  private let index: Index
  private let ranking: Ranking

  /// One plain word of the query, whose places matter.
  struct Word {
    var lists: [Evidence.TermLists]
    /// What the word adds at most by itself: its weight times the full impact.
    var weight: UInt32
    /// Whether any of its terms has other forms than the typed one.
    var hasForms: Bool

    init(_ evidence: Evidence, fullImpact: Float) {
      lists = evidence.lists
      weight = UInt32(Float(Evidence.part(evidence.weight, evidence.share)) * fullImpact)
      hasForms = evidence.lists.contains { $0.forms.like != 0 }
    }
  }

  private let words: [Word]
  /// Whether nothing but one word is asked for, so that it stands in every document that was found.
  private let isAlone: Bool
  /// In 256ths.
  private let titleShare: UInt32

  init(index: Index, plan: Plan, ranking: Ranking) {
    self.index = index
    self.ranking = ranking
    titleShare = UInt32(ranking.titleShare * 256)
    isAlone = plan.units.count == 1 && plan.alternatives.isEmpty
    var words: [Word] = []
    // Units are looked at where they are: a copy of one counts references to all that it holds.
    for place in plan.units.indices
    where plan.units[place].isPlain && !plan.units[place].evidence.isEmpty {
      words.append(Word(plan.units[place].evidence, fullImpact: ranking.fullImpact))
    }
    self.words = words
  }

  /// The most that ``rescore(_:keeping:)`` adds to a document.
  var most: UInt32 {
    var sum: UInt32 = 0
    for word in words where word.hasForms {
      sum &+= Evidence.part(word.weight, ranking.exactShare &+ ranking.exactPlacesShare)
    }
    guard words.count > 1 else { return sum }
    for word in words { sum &+= Evidence.part(word.weight, titleShare) }
    for word in words { sum &+= Evidence.part(word.weight, ranking.placeShare) }
    for pair in words.indices.dropFirst() {
      sum &+= Evidence.part(
        words[pair - 1].weight / 2 + words[pair].weight / 2, ranking.proximity)
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
    found.sortByDocument()
    var places = WordPlaces(words)
    for place in found.indices {
      let document = found[place].document
      if isAlone, let count = places.onlyForm(in: document) {
        found[place].score &+= form(count, weight: words[0].weight)
        continue
      }
      places.read(document)
      let parts = parts(places, in: document)
      found[place].score &+= parts.form &+ parts.proximity &+ parts.title
    }
    found.sortByScore()
  }

  /// What is added to the score of a document.
  struct Parts {
    var form: UInt32 = 0
    var proximity: UInt32 = 0
    var title: UInt32 = 0
  }

  /// What is added to one document.
  func parts(of document: UInt32) -> Parts {
    var places = WordPlaces(words)
    places.read(document)
    return parts(places, in: document)
  }

  private func parts(_ places: WordPlaces, in document: UInt32) -> Parts {
    Parts(
      form: form(places),
      proximity: words.count > 1 ? proximity(places) &+ bestPlace(places) : 0,
      title: words.count > 1 ? titleCoverage(places, in: document) : 0)
  }

  /// What words add that stand there as they were typed.
  private func form(_ places: WordPlaces) -> UInt32 {
    var sum: UInt32 = 0
    for number in words.indices {
      sum &+= form(places.forms(number), weight: words[number].weight)
    }
    return sum
  }

  /// What a word adds, the typed form of which stands at some of its places.
  private func form(_ count: FormSets.Count, weight: UInt32) -> UInt32 {
    guard count.like > 0 else { return 0 }
    // In tenths: 10 for a place with the typed form, 9 for one with other accents.
    let best: UInt32 = count.exact > 0 ? 10 : 9
    let tenths = 9 &* count.like &+ count.exact
    return Evidence.part(weight, ranking.exactShare) / 10 &* best
      &+ Evidence.part(weight, ranking.exactPlacesShare) / 10 &* tenths / Swift.max(1, count.all)
  }

  /// For each pair of neighbours in the query: their mean weight, by how near they come.
  private func proximity(_ places: WordPlaces) -> UInt32 {
    var sum: UInt32 = 0
    for pair in words.indices.dropFirst() {
      let distance = nearest(places[pair - 1], places[pair])
      guard distance > 0, distance <= ranking.window else { continue }
      let weight = words[pair - 1].weight / 2 + words[pair].weight / 2
      let share = ranking.proximity &* (ranking.window &+ 1 &- distance) / ranking.window
      sum &+= Evidence.part(weight, share)
    }
    return sum
  }

  /// The best place of the section: where most of the query, by weight, stands around a word of it.
  private func bestPlace(_ places: WordPlaces) -> UInt32 {
    var best: UInt32 = 0
    for center in words.indices {
      var sums = InlineArray<8, UInt32>(repeating: words[center].weight / 10)
      let centers = places[center].prefix(sums.count)
      guard !centers.isEmpty else { continue }
      for word in words.indices where word != center {
        add(words[word].weight, of: places[word], around: centers, to: &sums)
      }
      for number in centers.indices { best = Swift.max(best, sums[number - centers.startIndex]) }
    }
    return Evidence.part(best &* 10, ranking.placeShare)
  }

  /// Adds what a word counts around each of some places: the less, the further away it stands.
  @inline(__always)
  private func add(
    _ weight: UInt32, of places: ArraySlice<UInt32>, around centers: ArraySlice<UInt32>,
    to sums: inout InlineArray<8, UInt32>
  ) {
    guard !places.isEmpty else { return }
    var next = places.startIndex
    var number = 0
    for center in centers {
      while next < places.endIndex, places[next] < center { next += 1 }
      var distance = UInt32.max
      if next < places.endIndex { distance = places[next] - center }
      if next > places.startIndex { distance = Swift.min(distance, center - places[next - 1]) }
      if distance < 1000 { sums[number] &+= weight / (10 &+ distance) }
      number += 1
    }
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
  private func titleCoverage(_ places: WordPlaces, in document: UInt32) -> UInt32 {
    let length = index.length(of: .title, in: document)
    guard length > 0 else { return 0 }
    var weight: UInt32 = 0
    var covered: UInt32 = 0
    for place in words.indices {
      guard let first = places[place].first, first < length else { continue }
      weight &+= words[place].weight
      covered += 1
    }
    guard covered > 1 else { return 0 }
    let share = titleShare &* (Swift.min(covered, length) &- 1) / length
    return Evidence.part(weight, share)
  }
}
