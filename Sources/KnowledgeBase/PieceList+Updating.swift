internal import Notes

extension PieceList {
  /// The pieces of the same notes but some: those are in a piece of their own, perhaps with others.
  ///
  /// - Parameters:
  ///   - kept: For each note, in the order of the paths, its place in `locations`; `nil` for a new one.
  ///   - new: The new notes, with their numbers in that order.
  ///   - added: Their length, in bytes.
  /// - Returns: The pieces; those of which no note is left are gone, and what ``MergePlan`` says is merged.
  /// - Throws: ``Decoder/Damage`` if a note that must be put elsewhere is damaged.
  /// - Complexity: O(*n*) in the number of notes; O(*t*) in the length of those that are written.
  func updated(
    keeping kept: [Int?], with new: [(number: Int, note: Note)], added: Int
  ) throws(Decoder.Damage) -> PieceList {
    var list = PieceList(pieces: pieces)
    let none = NoteLocation(piece: pieces.count, place: 0)
    list.locations = kept.map { $0.map { locations[$0] } ?? none }
    var live = pieces.map { _ in [(number: Int, place: Int)]() }
    for (number, location) in list.locations.enumerated() where location.piece < pieces.count {
      live[location.piece].append((number, location.place))
    }
    let sizes = zip(pieces, live).map { piece, live in
      MergePlan.Size(
        live: live.reduce(0) { $0 + piece.size(ofNote: $1.place) }, total: piece.container[1].count)
    }
    let merged = MergePlan.merged(sizes, added: added)
    var moved = new.map { (number: $0.number, note: $0.note, stored: StoredNote?.none) }
    for place in merged.sorted() where !live[place].isEmpty {
      let wanted = Set(live[place].map(\.place))
      guard let store = pieces[place].notes(),
        let notes = store.notes(where: { wanted.contains($0) }), notes.count == store.count
      else { throw Decoder.Damage() }
      for (number, place) in live[place] {
        guard place < notes.count, let note = notes[place] else { throw Decoder.Damage() }
        moved.append((number, note, StoredNote(store: store, place: place)))
      }
    }
    moved.sort { $0.number < $1.number }
    let isGone = pieces.indices.map { merged.contains($0) || live[$0].isEmpty }
    list.remove(isGone)
    guard !moved.isEmpty else { return list }
    for (place, one) in moved.enumerated() {
      list.locations[one.number] = NoteLocation(piece: list.pieces.count, place: place)
    }
    list.pieces.append(Piece(moved.map(\.note), encoded: moved.map(\.stored)))
    return list
  }

  /// Leaves out pieces; where their notes are is told afterwards.
  private mutating func remove(_ isGone: [Bool]) {
    var numbers: [Int] = []
    for gone in isGone { numbers.append((numbers.last ?? 0) + (gone ? 0 : 1)) }
    pieces = zip(pieces, isGone).filter { !$0.1 }.map(\.0)
    for (number, location) in locations.enumerated()
    where location.piece < isGone.count && !isGone[location.piece] {
      locations[number].piece = numbers[location.piece] - 1
    }
  }
}
