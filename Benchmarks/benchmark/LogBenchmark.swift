internal import Cards
internal import Foundation
internal import Memory

/// Times the review log: reading all of it, and waiting for an answer to be on the disk.
struct LogBenchmark {
  private let folder: String
  private let cards: Int
  private let reviews: Int
  private let commits: Int

  /// Reads what follows `benchmark log`.
  init(_ words: [String]) throws(BenchmarkError) {
    let arguments = try Arguments(
      words, options: ["--folder", "--cards", "--reviews", "--commits"], flags: [])
    folder =
      arguments["--folder"]
      ?? FileManager.default.temporaryDirectory.path + "/benchmark-log-" + EventID.random()
    cards = try arguments.number("--cards", atLeast: 1) ?? 10_000
    reviews = try arguments.number("--reviews", atLeast: 1) ?? 100_000
    commits = try arguments.number("--commits", atLeast: 1) ?? 1000
  }

  /// The figures as one JSON object on one line.
  func json() throws(BenchmarkError) -> String {
    let path = folder + "/revues.sqlite"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .failed("\(path): there is a log already; give another --folder")
    }
    defer { removeLog(path) }
    do throws(ReviewLogError) {
      try fill(path)
      return line(try figures(path))
    } catch {
      throw .failed("the log cannot be used: \(error)")
    }
  }

  private func fill(_ path: String) throws(ReviewLogError) {
    let rows = (0..<reviews).map { review($0, time: $0 * 60_000) }
    try ReviewLog(path: path).merge(LogContents(reviews: rows))
  }

  private func figures(_ path: String) throws(ReviewLogError) -> [(String, Double)] {
    var loads: [Double] = []
    for _ in 0..<5 {
      // What was read is given back only when the time has been taken: a quiz keeps it.
      var history: ReviewHistory?
      loads.append(
        try seconds { () throws(ReviewLogError) in
          history = try ReviewLog(path: path).history()
        })
      extendLifetime(history)
    }
    let log = try ReviewLog(path: path)
    var waits: [Double] = []
    for number in 0..<commits {
      let event = review(number, time: (reviews + number) * 60_000)
      waits.append(try seconds { () throws(ReviewLogError) in try log.append(event) })
    }
    let copy = try seconds { () throws(ReviewLogError) in try log.copy(on: Day(20_000)) }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return [
      ("cards", Double(cards)), ("reviews", Double(reviews)), ("load_ms", median(loads) * 1e3),
      ("commit_p50_us", median(waits) * 1e6), ("commit_p99_us", quantile(0.99, of: waits) * 1e6),
      ("copy_ms", copy * 1e3), ("size_mb", Double((size ?? nil) ?? 0) / 1e6),
    ]
  }

  private func line(_ figures: [(String, Double)]) -> String {
    let members = figures.map { name, value in
      "\"\(name)\": " + (value == value.rounded() ? "\(Int(value))" : String(format: "%.3f", value))
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private func review(_ number: Int, time: Int) -> ReviewEvent {
    // A multiplier without common factors with most numbers: cards come in no order.
    let card = number &* 7919 % cards
    let name = "service-\(card % 35).md#bold-term:terme \(card):forward"
    return ReviewEvent(
      id: EventID.random(), kind: .review, card: name, time: 1_700_000_000_000 + time,
      rating: number % 7 == 0 ? .again : .good, duration: 4000 + number % 900)
  }

  /// Removes what was measured with, and the folder where nothing else is in it.
  private func removeLog(_ path: String) {
    for name in ["/revues.sqlite", "/revues.sqlite-wal", "/revues.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: folder + name)
    }
    try? FileManager.default.removeItem(atPath: folder + "/copies/revues-\(Day(20_000).iso).sqlite")
    for name in ["/copies", ""] { unsafe rmdir(folder + name) }
  }
}
