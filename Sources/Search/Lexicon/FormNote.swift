/// What the lexicon tells of a form beside its term, in a number: mostly a byte.
struct FormNote {
  var rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(place: UInt8, frequency: UInt32) {
    rawValue = UInt32(place) << 5 | Swift.min(31, UInt32(BitPacking.width(of: frequency)))
  }

  /// The number of the form among those of its term, the most frequent first.
  var place: UInt32 { rawValue >> 5 }
  /// The bits of the number of its occurrences.
  var frequency: UInt32 { rawValue & 31 }
}

extension FrontCodedTable.Cursor {
  /// The term of the form read last.
  var term: Int { Int(truncatingIfNeeded: numbers[0]) }

  /// What is told of the form read last.
  var note: FormNote { FormNote(rawValue: numbers[1]) }

  /// Whether the form read last has this folded spelling.
  func isFolded(as folded: [UInt8]) -> Bool {
    hasPrefix(folded) && (string.count == folded.count || string[folded.count] == 0)
  }
}
