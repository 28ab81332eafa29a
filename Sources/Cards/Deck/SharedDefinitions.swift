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

  private var sayings: [ExactText: Saying] = [:]
  private var terms: [[UInt8]: Set<String>] = [:]

  /// - Complexity: O(*n*) in the length of all definitions, divided among the processors.
  init(_ notes: [Note], names: NameTable) {
    let parts = parts(of: notes.count)
    let found = concurrently(parts) { part in
      stride(from: part, to: notes.count, by: parts).flatMap { place in
        notes[place].definitions.map { ($0, Saying($0.text)) }
      }
    }
    for (definition, saying) in found.joined() {
      sayings[ExactText(definition.text)] = saying
      let group = names.group(of: definition.term).map(String.init) ?? normalName(definition.term)
      terms[saying.key, default: []].insert(group)
    }
  }

  /// Whether another term has the same definition, word for word.
  func contains(_ text: String) -> Bool { (terms[saying(text).key]?.count ?? 0) > 1 }

  /// The stems of a definition's words that carry meaning.
  func stems(of text: String) -> Set<[UInt8]> { saying(text).stems }

  private func saying(_ text: String) -> Saying { sayings[ExactText(text)] ?? Saying(text) }
}

/// Into how many parts work on notes is divided.
func parts(of notes: Int) -> Int { Swift.max(1, Swift.min(usefulThreads, notes / 8)) }
