internal import Foundation

/// What a search benchmark measures, in the order in which it is printed.
enum Figure: String, CaseIterable {
  /// How many documents were indexed.
  case documents = "docs"
  /// Their titles and texts, in 10⁶ bytes.
  case megabytes = "mb"
  /// From documents in memory to the index file, in seconds.
  case buildSeconds = "build_s"
  /// The processor time of the same span, user and system, in seconds.
  case processorSeconds = "cpu_s"
  /// The part of the building that reads Markdown, in seconds; only where that was asked for.
  case readSeconds = "read_s"
  /// The index file, in 10⁶ bytes.
  case size = "size_mb"
  /// The most memory while building, in MiB.
  case peakMemory = "rss_peak_mb"
  /// The same, less what was resident when the documents had been loaded.
  case memory = "rss_mb"
  /// Mapping, checking and opening the index, and the first answer, in milliseconds.
  case openMilliseconds = "open_ms"
  /// The median over queries of the time for the ten best, in microseconds.
  case medianMicroseconds = "med_us"
  /// The same: 95 of 100 queries take less.
  case tailMicroseconds = "p95_us"
  /// The same: the mean.
  case meanMicroseconds = "mean_us"
  /// A query for a word that occurs nowhere, in microseconds.
  case floorMicroseconds = "floor_us"
  /// The most memory of the process that answers, in MiB.
  case queryMemory = "q_rss_mb"
}

/// The figures of one benchmark.
struct Figures {
  private var values: [Figure: Double] = [:]

  subscript(figure: Figure) -> Double? {
    get { values[figure] }
    set { values[figure] = newValue }
  }

  /// The figures as one JSON object on one line.
  var json: String {
    let members = Figure.allCases.compactMap { figure in
      values[figure].map { value in
        let number = figure == .documents ? "\(Int(value))" : String(format: "%.3f", value)
        return "\"\(figure.rawValue)\": \(number)"
      }
    }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Takes over the figures that another process printed.
  ///
  /// - Returns: Whether they could be read.
  mutating func merge(json: Data) -> Bool {
    guard let read = try? JSONDecoder().decode([String: Double].self, from: json) else {
      return false
    }
    for figure in Figure.allCases {
      if let value = read[figure.rawValue] { values[figure] = value }
    }
    return true
  }
}
