import Foundation
import Memory
import Testing

@Suite struct SharedVectorTests {
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: vectors.path),
      "There is no ../shared/fsrs/vectors.json beside the checkout."))
  func schedulesAllVectorsAsTheReferenceDoes() throws {
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: vectors))
    let schedulers = try file.schedulers.mapValues { settings in
      try Scheduler(
        parameters: FSRSParameters(settings.parameters),
        desiredRetention: settings.desired_retention, learningSteps: settings.learning_steps,
        relearningSteps: settings.relearning_steps, maximumInterval: settings.maximum_interval)
    }
    for sequence in file.sequences {
      let scheduler = try #require(schedulers[sequence.scheduler])
      var state = MemoryState(due: 0)
      for review in sequence.reviews {
        let rating = try #require(Rating(rawValue: review.rating))
        state = scheduler.review(state, rating: rating, at: review.at)
        #expect(state.phase.rawValue == review.state)
        #expect(state.step == review.step)
        #expect(state.due == review.due)
        #expect(abs((state.stability ?? 0) / review.stability - 1) <= 1e-9)
        #expect(abs((state.difficulty ?? 0) / review.difficulty - 1) <= 1e-9)
      }
    }
  }

  // The names are those of the file.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  private struct File: Decodable {
    struct Settings: Decodable {
      var parameters: [Double]
      var desired_retention: Double
      var learning_steps: [Int]
      var relearning_steps: [Int]
      var maximum_interval: Int
    }

    struct Sequence: Decodable {
      var scheduler: String
      var reviews: [Review]
    }

    struct Review: Decodable {
      var rating: UInt8
      var at: Seconds
      var state: UInt8
      var step: Int?
      var stability: Double
      var difficulty: Double
      var due: Seconds
    }

    var schedulers: [String: Settings]
    var sequences: [Sequence]
  }
}

/// The folder beside the checkout, or the one that the environment names.
let sharedFolder =
  ProcessInfo.processInfo.environment["AWSNOTES_SHARED"].map { URL(filePath: $0) }
  ?? URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared")

private let vectors = sharedFolder.appending(path: "fsrs/vectors.json")
