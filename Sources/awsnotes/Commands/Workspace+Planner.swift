import KnowledgeBase
import Memory
import Quiz

extension Workspace {
  /// What decides when cards return: the settings' numbers and this machine's clock.
  func planner() throws(Failure) -> Planner {
    do {
      let numbers = settings.quiz.parameters
      let scheduler = try Scheduler(
        parameters: numbers.map { values throws(SchedulerError) in try FSRSParameters(values) }
          ?? .standard,
        desiredRetention: settings.quiz.desiredRetention)
      return Planner(
        scheduler: scheduler, calendar: StudyCalendar(offset: Clock.offset), isFuzzed: true)
    } catch {
      let place = "\(settings.path ?? Settings.fileName):\(settings.quiz.parametersLine): "
      throw Failure(Localized(both: place) + error.message, status: .misuse)
    }
  }
}

extension SchedulerError {
  /// What is wrong with the numbers of the settings.
  var message: Localized {
    switch self {
    case .parameter(let index, let value, let bounds):
      Localized(
        fr: """
          le nombre \(index + 1) de «\u{A0}parametres\u{A0}» (\(value)) doit être de \(bounds.lowerBound) à \
          \(bounds.upperBound)
          """,
        en: """
          number \(index + 1) of “parameters” (\(value)) has to be from \(bounds.lowerBound) to \
          \(bounds.upperBound)
          """)
    default:
      Localized(
        fr: "«\u{A0}quiz\u{A0}» a un nombre hors de ses bornes",
        en: "“quiz” has a number out of its range")
    }
  }
}
