extension Int {
  /// A number that an index states of its parts, cut to what has room there.
  ///
  /// `Int` has 32 bits in the browser: in an index of more than 268 MB, eight times the number of its bytes is no
  /// `Int` any more. Nothing is numbered beyond 2³¹.
  ///
  /// - Parameters:
  ///   - stated: What the index says.
  ///   - count: How many things there are, at least 0, of which each tells of as many as `each`.
  ///   - each: At least 1.
  @inline(__always)
  init(_ stated: UInt32, atMost count: Int, times each: Int = 1) {
    let room = UInt64(count) &* UInt64(each)
    self.init(truncatingIfNeeded: Swift.min(UInt64(stated), room, UInt64(Int32.max)))
  }
}
