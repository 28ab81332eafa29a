/// Where each of some words stands in one document after another.
struct WordPlaces {
  private var cursors: [Cursor] = []
  private let memory: Memory
  /// The places of all words, and where each word's end.
  private var places: [UInt32] = []
  private var ends: [Int]
  private var counts: [FormSets.Count]

  private struct Cursor {
    var word: Int
    var forms: FormSets
    var cursor: PostingCursor
  }

  /// Room for the cursors' blocks.
  @safe
  private final class Memory {
    let room: UnsafeMutablePointer<UInt32>
    init(count: Int) { unsafe room = .allocate(capacity: Swift.max(1, count)) }
    deinit { unsafe room.deallocate() }
  }

  init(_ words: [Rescorer.Word]) {
    ends = [Int](repeating: 0, count: words.count)
    counts = [FormSets.Count](repeating: FormSets.Count(), count: words.count)
    let count = words.reduce(0) { $0 + $1.lists.count }
    memory = Memory(count: count * PostingCursor.room)
    cursors.reserveCapacity(count)
    places.reserveCapacity(64)
    for (number, word) in words.enumerated() {
      for list in word.lists {
        let room = unsafe memory.room + cursors.count * PostingCursor.room
        cursors.append(
          Cursor(
            word: number, forms: list.forms,
            cursor: unsafe PostingCursor(list.documents, weight: 1, room: room)))
      }
    }
  }

  subscript(word: Int) -> ArraySlice<UInt32> {
    places[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
  }

  /// At how many places the typed form of a word stands.
  func forms(_ word: Int) -> FormSets.Count { counts[word] }

  /// Reads which forms of the only word stand in a document, where that is known without looking at it.
  ///
  /// - Returns: The forms, counted once.
  mutating func onlyForm(in document: UInt32) -> FormSets.Count? {
    guard ends.count == 1, cursors.count == 1 else { return nil }
    return cursors[0].cursor.onlyForm(in: document, counting: cursors[0].forms)
  }

  /// Reads where the words stand in a document; documents are asked for in ascending order.
  mutating func read(_ document: UInt32) {
    places.removeAll(keepingCapacity: true)
    var next = 0
    for word in ends.indices {
      let start = places.count
      var lists = 0
      counts[word] = FormSets.Count()
      while next < cursors.count, cursors[next].word == word {
        let forms = cursors[next].forms
        // Where a single word stands is nothing to its neighbours.
        let count = cursors[next].cursor.read(
          document, counting: forms, keepsPlaces: ends.count > 1, into: &places)
        if let count {
          counts[word].exact += count.exact
          counts[word].like += count.like
          counts[word].all += count.all
          lists += 1
        }
        next += 1
      }
      ends[word] = places.count
      if lists > 1 { places[start...] = Array(places[start...]).inOrder { $0 < $1 }[...] }
    }
  }
}
