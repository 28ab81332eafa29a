import Glibc

/// A bar that shows how far work has come, on a terminal that can redraw a line.
///
///     ━━━━━━────  7 / 12
struct ProgressBar: ~Copyable {
  private let output: OutputWriter
  private let total: Int
  private let now: () -> UInt64

  /// When the bar was last drawn, in nanoseconds.
  private var lastDrawn: UInt64?

  /// The shortest time between two drawings: 50 ms, in nanoseconds.
  private static let interval: UInt64 = 50_000_000

  /// Creates a bar, which shows with the first update.
  ///
  /// - Parameters:
  ///   - total: The number of steps.
  ///   - output: Where to draw; nothing is drawn where a line cannot be redrawn.
  ///   - now: The time in nanoseconds, from any beginning.
  init(total: Int, output: OutputWriter, now: @escaping () -> UInt64 = monotonicTime) {
    self.total = total
    self.output = output
    self.now = now
  }

  deinit {
    if lastDrawn == nil { return }
    output.writeRaw("\r\u{1B}[K")
    output.flush()
  }

  /// Notes how many steps are done; the bar goes away with the end of its life.
  mutating func update(_ done: Int) {
    guard output.terminal.canRedraw else { return }
    let time = now()
    if let lastDrawn, time < lastDrawn + Self.interval { return }
    lastDrawn = time
    output.writeRaw("\r")
    output.write(progress(done, of: total).truncated(to: output.terminal.width - 1))
    output.writeRaw("\u{1B}[K")
    output.flush()
  }
}

/// Draws how many of some steps are done: `━━━━━━────  7 / 12`.
///
/// - Parameters:
///   - done: The number of steps done.
///   - total: The number of all steps.
///   - cells: The length of the bar, in columns.
/// - Returns: The bar and the two numbers.
func progress(_ done: Int, of total: Int, cells: Int = 20) -> StyledText {
  let done = min(max(done, 0), max(total, 0))
  let filled = total > 0 ? cells * done / total : cells
  return StyledText(String(repeating: "━", count: filled), Style(color: .accent))
    + StyledText(String(repeating: "─", count: cells - filled), .dim)
    + StyledText("  \(done) / \(total)")
}

/// The time of a clock that never goes back, in nanoseconds.
private func monotonicTime() -> UInt64 {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
