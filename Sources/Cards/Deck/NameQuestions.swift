/// A table of names that remembers which names it was asked about while the cards of a note were made.
///
/// As long as a table knows the same of these names, it answers every question that was asked of it the same.
/// It belongs to one thread.
final class NameQuestions {
  private let table: NameTable
  private var seen: Set<ExactText> = []

  /// The names that were asked about.
  private(set) var asked: [String] = []

  init(_ table: NameTable) { self.table = table }

  /// Whether a note pairs or defines a name.
  func knows(_ name: String) -> Bool {
    note(name)
    return table.group(of: name) != nil
  }

  /// Whether two names are names of one thing.
  func areSame(_ left: String, _ right: String) -> Bool {
    note(left)
    note(right)
    return table.areSame(left, right)
  }

  /// All names of what a name names, in alphabetical order.
  func names(of name: String) -> [String] {
    note(name)
    return table.names(of: name)
  }

  private func note(_ name: String) {
    if seen.insert(ExactText(name)).inserted { asked.append(name) }
  }
}
