internal import Search

/// Answers queries and measures how long that takes.
struct Questioning {
  let index: IndexFile
  let queries: [NamedQuery]
  /// How often each query is timed.
  let repeats: Int

  /// How many documents a person is shown.
  private static let shown = 10
  /// A word of no language.
  private static let unknownWord = Array("zzqxjvkw".utf8)

  /// Opens the index, writes the run if one is asked for, and times every query.
  func figures(run path: String?) throws(BenchmarkError) -> Figures {
    var figures = Figures()
    var opened: Index?
    let openSeconds = try seconds { () throws(BenchmarkError) in
      let index = try index.open()
      _ = Run.documents(for: queries[0].text, in: index, count: Self.shown)
      opened = index
    }
    guard let index = opened else { return figures }
    figures[.openMilliseconds] = openSeconds * 1e3
    if let path { try Run(index: index).write(queries, to: path) }
    let times = times(index)
    figures[.medianMicroseconds] = median(times)
    figures[.tailMicroseconds] = quantile(0.95, of: times)
    figures[.meanMicroseconds] = times.reduce(0, +) / Double(times.count)
    let floor = (0..<200).map { _ in microseconds(Self.unknownWord, index) }
    figures[.floorMicroseconds] = median(floor)
    figures[.queryMemory] = Machine.peakMemory
    return figures
  }

  /// The median time of each query, in microseconds, after each was answered once.
  private func times(_ index: Index) -> [Double] {
    for query in queries { _ = microseconds(query.text, index) }
    var times = [[Double]](repeating: [], count: queries.count)
    for _ in 0..<repeats {
      for (place, query) in queries.enumerated() {
        times[place].append(microseconds(query.text, index))
      }
    }
    return times.map(median)
  }

  private func microseconds(_ text: [UInt8], _ index: Index) -> Double {
    1e6 * seconds { _ = index.search(Query(text), limit: Self.shown, isCounted: false) }
  }
}
