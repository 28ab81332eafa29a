import FrenchText

/// Returns the name that a mistyped word was most likely meant to be.
///
/// That is the nearest name within two slips of the hand, or else the first that begins so.
///
/// - Complexity: O(*n* · *l*) for *n* names, where *l* is the length of a name.
func closestName(to word: String, among names: [String]) -> String? {
  let word = word.lowercased()
  let typed = Array(word.utf8)
  let near = names.compactMap { name in
    editDistance(typed.span, Array(name.utf8).span, limit: 2).map { (name: name, distance: $0) }
  }
  // A name that shares no letter with the word is no help, however short both are.
  .filter { $0.distance < $0.name.count }
  .min { $0.distance < $1.distance }
  return near?.name ?? names.first { !word.isEmpty && $0.hasPrefix(word) }
}
