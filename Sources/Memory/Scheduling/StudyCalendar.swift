/// The days of a learner: they begin at four in the morning where the learner is, so that an evening
/// that lasts past midnight is one day.
public struct StudyCalendar: Sendable {
  /// When a day begins, in seconds after midnight.
  public var cutoff: Seconds

  /// How many seconds local time is ahead of UTC at an instant in seconds since 1970.
  ///
  /// It is asked for each instant, so that days in which clocks are changed have 23 or 25 hours.
  public var offset: @Sendable (_ instant: Seconds) -> Seconds

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - cutoff: In seconds after midnight; four hours.
  ///   - offset: Seconds ahead of UTC at an instant.
  public init(
    cutoff: Seconds = 4 * 3600, offset: @escaping @Sendable (_ instant: Seconds) -> Seconds
  ) {
    self.cutoff = cutoff
    self.offset = offset
  }

  /// The number of the day that an instant belongs to; it is 0 for the first of January 1970.
  public func day(of instant: Seconds) -> Int {
    Int((instant + offset(instant) - cutoff).flooredQuotient(by: 86400))
  }

  /// When a day begins, in seconds since 1970.
  public func start(of day: Int) -> Seconds {
    let local = Seconds(day) &* 86400 + cutoff
    // The offset is that of the result; it is nearly always found in the first round.
    let first = local - offset(local - offset(local))
    let second = local - offset(first)
    return self.day(of: second) < day ? first : second
  }
}
