import Testing

@testable import KnowledgeBase

@Suite struct MergePlanTests {
  /// Adds notes of one length again and again, and tells the pieces and all that was ever written.
  private func pieces(
    afterAdding count: Int, of length: Int, to start: [Int]
  ) -> (pieces: [Int], written: Int) {
    var pieces = start
    var written = 0
    for _ in 0..<count {
      let sizes = pieces.map { MergePlan.Size(live: $0, total: $0) }
      let merged = MergePlan.merged(sizes, added: length)
      let new = merged.reduce(length) { $0 + pieces[$1] }
      pieces = pieces.indices.filter { !merged.contains($0) }.map { pieces[$0] } + [new]
      written += new
    }
    return (pieces, written)
  }

  @Test func keepsEachPieceTwiceAsLongAsTheNext() {
    let (pieces, _) = pieces(afterAdding: 1000, of: MergePlan.small, to: [])
    for (left, right) in zip(pieces, pieces.dropFirst()) { #expect(left >= 2 * right) }
    #expect(pieces.reduce(0, +) == 1000 * MergePlan.small)
    #expect(pieces.count <= 10)
  }

  @Test func writesEachNoteLogarithmicallyOften() {
    let (_, written) = pieces(afterAdding: 1024, of: MergePlan.small, to: [])
    #expect(written <= 1024 * MergePlan.small * 11)
  }

  @Test func leavesALongPieceAloneWhileLittleIsAdded() {
    let long = 400 * MergePlan.small
    let (pieces, _) = pieces(afterAdding: 150, of: MergePlan.small, to: [long])
    #expect(pieces.first == long)
  }

  @Test func putsShortPiecesTogether() {
    let long = 4 * MergePlan.small
    let (pieces, _) = pieces(afterAdding: 50, of: MergePlan.small / 100, to: [long])
    #expect(pieces == [long, 50 * (MergePlan.small / 100)])
  }

  @Test func writesAPieceAnewOfWhichMostIsGone() {
    let whole = MergePlan.Size(live: 1 << 30, total: 1 << 30)
    let worn = MergePlan.Size(live: 4 << 20, total: 9 << 20)
    let sound = MergePlan.Size(live: 40 << 20, total: 40 << 20)
    #expect(MergePlan.merged([whole, worn, sound], added: 1000) == [1])
    #expect(MergePlan.merged([whole, sound], added: 1000) == [])
  }

  @Test func writesAllAnewWhereAThirdIsGone() {
    let worn = MergePlan.Size(live: 6 << 20, total: 10 << 20)
    #expect(MergePlan.merged([worn, worn], added: 0) == [0, 1])
  }

  @Test func leavesAllAsItIsWhereNothingIsNew() {
    let piece = MergePlan.Size(live: 10, total: 10)
    #expect(MergePlan.merged([piece, piece], added: 0) == [])
  }
}
