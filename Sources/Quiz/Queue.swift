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
///
/// FNV-1a over the bytes, then the mixing of SplitMix64 (Steele, Lea, Flood, 2014).
func stableNumber(_ name: String, seed: UInt64) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
  for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
  return hash ^ hash >> 31
}
