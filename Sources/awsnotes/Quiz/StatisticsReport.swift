import Cards

/// The statistics as lines of text.
struct StatisticsReport {
  let statistics: Statistics
  let today: Day
  let language: Language
  let width: Int

  var lines: [StyledText] {
    todayLines + [""] + forecastLines + [""] + calendarLines
      + mastery(Localized(fr: "Par catégorie", en: "By category"), statistics.categories)
      + mastery(Localized(fr: "Par service", en: "By service"), statistics.services)
  }

  private func text(_ text: Localized, _ style: Style = .plain) -> StyledText {
    StyledText(text.in(language), style)
  }

  // MARK: Today

  private var todayLines: [StyledText] {
    let (now, streak) = (statistics.today, statistics.streak)
    let time = QuizText.interval(Int64(max(60, now.duration / 1000)))
    let forgotten = Self.percent(now.forgottenShare)
    var lines = [
      text(Localized(fr: "Aujourd’hui", en: "Today"), .bold),
      now.answers == 0
        ? text(Localized(fr: "Pas encore de révision.", en: "No review yet."))
        : text(
          Localized(
            fr: """
              \(now.answers) réponse\(Self.plural(now.answers)) en \(time.french), sur \(now.cards) \
              carte\(Self.plural(now.cards))\u{A0}; \(forgotten) à revoir
              """,
            en: """
              \(now.answers) answer\(Self.plural(now.answers)) in \(time.english), on \(now.cards) \
              card\(Self.plural(now.cards)); \(forgotten) to see again
              """)),
      text(
        Localized(
          fr:
            "Série\u{A0}: \(streak.current) jour\(Self.plural(streak.current))\u{A0}; la plus longue\u{A0}: \(streak.longest)",
          en:
            "Streak: \(streak.current) day\(Self.plural(streak.current)); longest: \(streak.longest)"
        )),
    ]
    let retention = statistics.retention
    if let actual = retention.actual, let predicted = retention.predicted {
      lines.append(
        text(
          Localized(
            fr: """
              Rétention\u{A0}: \(Self.percent(actual)) sur \(retention.asked) révisions\u{A0}; visée \
              \(Self.percent(retention.desired)), prévue \(Self.percent(predicted))
              """,
            en: """
              Retention: \(Self.percent(actual)) of \(retention.asked) reviews; aimed at \
              \(Self.percent(retention.desired)), predicted \(Self.percent(predicted))
              """)))
    }
    return lines.flatMap { $0.wrapped(to: width) }
  }

  static func plural(_ count: Int) -> String { count > 1 ? "s" : "" }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }

  // MARK: To come, and past

  private static let heights = Array("▁▂▃▄▅▆▇█")

  private var forecastLines: [StyledText] {
    let most = max(1, statistics.forecast.max() ?? 1)
    let bars = statistics.forecast.map { count in
      count == 0 ? "·" : String(Self.heights[min(7, (count * 8 - 1) / most)])
    }
    let sum = statistics.forecast.reduce(0, +)
    return [
      text(Localized(fr: "Les 30 jours à venir", en: "The next 30 days"), .bold)
        + text(
          Localized(
            fr: " · \(sum) carte\(Self.plural(sum)) à revoir, au plus \(most) un jour",
            en: " · \(sum) card\(Self.plural(sum)) to review, at most \(most) a day"), .dim),
      StyledText(bars.joined()),
    ]
  }

  /// The past weeks as columns, a day a line; the sign says how much, not the colour.
  private var calendarLines: [StyledText] {
    let weeks = max(4, min(52, (width - 4) / 2))
    let most = max(1, statistics.calendar.values.max() ?? 1)
    let names =
      language == .french ? ["L", "", "M", "", "V", "", "D"] : ["M", "", "W", "", "F", "", "S"]
    var lines = [
      text(Localized(fr: "Les \(weeks) dernières semaines", en: "The last \(weeks) weeks"), .bold)
    ]
    let monday = today.number - today.weekday
    for weekday in 0..<7 {
      var row = names[weekday].isEmpty ? "   " : names[weekday] + "  "
      for week in (0..<weeks).reversed() {
        let day = Day(monday - 7 * week + weekday)
        guard day.number <= today.number else { continue }
        let count = statistics.calendar[day] ?? 0
        let level = count == 0 ? 0 : min(4, 1 + (count * 4 - 1) / most)
        row += ["·", "░", "▒", "▓", "█"][level] + " "
      }
      lines.append(StyledText(row).truncated(to: width))
    }
    return lines
  }

  // MARK: Mastery

  private func mastery(_ title: Localized, _ rows: [Statistics.Mastery]) -> [StyledText] {
    let rows = rows.filter { !$0.name.isEmpty }
    guard !rows.isEmpty else { return [] }
    let column = min(width / 3, rows.map { displayWidth(of: $0.name) }.max() ?? 0)
    let bar = max(8, min(30, width - column - 20))
    return ["", text(title, .bold)]
      + rows.map { row in
        let name = StyledText(row.name).truncated(to: column)
        let filled = min(bar, Int((row.share * Double(bar)).rounded()))
        return name + .spaces(column - name.width + 2)
          + StyledText(String(repeating: "━", count: filled), .hit)
          + StyledText(String(repeating: "─", count: bar - filled), .dim)
          + StyledText("  \(row.known)\u{A0}/\u{A0}\(row.cards)", .dim)
      }
  }

  // MARK: JSON

  static func json(_ statistics: Statistics, from today: Day) -> JSON {
    let mastery = { (rows: [Statistics.Mastery]) -> JSON in
      .array(
        rows.map {
          .object([
            ("name", .string($0.name)), ("cards", .integer($0.cards)),
            ("known", .integer($0.known)), ("mastery", .number(Float($0.share))),
          ])
        })
    }
    let (now, retention) = (statistics.today, statistics.retention)
    return .object([
      (
        "today",
        .object([
          ("day", .string(today.iso)), ("answers", .integer(now.answers)),
          ("cards", .integer(now.cards)), ("milliseconds", .integer(now.duration)),
          ("again", .integer(now.forgotten)),
        ])
      ),
      (
        "streak",
        .object([
          ("current", .integer(statistics.streak.current)),
          ("longest", .integer(statistics.streak.longest)),
        ])
      ),
      (
        "retention",
        .object([
          ("reviews", .integer(retention.asked)), ("remembered", .integer(retention.remembered)),
          ("predicted", .number(Float(retention.expected))),
          ("desired", .number(Float(retention.desired))),
        ])
      ),
      ("forecast", .array(statistics.forecast.map { .integer($0) })),
      (
        "calendar",
        .object(
          statistics.calendar.sorted { $0.key < $1.key }.map { ($0.key.iso, .integer($0.value)) })
      ),
      ("categories", mastery(statistics.categories)), ("services", mastery(statistics.services)),
    ])
  }
}
