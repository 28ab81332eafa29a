internal import Notes

extension CardMaker {
  /// The question for a cell: what its column says of its row.
  ///
  /// « quelle est la portée de « Phare » » where the column's name is a common noun, « quand … » where it
  /// is such a word, « qu’en est-il de … » where the columns are what is compared, and else what the
  /// column says of the row.
  func tableQuestion(_ fact: Fact) -> String {
    let label = headingName(fact.label)
    let row = headingName(fact.subject)
    let topic = self.topic(fact.section)
    let place = names.areSame(topic, row) || folded(topic) == folded(row) ? shownTitle : topic
    let question =
      switch folded(label) {
      case "quand", "when": "quand s’applique « \(row) »"
      case "description", "definition", "signification", "meaning": "que désigne « \(row) »"
      default:
        compares(fact.section, topic, label)
          ? "pour « \(row) », qu’en est-il de « \(label) »" : tableQuestion(label, of: row)
      }
    return "« \(place) » : \(question) ?"
  }

  private func tableQuestion(_ label: String, of row: String) -> String {
    let noun = FrenchNoun(label.loweredFirst)
    let isShort = label.spaced.count <= 3 && !label.holds("(")
    guard noun.isCommon, isShort else {
      return "qu’indique « \(label) » \(Self.regarding(label)) « \(row) »"
    }
    let which = noun.whichAre.lowercasedStart
    return FrenchNoun.beginsWithArticle(row) || row.spaced.count > 4
      ? "pour « \(row) », \(which)" : "\(which) de « \(row) »"
  }

  /// Whether a table sets things side by side, each in a column: « Quai ou ponton », « Gaz vs pétrole ».
  private func compares(_ section: Int, _ topic: String, _ label: String) -> Bool {
    let words = foldedWords(topic)
    if words.contains(where: { ["ou", "vs", "versus", "or"].contains($0) }) { return true }
    let name = " " + words.joined(separator: " ") + " "
    let isNamed = { (label: String) in
      name.contains(" " + foldedWords(label).joined(separator: " ") + " ")
    }
    guard isNamed(label) else { return false }
    // One more of the columns is named.
    return survey.columns(ofSection: section).lazy.filter(isNamed).prefix(2).count == 2
  }
}

extension String {
  /// The text with its first letter small.
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
