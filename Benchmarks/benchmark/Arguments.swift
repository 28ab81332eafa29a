/// The words of a command line: options with their values, and flags.
struct Arguments {
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// Reads `--name value`, `--name=value` and `--flag`.
  ///
  /// - Parameters:
  ///   - words: What follows the command.
  ///   - options: The names of options with a value.
  ///   - known: The names of options without.
  /// - Throws: ``BenchmarkError/usage(_:)``.
  init(_ words: [String], options: [String], flags known: [String]) throws(BenchmarkError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if known.contains(name), parts.count == 1 {
        flags.insert(name)
      } else if options.contains(name) {
        let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() ?? ""
        guard !value.isEmpty, parts.count == 2 || !value.hasPrefix("--") else {
          throw .usage("\(name) needs a value")
        }
        values[name] = value
      } else {
        throw .usage("unknown option \(word)")
      }
    }
  }

  /// The value of an option, if it was given.
  subscript(name: String) -> String? { values[name] }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value of an option that must be given.
  func required(_ name: String) throws(BenchmarkError) -> String {
    guard let value = values[name] else { throw .usage("\(name) is missing") }
    return value
  }

  /// The value of an option that is a whole number.
  func number(_ name: String, atLeast least: Int) throws(BenchmarkError) -> Int? {
    guard let value = values[name] else { return nil }
    guard let number = Int(value), number >= least else {
      throw .usage("\(name) takes a whole number from \(least), not \(value)")
    }
    return number
  }
}
