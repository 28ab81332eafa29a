// MARK: - Windows

extension PostingCursor {
  /// The greatest peak of the blocks from here that may hold documents before `end`, weighed.
  func peak(before end: UInt32) -> UInt32 {
    guard block < blockCount else { return 0 }
    var block = block
    var greatest = peak(ofBlock: block)
    while block &+ 1 < blockCount, last(ofBlock: block) &+ 1 < end {
      block &+= 1
      greatest = Swift.max(greatest, peak(ofBlock: block))
    }
    return greatest
  }

  /// Adds what documents before `end` score to their places in a window.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - enough: Blocks that cannot add more than this are passed over.
  mutating func add(to window: inout ScoreWindow, enough: UInt32) {
    skip(to: window.start)
    while block < blockCount {
      if count == 0 {
        if peak(ofBlock: block) <= enough, last(ofBlock: block) < window.end {
          endBlock()
          continue
        }
        guard block == 0 || last(ofBlock: block &- 1) &+ 1 < window.end else { return }
        if peak(ofBlock: block) <= enough { return }
        readBlock()
      }
      unsafe place = window.add(documents, impacts, from: place, to: count, weight: weight)
      guard place == count else { return }
      endBlock()
    }
  }

  /// About how many documents before `end` are still to come.
  func count(before end: UInt32) -> Int {
    guard block < blockCount else { return 0 }
    var number = block
    while number &+ 1 < blockCount, last(ofBlock: number) &+ 1 < end { number &+= 1 }
    return number < wholeBlockCount
      ? (number &- block &+ 1) &* PostingList.blockSize
      : (number &- block) &* PostingList.blockSize &+ list.count % PostingList.blockSize
  }

  /// Adds what the documents score that a window gathered, as far as they can still be among the best.
  ///
  /// Of a block in which many of them lie, everything in between is added: that takes less time than to look for
  /// each.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - enough: Documents that cannot score more than this with `others` need not be complete.
  ///   - others: What other lists can add at most.
  mutating func complete(_ window: inout ScoreWindow, enough: UInt32, others: UInt32) {
    var number = 0
    while number < window.count {
      let first = window.document(number)
      skip(to: first)
      guard block < blockCount else { return }
      let start = number
      var best: UInt32 = 0
      repeat {
        best = Swift.max(best, window.sum(number))
        number &+= 1
      } while number < window.count && window.document(number) <= blockEnd
      if count == 0 {
        if best &+ peak(ofBlock: block) &+ others <= enough { continue }
        readBlock()
      }
      place = firstPlace(from: place, of: first)
      guard number &- start < Self.many else {
        unsafe place = window.litter(
          documents, impacts, from: place, to: count, through: window.document(number &- 1),
          weight: weight)
        continue
      }
      for asked in start..<number {
        let document = window.document(asked)
        place = firstPlace(from: place, of: document)
        // Whether the document is there cannot be foretold; behind the block no document is.
        let score = unsafe UInt32(impacts[place]) &* weight
        unsafe window.add(documents[place] == document ? score : 0, toGathered: asked)
      }
    }
  }

  /// So many documents of one block are many to look for.
  private static let many = 12
}
