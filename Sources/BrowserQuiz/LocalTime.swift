internal import Memory

#if arch(wasm32)
  /// How many seconds local time is ahead of UTC; the page tells it.
  @_extern(wasm, module: "page", name: "offset")
  @_extern(c, "page_offset")
  private func pageOffset(_ instant: Double) -> Double

  @Sendable
  func localOffset(_ instant: Seconds) -> Seconds { whole(pageOffset(Double(instant))) }
#else
  /// There is no page to ask: everyone lives in Greenwich.
  @Sendable
  func localOffset(_ instant: Seconds) -> Seconds { 0 }
#endif
