import Memory
import Testing

@testable import Cards

@Suite struct LogDayTests {
  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"),
    (20_778, "2026-11-21"), (-719_162, "0001-01-01"), (47_540, "2100-02-28"),
    (47_541, "2100-03-01"),
  ])
  func writesAndReadsDates(number: Int, iso: String) {
    #expect(Day(number).iso == iso)
    #expect(Day(iso: iso) == Day(number))
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01x", "", "+026-01-01",
  ])
  func refusesWhatIsNoDate(text: String) { #expect(Day(iso: text) == nil) }

  @Test func knowsTheWeekday() {
    #expect(Day(iso: "2026-11-21")?.weekday == 5)
    #expect(Day(-1).weekday == 2)
  }

  /// Paris: summer time until 25 October 2026, 01:00 UTC.
  static let paris = StudyCalendar { $0 < 1_792_890_000 ? 7200 : 3600 }

  @Test(arguments: [
    // Local time, UTC, day.
    ("25 Oct 03:59 summer would be, 02:59 winter", 1_792_893_540, "2026-10-24"),
    ("25 Oct 01:59 summer", 1_792_886_340, "2026-10-24"),
    ("25 Oct 04:00 winter", 1_792_897_200, "2026-10-25"),
    ("24 Oct 03:59 summer", 1_792_807_140, "2026-10-23"),
    ("24 Oct 04:00 summer", 1_792_807_200, "2026-10-24"),
    ("26 Oct 03:59 winter", 1_792_983_540, "2026-10-25"),
  ])
  func beginsDaysAtFourAlsoWhenClocksChange(what: String, second: Int, day: String) {
    #expect(Self.paris.day(second).iso == day, "\(what)")
    #expect(Self.paris.day(milliseconds: second * 1000 + 999).iso == day, "\(what)")
  }
}
