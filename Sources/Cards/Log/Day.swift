public import Memory

/// A day as a learner counts them: a number since 1 January 1970.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public var number: Int

  /// The day of a number.
  public init(_ number: Int) { self.number = number }

  /// Whether one day is before another.
  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  /// The day some days later.
  public static func + (day: Day, days: Int) -> Day { Day(day.number + days) }

  /// How many days lie between.
  public static func - (day: Day, other: Day) -> Int { day.number - other.number }

  /// The place in the week: 0 is Monday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }
}

// MARK: - Dates

extension Day {
  /// The date as ISO 8601 has it: `2026-11-21`.
  public var iso: String {
    let (year, month, day) = date
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  /// Reads a date as ``iso`` writes it; `nil` if the text is none.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard iso == text else { return nil }
  }

  /// The day of a date of the Gregorian calendar.
  public init(year: Int, month: Int, day: Int) {
    // Years begin in March here, so that the leap day is the last one.
    let year = month < 3 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of the Gregorian calendar.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * dayOfYear + 2) / 153
    let month = place < 10 ? place + 3 : place - 9
    return (
      yearOfEra + era * 400 + (month < 3 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1
    )
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

// MARK: - Where days begin

extension StudyCalendar {
  /// The day of a moment, in seconds since 1970 in UTC.
  public func day(_ second: Int) -> Day { Day(day(of: Seconds(second))) }

  /// The day of a moment, in milliseconds since 1970 in UTC.
  public func day(milliseconds: Int) -> Day { day(milliseconds.floored(by: 1000)) }
}

extension Int {
  /// The quotient, rounded down.
  func floored(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}
