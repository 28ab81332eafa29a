import Memory
import Testing

@testable import Cards
@testable import Quiz

/// Histories that are replayed once.
@Suite struct ReplayTests {
  private typealias Answer = AnswerHistory.Answer

  private let answers: [AnswerHistory.Answer] = [
    .init(rating: .good, time: 1_700_000_000_000), .init(rating: .again, time: 1_700_000_600_000),
    .init(rating: .good, time: 1_700_001_200_000), .init(rating: .easy, time: 1_700_200_000_000),
    .init(rating: .again, time: 1_701_200_000_000),
  ]

  private func replayed(_ count: Int, _ planner: Planner = planner) -> CardRecord {
    var record = CardRecord()
    for answer in answers.prefix(count) {
      record.add(answer.rating, at: Seconds(answer.time / 1000), to: "vpc", by: planner)
    }
    return record
  }

  @Test(arguments: 0...5) func giveTheSameRecordAgain(count: Int) {
    var first = Replays(planner)
    #expect(first.record(answers.prefix(count), of: "vpc") == replayed(count))
    #expect(first.replayed == count)
    var second = Replays(planner, kept: first.bytes)
    #expect(second.record(answers.prefix(count), of: "vpc") == replayed(count))
    #expect(second.replayed == 0)
  }

  @Test func areDoneAnewForAnAnswerMoreAndForAnotherCard() {
    var first = Replays(planner)
    _ = first.record(answers.prefix(4), of: "vpc")
    var second = Replays(planner, kept: first.bytes)
    #expect(second.record(answers[...], of: "vpc") == replayed(5))
    #expect(second.replayed == 5)
    _ = second.record(answers.prefix(4), of: "ec2")
    #expect(second.replayed == 9)
  }

  @Test func areDoneAnewByAnotherPlanner() throws {
    var first = Replays(planner)
    _ = first.record(answers[...], of: "vpc")
    var moved = planner
    moved.calendar = StudyCalendar(offset: { _ in 3600 })
    var summer = planner
    summer.calendar = StudyCalendar(offset: { $0 > 1_700_000_000 ? 7200 : 0 })
    var spread = planner
    spread.isFuzzed = true
    var strict = planner
    strict.scheduler = try Scheduler(parameters: .standard, desiredRetention: 0.95)
    for other in [moved, summer, spread, strict] {
      var replays = Replays(other, kept: first.bytes)
      #expect(replays.record(answers[...], of: "vpc") == replayed(5, other))
      #expect(replays.replayed == 5)
    }
  }

  @Test func takeBytesThatAreNoneForNothing() {
    var replays = Replays(planner)
    _ = replays.record(answers[...], of: "vpc")
    var other = Replays(planner, kept: Array(replays.bytes.dropLast()))
    #expect(other.record(answers[...], of: "vpc") == replayed(5))
    #expect(other.replayed == 5)
  }
}
