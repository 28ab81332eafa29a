internal import Foundation
internal import Search

/// Times the parts of indexing and searching.
struct PieceBenchmark {
  private let documents: String
  private let index: String?
  private let repeats: Int

  /// Reads what follows `benchmark pieces`.
  init(_ words: [String]) throws(BenchmarkError) {
    let arguments = try Arguments(
      words, options: ["--documents", "--index", "--repeat", "--cpu"], flags: [])
    documents = try arguments.required("--documents")
    index = arguments["--index"]
    repeats = try arguments.number("--repeat", atLeast: 1) ?? 5
    if let processor = try arguments.number("--cpu", atLeast: 0) {
      try Machine.pin(to: processor)
    }
  }

  /// The figures as one JSON object on one line.
  func json() throws(BenchmarkError) -> String {
    let documents = try Documents(path: documents)
    let members = Self.pieces(of: documents, index: try index(of: documents)).map { piece in
      let value = String(format: "%.3f", piece.median(of: repeats))
      return "\"\(piece.name)\": {\"value\": \(value), \"unit\": \"\(piece.unit.name)\"}"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  /// The table of pieces; a new one is a line here and a function in a file of its own.
  private static func pieces(of documents: Documents, index: Index) -> [Piece] {
    let forms = Forms(of: documents)
    return [
      .tokenise(documents),
      .stemDistinct(forms),
      .stemAll(forms, textSize: documents.textSize),
      .decode(index),
      .intersect(index),
      .snippet(documents, index),
    ]
  }

  /// The index that was asked for, or one that is built now.
  private func index(of documents: Documents) throws(BenchmarkError) -> Index {
    if let index { return try IndexFile(folder: index).open() }
    var building = Building(readsMarkdown: false, keeping: .everything)
    let bytes = Bytes(try building.build(documents, threads: 1))
    do { return try Index(bytes) } catch { throw .failed("the index cannot be read: \(error)") }
  }
}
