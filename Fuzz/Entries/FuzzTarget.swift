/// One of the ways by which bytes that anyone wrote come into the program.
struct FuzzTarget: Sendable {
  /// Its name, and that of its folder in the corpus.
  let name: String

  /// Takes any bytes, and ends: what must hold for all of them is looked at on the way.
  let run: @Sendable ([UInt8]) -> Void

  /// All of them.
  static let all = [
    note, frontMatter, site, settings, query, index, history, log, kept, request, code,
  ]
}

/// Ends the process where something does not hold, so that libFuzzer keeps the input.
func must(_ holds: Bool, _ claim: String) {
  guard !holds else { return }
  fatalError("It does not hold that \(claim).")
}
