internal import Notes

extension CardMaker {
  /// The question for a cell: what its column says of its row, or, where the columns are things that are compared,
  /// what its row says of its column.
  ///
  /// « quelle est la portée de « Phare » » where what is told of it is a common noun, « que contient … » where it is
  /// a verb, and its own words where it asks already: « Où se trouve le quai ».
  func tableQuestion(_ fact: Fact) -> String {
    let label = headingName(fact.label)
    let row = headingName(fact.subject)
    let topic = self.topic(fact.section)
    let place = names.areSame(topic, row) || folded(topic) == folded(row) ? shownTitle : topic
    let question =
      fact.isCompared || compares(fact.section, topic, label)
      ? CellQuestion(row, of: label, answer: fact.text).compared
      : CellQuestion(label, of: row, answer: fact.text).told
    return "« \(place) » : \(question) ?"
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

/// Asks for what a table tells of a thing, in words that depend on what is told.
private struct CellQuestion {
  /// What is told: a column's name, or that of a row.
  private let criterion: String
  /// Of which thing.
  private let thing: String
  /// Whether the answer only says yes or no.
  private let isYesOrNo: Bool

  init(_ criterion: String, of thing: String, answer: String) {
    (self.criterion, self.thing) = (criterion, thing)
    let first = answer.prefix { !$0.isWhitespace }
    isYesOrNo =
      ["oui", "non", "yes", "no", "jamais", "toujours"].contains(
        foldedWords(first).first ?? "")
      || first.contains { "✅❌✔✗✓✘".contains($0) }
  }

  /// The question where the criterion is a column.
  var told: String {
    switch folded(criterion) {
    case "description", "definition", "signification", "meaning": return "que désigne « \(thing) »"
    default:
      return plain
        ?? "qu’indique la colonne « \(criterion) » \(CardMaker.regarding(criterion)) « \(thing) »"
    }
  }

  /// The question where the criterion is a row, and the things stand in columns.
  var compared: String {
    plain ?? "qu’en est-il de « \(criterion) » \(CardMaker.regarding(criterion)) « \(thing) »"
  }

  /// The question in plain French; `nil` where the criterion is no word that is known.
  private var plain: String? {
    let words = criterion.spaced
    let first = words.first.map { folded($0).straightened } ?? ""
    switch first {
    case "quand" where words.count == 1, "when" where words.count == 1:
      return "quand s’applique « \(thing) »"
    case "pourquoi" where words.count == 1: return "pourquoi « \(thing) »"
    case "combien" where words.count == 1: return "combien pour « \(thing) »"
    case _ where Self.askingWords.contains(first):
      return words.count > 1 ? "pour « \(thing) », \(asking(words))" : nil
    case "pour" where words.count == 2 && ["qui", "quoi"].contains(folded(words[1])):
      return "\(criterion.lowercasedStart) est « \(thing) »"
    case "ce" where words.count > 2 && folded(words[1]).hasPrefix("qu"):
      return "pour « \(thing) », qu’est-\(criterion.lowercasedStart)"
    default: break
    }
    let isVerb =
      Self.verbs.contains(first)
      || FrenchVerbs.third.contains(first) && !FrenchVerbs.isNoun(first, before: "")
    if words.count == 1, isVerb, !isYesOrNo {
      return elided("que", criterion.lowercasedStart) + " « \(thing) »"
    }
    return asked(FrenchNoun(criterion.loweredFirst), words.count)
  }

  /// A question that stands in a table, as one asks it: « où est-ce qu’il se place » for « Où il se place ».
  private func asking(_ words: [Substring]) -> String {
    let next = folded(words[1]).straightened
    guard Self.subjects.contains(next) || next.hasPrefix("l'on") || next.hasPrefix("j'") else {
      return criterion.lowercasedStart
    }
    let rest = words.dropFirst().joined(separator: " ")
    return String(words[0]).lowercasedStart + " " + elided("est-ce que", rest)
  }

  /// Verbs that stand above columns or before rows, besides ``FrenchVerbs/third``.
  private static let verbs: Set = ["examine", "cherche", "garde", "couvre", "lit", "ecrit"]

  /// What stands for an article, so that none comes before it: « Plusieurs régions ».
  private static let determiners: Set = [
    "plusieurs", "autre", "autres", "tout", "toute", "tous", "toutes", "chaque", "aucun", "aucune",
    "quelques", "certains", "certaines", "deux", "trois",
  ]

  private static let askingWords: Set = [
    "qui", "ou", "quand", "comment", "combien", "pourquoi", "quel", "quelle", "quels", "quelles",
  ]

  private static let subjects: Set = [
    "il", "elle", "ils", "elles", "on", "ca", "cela", "je", "tu", "nous", "vous",
  ]

  /// The question for a common noun and what belongs to it; `nil` for other words.
  private func asked(_ noun: FrenchNoun, _ count: Int) -> String? {
    guard noun.isCommon, count <= 6,
      !Self.determiners.contains(folded(criterion.prefix { !$0.isWhitespace })),
      !criterion.contains(where: { "(/,+".contains($0) })
    else {
      return nil
    }
    if isYesOrNo { return "qu’en est-il \(noun.of) pour « \(thing) »" }
    let which = noun.whichAre.lowercasedStart
    let isLong = FrenchNoun.beginsWithArticle(thing) || thing.spaced.count > 4
    return count > 1 || isLong ? "pour « \(thing) », \(which)" : "\(which) de « \(thing) »"
  }
}

extension String {
  /// The text with its first letter small.
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
