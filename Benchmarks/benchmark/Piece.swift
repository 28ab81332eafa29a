/// A part of indexing or searching that is timed by itself.
struct Piece {
  /// The name under which it is printed.
  let name: String
  /// What its figure means.
  let unit: Unit
  /// Does the work once and says how much it was, in what the unit counts.
  let body: () -> Double
}

extension Piece {
  /// What a figure means.
  struct Unit: Sendable {
    /// The name that is printed.
    let name: String
    /// The figure of an amount of work that took some seconds.
    let figure: @Sendable (_ amount: Double, _ seconds: Double) -> Double

    /// 10⁶ bytes a second; the amount is bytes.
    static let megabytes = Unit(name: "MB/s") { $0 / 1e6 / $1 }

    /// Microseconds for each of what the amount counts.
    static let microseconds = Unit(name: "µs") { $1 * 1e6 / $0 }

    /// How many a second of what the amount counts.
    static func perSecond(_ things: String) -> Unit { Unit(name: "\(things)/s") { $0 / $1 } }
  }
}

extension Piece {
  /// The median figure of some runs, after one that is not counted.
  func median(of repeats: Int) -> Double {
    _ = body()
    return benchmark.median(
      (0..<repeats).map { _ in
        var amount = 0.0
        let time = seconds { amount = body() }
        return unit.figure(amount, time)
      })
  }
}
