internal import Cards
internal import Foundation
internal import Memory

/// The two halves of `Tests/torture-log`: a writer that is killed, and a reader that says what is left.
struct LogTorture {
  private let path: String
  private let writes: Bool

  /// Reads what follows `benchmark torture-log`.
  init(_ words: [String]) throws(BenchmarkError) {
    let arguments = try Arguments(words, options: ["--log"], flags: ["--write"])
    path = try arguments.required("--log")
    writes = arguments.has("--write")
  }

  /// Writes answers until it is killed, telling each one's id when it is on the disk; or tells all ids.
  func output() throws(BenchmarkError) -> String {
    do throws(ReviewLogError) {
      let log = try ReviewLog(path: path)
      if writes { try write(log) }
      return try log.contents().reviews.map(\.id).joined(separator: "\n")
    } catch {
      throw .failed("\(path): \(error)")
    }
  }

  private func write(_ log: ReviewLog) throws(ReviewLogError) -> Never {
    var last: ReviewEvent?
    for number in 0... {
      if let undone = last, number % 10 == 9 {
        tell(try log.undo(undone, time: number).id)
      }
      let event = ReviewEvent(
        id: EventID.random(), kind: .review, card: "carte \(number % 100)", time: number,
        rating: .good, duration: 1)
      try log.append(event)
      tell(event.id)
      last = event
      if number % 50 == 49 { _ = try log.copy(on: Day(Int.random(in: 20_000..<29_000))) }
    }
    fatalError("the numbers have no end")
  }

  private func tell(_ id: String) { FileHandle.standardOutput.write(Data((id + "\n").utf8)) }
}
