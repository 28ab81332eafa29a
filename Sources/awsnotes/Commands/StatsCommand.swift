import Cards
import KnowledgeBase
import Memory
import Quiz

extension Command {
  static let stats = Command(
    name: "stats",
    aliases: ["statistiques"],
    summary: Localized(fr: "montre où vous en êtes", en: "show where you stand"),
    discussion: Localized(
      fr: """
        Aujourd’hui, la série de jours, ce qui est retenu face à ce qui est visé, les trente jours à \
        venir, le calendrier de l’année, et la maîtrise par service et par catégorie.
        """,
      en: """
        Today, the streak of days, what is retained against what is aimed at, the thirty days to come, \
        the calendar of the year, and mastery by service and by category.
        """),
    options: [
      .format(["text", "json"]),
      CommandLineOption(
        "svg", value: .file,
        help: Localized(fr: "écrit le calendrier en image", en: "write the calendar as a picture")),
    ],
    examples: [
      Example(
        line: "awsnotes stats --svg calendrier.svg",
        help: Localized(fr: "Une image du calendrier.", en: "A picture of the calendar."))
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let statistics = try workspace.statistics()
      let today = QuizMaintenance.today
      let (output, language) = (workspace.console.output, workspace.console.language)
      if let file = arguments.text("svg") {
        let picture = CalendarPicture(statistics.calendar, until: today, language: language)
        do throws(KnowledgeBaseError) {
          try File.save(Array(picture.svg.utf8), to: file)
        } catch {
          throw Failure(error.message, status: .misuse)
        }
      }
      if arguments.text("format") == "json" {
        output.writeRaw(StatisticsReport.json(statistics, from: today).text + "\n")
      } else {
        let report = StatisticsReport(
          statistics: statistics, today: today, language: language,
          width: output.terminal.layoutWidth)
        output.writeLines(report.lines)
      }
      return .success
    })
}

extension Workspace {
  /// What the log says of the cards there are.
  fileprivate func statistics() throws(Failure) -> Statistics {
    let cards = try deck().cards
    let planner = try planner()
    let history = try readingReviewLog { log throws(ReviewLogError) in try log.history() }
    let now = Clock.seconds
    var due: [String: Int] = [:]
    var recall: [String: Double] = [:]
    var predicted: [String: Double] = [:]
    for (card, events) in history.reviews {
      var record = CardRecord()
      for event in events {
        let time = Seconds(event.time / 1000)
        if let memory = record.memory, memory.phase == .review {
          predicted[event.id] = planner.retrievability(of: memory, at: time)
        }
        record.add(event.rating, at: time, to: card, by: planner)
      }
      guard let memory = record.memory else { continue }
      due[card] = Int(memory.due)
      if memory.phase == .review { recall[card] = planner.retrievability(of: memory, at: now) }
    }
    return Statistics(
      events: history.inOrder,
      .init(
        cards: cards, now: Int(now),
        calendar: planner.calendar, due: due,
        desiredRetention: settings.quiz.desiredRetention, predicted: { predicted[$0.id] },
        recall: { recall[$0] }))
  }
}
