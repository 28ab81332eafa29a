internal import Foundation
internal import Memory

/// Reviews with the states that another implementation of FSRS-6 gave them.
struct MemoryVectors: Decodable {
  var schedulers: [String: Settings]?
  var sequences: [Sequence]

  /// The settings of a scheduler; what is missing is as in the standard.
  struct Settings: Decodable {
    var parameters: [Double]?
    var desiredRetention: Double?
    var learningSteps: [Double]?
    var relearningSteps: [Double]?
    var maximumInterval: Double?
  }

  /// The reviews of one card, in order.
  struct Sequence: Decodable {
    var scheduler: String?
    var reviews: [Review]
  }

  /// A rating, and what it led to.
  struct Review: Decodable {
    var rating: UInt8
    var at: Double
    /// The probability of remembering just before the review.
    var r: Double?
    var state: UInt8
    var step: Int?
    var stability: Double?
    var difficulty: Double?
    var due: Double
  }

  /// Reads a file.
  init(path: String) throws(BenchmarkError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .file(path: path, reason: "cannot be read")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do { self = try decoder.decode(Self.self, from: data) } catch {
      throw .file(path: path, reason: "is no file of vectors: \(error)")
    }
    guard !sequences.isEmpty else { throw .empty(path: path, what: "sequences") }
  }

  /// The scheduler of a name; sequences without one use `default`.
  func scheduler(_ name: String?) throws(BenchmarkError) -> Scheduler {
    let name = name ?? "default"
    guard let settings = schedulers?[name] else {
      if name == "default" { return .standard }
      throw .failed("no scheduler \(name) among the vectors")
    }
    do throws(SchedulerError) { return try settings.scheduler() } catch {
      throw .failed("scheduler \(name): \(error)")
    }
  }
}

extension MemoryVectors.Settings {
  fileprivate func scheduler() throws(SchedulerError) -> Scheduler {
    let seconds = { (steps: [Double]) in steps.map { Int($0.rounded()) } }
    return try Scheduler(
      parameters: FSRSParameters(parameters ?? FSRSParameters.standard.values),
      desiredRetention: desiredRetention ?? 0.9,
      learningSteps: learningSteps.map(seconds) ?? Scheduler.standard.learningSteps,
      relearningSteps: relearningSteps.map(seconds) ?? Scheduler.standard.relearningSteps,
      maximumInterval: maximumInterval.map { Int($0) } ?? Scheduler.standard.maximumInterval)
  }
}
