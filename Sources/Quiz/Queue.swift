internal import Memory

/// Which cards are to be asked today, in order; cards are numbers in the session's deck.
struct Queue: Hashable, Sendable {
  /// Cards that are being learned, by when they are due.
  var learning: [Int] = []
  /// Known cards that are due.
  var reviews: [Int] = []
  /// Cards that nobody was asked about yet.
  var new: [Int] = []

  var isEmpty: Bool { learning.isEmpty && reviews.isEmpty && new.isEmpty }

  mutating func remove(_ card: Int) {
    learning.removeAll { $0 == card }
    reviews.removeAll { $0 == card }
    new.removeAll { $0 == card }
  }

  /// Takes out the other cards of one fact, so that one does not answer the other.
  mutating func bury(where isSibling: (Int) -> Bool) {
    reviews.removeAll(where: isSibling)
    new.removeAll(where: isSibling)
  }
}

/// A number that follows from a seed and a name alone, the same on every machine.
func stableNumber(_ name: String, seed: UInt64) -> UInt64 {
  var generator = SplitMix64(name: name.utf8.span, number: Int(truncatingIfNeeded: seed))
  return generator.next()
}
