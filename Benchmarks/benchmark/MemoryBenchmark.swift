internal import Foundation
internal import Memory

/// Compares the scheduler with vectors, review by review.
struct MemoryBenchmark {
  private let vectors: MemoryVectors

  /// How far stability, difficulty and retrievability may be away, as a part of themselves.
  private static let tolerance = 1e-9

  private var reviews = 0
  private var mismatches = 0
  private var greatestError = 0.0
  private var time = 0.0

  /// Reads what follows `benchmark memory`: a file of vectors.
  init(_ words: [String]) throws(BenchmarkError) {
    guard let path = words.first, words.count == 1 else {
      throw .usage("memory takes one file of vectors")
    }
    vectors = try MemoryVectors(path: path)
  }

  /// The counts as one JSON object on one line.
  mutating func json() throws(BenchmarkError) -> String {
    var schedulers: [String?: Scheduler] = [:]
    for sequence in vectors.sequences {
      if schedulers[sequence.scheduler] == nil {
        schedulers[sequence.scheduler] = try vectors.scheduler(sequence.scheduler)
      }
      compare(sequence.reviews, schedulers[sequence.scheduler] ?? .standard)
    }
    let error = String(format: "%.3g", greatestError)
    let speed = String(format: "%.3f", 1e6 * time / Double(max(1, reviews)))
    return """
      {"sequences": \(vectors.sequences.count), "reviews": \(reviews), \
      "mismatches": \(mismatches), "max_relative_error": \(error), "us_per_review": \(speed)}
      """
  }

  /// Counts the reviews of one card that lead elsewhere; each review begins where this scheduler led.
  private mutating func compare(_ reviews: [MemoryVectors.Review], _ scheduler: Scheduler) {
    var state = MemoryState(due: Seconds(reviews.first?.at ?? 0))
    for review in reviews {
      self.reviews += 1
      guard let rating = Rating(rawValue: review.rating) else {
        mismatches += 1
        continue
      }
      let at = Seconds(review.at)
      let recall = scheduler.retrievability(of: state, at: at)
      time += seconds { state = scheduler.review(state, rating: rating, at: at) }
      let isSame =
        state.phase.rawValue == review.state && state.step == review.step
        && state.due == Seconds(review.due.rounded(.down))
      let isNear = [
        isNear(state.stability, review.stability), isNear(state.difficulty, review.difficulty),
        review.r == nil || isNear(recall, review.r),
      ]
      if !isSame || isNear.contains(false) { mismatches += 1 }
    }
  }

  /// Whether a number is what it has to be, within the tolerance.
  private mutating func isNear(_ number: Double?, _ expected: Double?) -> Bool {
    guard let number, let expected else { return number == nil && expected == nil }
    guard number != expected else { return true }
    let error = abs(number - expected) / max(abs(expected), .leastNormalMagnitude)
    greatestError = max(greatestError, error)
    return error <= Self.tolerance
  }
}
