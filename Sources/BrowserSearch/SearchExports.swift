internal import BrowserCore
internal import Search

nonisolated(unsafe) private var index: PartialIndex?

/// Opens an index of which no piece is there yet; the request is its ``IndexGuide``.
///
/// - Parameters:
///   - count: The bytes of the guide.
///   - pieceSize: The bytes of a piece.
/// - Returns: 1, or 0 where the guide is none of this version.
@_expose(wasm, "indexOpen")
@c(core_indexOpen)
func exportedIndexOpen(_ count: Int, _ pieceSize: Int) -> Int {
  unsafe index = nil
  let guide = IndexGuide(Exchange.bytes(count))
  unsafe index = try? PartialIndex(guide, pieceSize: pieceSize)
  return unsafe index == nil ? 0 : 1
}

/// Where a piece is to be written; `nil` for a number that is no piece’s.
@_expose(wasm, "pieceRoom")
@c(core_pieceRoom)
func exportedPieceRoom(_ piece: Int) -> UnsafeMutableRawPointer? {
  unsafe index?.room(ofPiece: piece)
}

/// Tells that a piece was written.
@_expose(wasm, "pieceFill")
@c(core_pieceFill)
func exportedPieceFill(_ piece: Int) { unsafe index?.fill(piece) }

/// Answers a query; the request is what was typed.
///
/// - Parameters:
///   - count: The number of its bytes.
///   - limit: The most hits.
/// - Returns: The number of bytes of the result: see ``searchAnswer(to:in:limit:)``. Where pieces are wanted first, the
///   result is a list of their numbers.
@_expose(wasm, "search")
@c(core_search)
func exportedSearch(_ count: Int, _ limit: Int) -> Int {
  guard let index = unsafe index else { return 0 }
  let query = Exchange.bytes(count)
  if let answer = index.ask({ searchAnswer(to: query, in: $0, limit: limit) }) {
    return Exchange.answer(answer)
  }
  var writer = JSONWriter()
  writer.list { list in for piece in index.wanted { list.number(piece) } }
  return Exchange.answer(writer.bytes)
}
