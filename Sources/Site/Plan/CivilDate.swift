/// A day of the Gregorian calendar, in universal time.
struct CivilDate: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a moment.
  ///
  /// Days are counted in eras of 400 years that begin in March, as in Howard Hinnant, "chrono-Compatible Low-Level
  /// Date Algorithms" (2013).
  ///
  /// - Parameter seconds: Seconds since 1970.
  init(secondsSince1970 seconds: Int) {
    let days = Self.floorDivided(seconds, by: 86_400) + 719_468
    let era = Self.floorDivided(days, by: 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  private static func floorDivided(_ number: Int, by divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }

  /// `2026-11-03`.
  var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// `3 novembre 2026`, `1er mai 2026`, `3 November 2026`.
  func text(in language: SiteLanguage) -> String {
    let months = language == .french ? Self.frenchMonths : Self.englishMonths
    let day = language == .french && self.day == 1 ? "1er" : String(self.day)
    return "\(day)\u{A0}\(months[month - 1]) \(year)"
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
