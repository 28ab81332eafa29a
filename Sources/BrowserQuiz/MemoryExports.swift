internal import BrowserCore
internal import Memory

nonisolated(unsafe) private var planner = Planner(
  scheduler: .standard, calendar: StudyCalendar(offset: localOffset))

/// Sets what decides when cards return; the request is a ``PlannerRecord`` of so many numbers.
///
/// - Returns: 1, or 0 where a number is out of its bounds.
@_expose(wasm, "plan")
@c(core_plan)
func exportedPlan(_ count: Int) -> Int {
  guard let read = PlannerRecord.planner(Exchange.numbers(count), offset: localOffset) else {
    return 0
  }
  unsafe planner = read
  return 1
}

/// Replays the answers to a card: the request holds for each its rating and its time, then the card's id.
///
/// - Parameters:
///   - events: The number of answers.
///   - id: The number of bytes of the id.
/// - Returns: The number of numbers of the result: a ``StateRecord``.
@_expose(wasm, "replay")
@c(core_replay)
func exportedReplay(_ events: Int, _ id: Int) -> Int {
  let numbers = Exchange.numbers(2 * events)
  let card = Array(Exchange.bytes(16 * events + id).dropFirst(16 * events))
  var history: [(rating: Rating, time: Seconds)] = []
  for event in 0..<(numbers.count / 2) {
    let rating = Rating(rawValue: UInt8(clamping: whole(numbers[2 * event])))
    history.append((rating ?? .again, whole(numbers[2 * event + 1])))
  }
  var result: [Double] = []
  let due = history.first?.time ?? 0
  let state = unsafe planner.replay(history, card: card.span, due: due)
  StateRecord.append(state, to: &result)
  if history.isEmpty { result[0] = 0 }
  return Exchange.answer(result)
}

/// Tells what each rating would make of a card's memory: the request is a ``StateRecord``, then the card's id.
///
/// - Parameters:
///   - time: When the card is answered, in seconds since 1970.
///   - id: The number of bytes of the id.
/// - Returns: The number of numbers of the result: four records, for again, hard, good, easy.
@_expose(wasm, "preview")
@c(core_preview)
func exportedPreview(_ time: Double, _ id: Int) -> Int {
  let size = 8 * StateRecord.size
  let card = Array(Exchange.bytes(size + id).dropFirst(size))
  let state = StateRecord.state(Exchange.numbers(StateRecord.size)[...], due: whole(time))
  let outcomes = unsafe planner.preview(of: state, at: whole(time), card: card.span)
  var result: [Double] = []
  for rating in Rating.allCases { StateRecord.append(outcomes[rating], to: &result) }
  return Exchange.answer(result)
}

/// The probability that a card is remembered; the request is a ``StateRecord``.
@_expose(wasm, "retrievability")
@c(core_retrievability)
func exportedRetrievability(_ time: Double) -> Double {
  let state = StateRecord.state(Exchange.numbers(StateRecord.size)[...], due: whole(time))
  return unsafe planner.retrievability(of: state, at: whole(time))
}

/// The number of the learner's day at an instant, in days since 1970.
@_expose(wasm, "day")
@c(core_day)
func exportedDay(_ time: Double) -> Int { unsafe planner.calendar.day(of: whole(time)) }

/// When a day of the learner begins, in seconds since 1970.
@_expose(wasm, "dayStart")
@c(core_dayStart)
func exportedDayStart(_ day: Int) -> Double { unsafe Double(planner.calendar.start(of: day)) }
