internal import Search

nonisolated(unsafe) private var memory: UnsafeMutableRawBufferPointer?
nonisolated(unsafe) private var index: Index?

/// Makes room for the index of a site.
///
/// - Parameter length: The number of its bytes.
/// - Returns: Where they are to be written; `nil` where there is not so much memory.
@_expose(wasm, "indexRoom")
@c(core_indexRoom)
func exportedIndexRoom(_ length: Int) -> UnsafeMutableRawPointer? {
  unsafe index = nil
  unsafe memory?.deallocate()
  let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(8, length), alignment: 16)
  unsafe memory = UnsafeMutableRawBufferPointer(rebasing: room[..<max(0, length)])
  return room.baseAddress
}

/// Opens the index that was written into its room.
///
/// - Returns: 1, or 0 where the bytes are no index of this version.
@_expose(wasm, "indexOpen")
@c(core_indexOpen)
func exportedIndexOpen() -> Int {
  guard let memory = unsafe memory else { return 0 }
  let bytes = unsafe Bytes(UnsafeRawBufferPointer(memory)) {}
  unsafe index = try? Index(bytes, verification: .nothing)
  return unsafe index == nil ? 0 : 1
}

/// Answers a query; the request is what was typed.
///
/// - Parameters:
///   - count: The number of its bytes.
///   - limit: The most hits.
/// - Returns: The number of bytes of the result; see ``searchAnswer(to:in:limit:)``.
@_expose(wasm, "search")
@c(core_search)
func exportedSearch(_ count: Int, _ limit: Int) -> Int {
  guard let index = unsafe index else { return 0 }
  return Exchange.answer(searchAnswer(to: Exchange.bytes(count), in: index, limit: limit))
}
