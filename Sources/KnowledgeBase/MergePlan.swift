/// Which pieces of a cache are put together with what is new.
///
/// As in log-structured merging (Bentley and Saxe, 1980; O'Neil and others, 1996): a piece that is not twice
/// as long as all that is written anew is written with it, and so is the one before. Each note is thus
/// written again O(log *n*) times at most while *n* bytes are added, and there are O(log *n*) pieces, each
/// less than half as long as the one before.
enum MergePlan {
  /// A piece, in bytes of text.
  struct Size {
    /// What of it is still there.
    var live: Int
    var total: Int
  }

  /// Less than this is written as quickly as nothing, in bytes: it always makes one piece.
  static let small = 1 << 18

  /// The pieces to be written anew.
  ///
  /// - Parameters:
  ///   - pieces: The pieces there are, in order.
  ///   - added: The length of the notes that are new or changed.
  /// - Returns: The places of the pieces whose notes go into the new one: those that end the list and are
  ///   short, those of which less than half is still there; all, where a third of all is no longer there.
  static func merged(_ pieces: [Size], added: Int) -> Set<Int> {
    let live = pieces.reduce(0) { $0 + $1.live }
    let total = pieces.reduce(0) { $0 + $1.total }
    if 3 * live < 2 * total { return Set(pieces.indices) }
    var merged = Set(pieces.indices.filter { 2 * pieces[$0].live < pieces[$0].total })
    var length = merged.reduce(added) { $0 + pieces[$1].live }
    // Nothing new and nothing to mend: what there is stays as it is.
    guard length > 0 else { return merged }
    for place in pieces.indices.reversed() where !merged.contains(place) {
      let own = pieces[place].live
      guard own < 2 * length || own + length <= small else { break }
      merged.insert(place)
      length += own
    }
    return merged
  }
}
