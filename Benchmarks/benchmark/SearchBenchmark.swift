internal import Foundation

/// Builds an index, then answers queries in a fresh process whose memory and caches are its own.
struct SearchBenchmark {
  private let arguments: Arguments
  private let queries: String
  private let threads: Int
  private let repeats: Int
  private let processor: Int?

  /// Reads what follows `benchmark search`.
  init(_ words: [String]) throws(BenchmarkError) {
    arguments = try Arguments(
      words,
      options: [
        "--documents", "--queries", "--run", "--index", "--threads", "--repeat", "--cpu",
      ],
      flags: ["--markdown", "--skip-build"])
    queries = try arguments.required("--queries")
    threads = try arguments.number("--threads", atLeast: 1) ?? 1
    repeats = try arguments.number("--repeat", atLeast: 1) ?? 5
    processor = try arguments.number("--cpu", atLeast: 0)
  }

  /// Measures.
  func figures() throws(BenchmarkError) -> Figures {
    if arguments.has("--skip-build") {
      let folder = try arguments.required("--index")
      if let processor { try Machine.pin(to: processor) }
      let questioning = Questioning(
        index: IndexFile(folder: folder), queries: try NamedQuery.all(path: queries),
        repeats: repeats)
      return try questioning.figures(run: arguments["--run"])
    }
    let documents = try arguments.required("--documents")
    // What is wrong with the queries is better said before a long build.
    _ = try NamedQuery.all(path: queries)
    if let processor, threads == 1 { try Machine.pin(to: processor) }
    let file = IndexFile(folder: arguments["--index"])
    try file.prepare()
    defer { file.cleanUp() }
    var figures = try building(try Documents(path: documents), into: file)
    guard figures.merge(json: try answering(from: file)) else {
      throw .failed("the process that answers the queries printed no figures")
    }
    return figures
  }

  private func building(
    _ documents: Documents, into file: IndexFile
  ) throws(BenchmarkError) -> Figures {
    var figures = Figures()
    var building = Building(readsMarkdown: arguments.has("--markdown"))
    var size = 0
    Machine.resetPeakMemory()
    let memory = Machine.residentMemory
    let processorSeconds = Machine.processorSeconds
    figures[.buildSeconds] = try seconds { () throws(BenchmarkError) in
      let bytes = try building.build(documents, threads: threads)
      try file.write(bytes)
      size = bytes.count
    }
    figures[.processorSeconds] = Machine.processorSeconds - processorSeconds
    figures[.peakMemory] = Machine.peakMemory
    figures[.memory] = Machine.peakMemory - memory
    figures[.documents] = Double(documents.count)
    figures[.megabytes] = Double(documents.textSize) / 1e6
    figures[.size] = Double(size) / 1e6
    if building.readsMarkdown { figures[.readSeconds] = building.readSeconds }
    return figures
  }

  /// What this program prints when it answers the queries from an index that exists.
  private func answering(from file: IndexFile) throws(BenchmarkError) -> Data {
    var words = ["search", "--skip-build", "--index=\(file.folderPath)", "--queries=\(queries)"]
    for name in ["--run", "--repeat", "--cpu"] {
      if let value = arguments[name] { words.append("\(name)=\(value)") }
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = words
    process.standardOutput = output
    do { try process.run() } catch { throw .failed("this program cannot start itself") }
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw .failed("the queries were not answered") }
    return printed
  }
}
