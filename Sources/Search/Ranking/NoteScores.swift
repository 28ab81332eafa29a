/// What each note adds to the score of its sections.
struct NoteScores {
  private let scores: [UInt32]
  private let starts: [UInt32]

  /// - Parameters:
  ///   - scores: For each note what it adds.
  ///   - starts: For each note its first document, and the number of documents.
  init(_ scores: [UInt32], starts: [UInt32]) {
    self.scores = scores
    self.starts = starts
  }

  /// The most that a note adds in a window.
  ///
  /// - Parameters:
  ///   - note: A note that begins at or before the window; moved on to the last such.
  ///   - start: The window's first document.
  ///   - end: The first document behind it.
  /// - Returns: The greatest score of a note there.
  func peak(from note: inout Int, start: UInt32, end: UInt32) -> UInt32 {
    move(&note, to: start)
    var place = note
    var greatest: UInt32 = 0
    while place < scores.count, starts[place] < end {
      greatest = Swift.max(greatest, scores[place])
      place += 1
    }
    return greatest
  }

  /// What the note of a document adds.
  @inline(__always)
  func score(of document: UInt32, from note: inout Int) -> UInt32 {
    move(&note, to: document)
    return note < scores.count ? scores[note] : 0
  }

  @inline(__always)
  private func move(_ note: inout Int, to document: UInt32) {
    while note + 1 < scores.count, starts[note + 1] <= document { note += 1 }
  }
}
