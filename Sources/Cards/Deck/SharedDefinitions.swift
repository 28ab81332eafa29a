internal import Notes
internal import Threads

/// What definitions say, by their stems; those that more than one term has may not be asked backwards.
struct SharedDefinitions {
  private struct Saying {
    let stems: Set<[UInt8]>
    /// The same as one row of bytes, in order.
    let key: [UInt8]

    init(_ text: String) {
      stems = Cards.stems(of: text)
      key = Array(stems.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [0]))
    }
  }

  private let sayings: [Saying]

  /// The place of what a text says.
  private let places: [ExactText: Int]

  /// What several terms have, by the places of what is said.
  private let shared: Set<Int>

  /// - Complexity: O(*n*) in the length of all definitions; each text is read once, divided among the processors.
  init(_ notes: [Note], names: NameTable) {
    var texts: [String] = []
    var places: [ExactText: Int] = [:]
    for definition in notes.lazy.flatMap(\.definitions) {
      let text = ExactText(definition.text)
      guard places[text] == nil else { continue }
      places[text] = texts.count
      texts.append(definition.text)
    }
    let parts = parts(of: texts.count)
    let all = texts
    let found = concurrently(parts) { part in
      stride(from: part, to: all.count, by: parts).map { Saying(all[$0]) }
    }
    let sayings = all.indices.map { found[$0 % parts][$0 / parts] }
    // Texts that say the same in other words are told by the first of them.
    var firsts: [[UInt8]: Int] = [:]
    var same: [Int] = []
    for place in sayings.indices {
      same.append(firsts[sayings[place].key] ?? place)
      if same[place] == place { firsts[sayings[place].key] = place }
    }
    var terms: [Int: String] = [:]
    var several: Set<Int> = []
    let memo = TextMemo()
    for definition in notes.lazy.flatMap(\.definitions) {
      guard let place = places[ExactText(definition.text)].map({ same[$0] }) else { continue }
      let group =
        names.group(of: definition.term).map(String.init) ?? memo.normalName(definition.term)
      if let first = terms[place] {
        if first != group { several.insert(place) }
      } else {
        terms[place] = group
      }
    }
    shared = Set(same.indices.filter { several.contains(same[$0]) })
    (self.sayings, self.places) = (sayings, places)
  }

  /// Whether another term has the same definition, word for word.
  func contains(_ text: String) -> Bool {
    places[ExactText(text)].map { shared.contains($0) } ?? false
  }

  /// The stems of a definition's words that carry meaning.
  func stems(of text: String) -> Set<[UInt8]> {
    places[ExactText(text)].map { sayings[$0].stems } ?? Cards.stems(of: text)
  }
}

/// Into how many parts work on notes is divided.
func parts(of notes: Int) -> Int { Swift.max(1, Swift.min(usefulThreads, notes / 8)) }
