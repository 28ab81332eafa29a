import Cards

/// A year of reviews as a picture: a square a day, a column a week.
struct CalendarPicture {
  private let counts: [Day: Int]
  private let today: Day
  private let language: Language

  init(_ counts: [Day: Int], until today: Day, language: Language) {
    self.counts = counts
    self.today = today
    self.language = language
  }

  private static let weeks = 53
  private static let step = 14
  // From pale to full; each is told by its title, too.
  private static let fills = ["#ebedf0", "#d3c0e8", "#b18ad9", "#8f55c9", "#5f2a99"]

  /// The picture (SVG 1.1), which draws nothing from elsewhere.
  var svg: String {
    let most = max(1, counts.values.max() ?? 1)
    let monday = today.number - today.weekday - 7 * (Self.weeks - 1)
    var squares = ""
    for number in monday...today.number {
      let day = Day(number)
      let count = counts[day] ?? 0
      let level = count == 0 ? 0 : min(4, 1 + (count * 4 - 1) / most)
      let x = 4 + (number - monday) / 7 * Self.step
      let y = 4 + (number - monday) % 7 * Self.step
      let title = Localized(
        fr: "\(day.iso)\u{A0}: \(count) révision\(StatisticsReport.plural(count))",
        en: "\(day.iso): \(count) review\(StatisticsReport.plural(count))"
      ).in(language)
      squares += """
        <rect x="\(x)" y="\(y)" width="11" height="11" rx="2" fill="\(Self.fills[level])">\
        <title>\(title)</title></rect>

        """
    }
    let width = 8 + Self.weeks * Self.step
    let height = 8 + 7 * Self.step
    let name = Localized(fr: "Révisions par jour", en: "Reviews a day").in(language)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-label="\(name)">
      <title>\(name)</title>
      \(squares)</svg>

      """
  }
}
