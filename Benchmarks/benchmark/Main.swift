internal import Foundation

/// Measures the parts of this project that have to be fast.
@main
struct Main {
  static func main() {
    do throws(BenchmarkError) {
      print(try output(of: Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("benchmark: \(error.message)\n".utf8))
      exit(2)
    }
  }

  private static func output(of words: [String]) throws(BenchmarkError) -> String {
    let rest = Array(words.dropFirst())
    switch words.first {
    case "search": return try SearchBenchmark(rest).figures().json
    case "pieces": return try PieceBenchmark(rest).json()
    case "memory":
      var memory = try MemoryBenchmark(rest)
      return try memory.json()
    case "log": return try LogBenchmark(rest).json()
    case "torture-log": return try LogTorture(rest).output()
    case "help", "--help", "-h": return usage
    case let command?: throw .usage("unknown command \(command)")
    case nil: throw .usage("a command is missing")
    }
  }

  private static let usage = """
    benchmark search --documents FILE --queries FILE [options]
        Indexes documents, answers queries, prints one JSON object.
        FILE of documents: one {"id", "title", "text"} a line.
        FILE of queries: one {"id", "text"} or id TAB text a line.
      --index DIR     keep the index in DIR/search.index
      --skip-build    take the index that --index DIR holds; no documents are read
      --run FILE      write the 100 best documents of each query, as TREC tools read them
      --markdown      read each text as a note in Markdown, and rank its sections
      --threads N     build with N threads (1)
      --repeat N      time each query N times (5)
      --cpu N         stay on this processor
    benchmark pieces --documents FILE [options]
        Times the parts of indexing and searching, prints one JSON object.
      --index DIR     take the index that DIR holds instead of building one
      --repeat N      time each part N times (5)
      --cpu N         stay on this processor
    benchmark memory FILE
        Schedules the reviews of FILE, compares with the states in it, prints one JSON object.
        FILE: {"schedulers": {NAME: {"parameters", "desired_retention", "learning_steps", …}},
        "sequences": [{"scheduler", "reviews": [{"rating", "at", "state", "step", …}]}]}, as
        py-fsrs computes them without fuzz.
    benchmark log [options]
        Times reading the review log and committing answers, prints one JSON object.
      --folder DIR    where the log is made and removed again (a temporary folder)
      --cards N       cards (10000)
      --reviews N     answers that are there already (100000)
      --commits N     answers that are timed (1000)
    benchmark torture-log --log FILE [--write]
        Writes answers until it is killed, or prints the ids of all; for Tests/torture-log.
    """
}
