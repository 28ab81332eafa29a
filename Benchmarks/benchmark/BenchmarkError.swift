/// Why nothing can be measured: what is wrong, where, and the way out.
enum BenchmarkError: Error {
  /// The command line says something that is not understood.
  case usage(String)
  /// A file cannot be read or written; the system's reason.
  case file(path: String, reason: String)
  /// A line of a data file is not what it has to be.
  case line(path: String, number: Int, problem: String)
  /// A data file holds nothing to measure with.
  case empty(path: String, what: String)
  /// What is asked for cannot be done; why.
  case failed(String)

  /// The error as it is shown to a person.
  var message: String {
    switch self {
    case .usage(let problem): "\(problem); see `benchmark help`"
    case .file(let path, let reason): "\(path): \(reason)"
    case .line(let path, let number, let problem): "\(path):\(number): \(problem)"
    case .empty(let path, let what): "\(path): no \(what) in this file"
    case .failed(let reason): reason
    }
  }
}
