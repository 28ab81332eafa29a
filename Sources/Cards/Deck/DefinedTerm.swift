internal import Notes

/// How the term of a definition is shown.
struct DefinedTerm {
  /// In a question: its most telling short name.
  let shown: String
  /// In an answer: with its expansion.
  let full: String

  init(_ definition: Definition) {
    var term = definition.term
    let upper = term.uppercased()
    if definition.expansion != nil, term.count <= 5, Initials.isAcronym(upper),
      !Self.isMixed(term)
    {
      term = upper
    }
    // A heading of one word is often short for the name that its sentence begins with.
    if definition.pattern == .headingSentence, definition.expansion == nil,
      let longer = definition.aliases.first(where: { Self.extends($0, term) })
    {
      term = longer
    }
    for article in ["La ", "Le ", "Les ", "L’", "L'"]
    where definition.pattern == .headingSentence && term.hasPrefix(article) {
      term.removeFirst(article.count)
    }
    shown = term
    let other = definition.expansion ?? definition.aliases.first
    full = other.map { folded($0) == folded(term) ? term : "\(term) (\($0))" } ?? term
  }

  /// Whether small letters stand between an acronym's capitals, as in « DDoS » and « IaaS ».
  static func isMixed(_ term: String) -> Bool {
    term.count(where: \.isUppercase) > 1 && term.contains(where: \.isLowercase)
  }

  private static func extends(_ name: String, _ term: String) -> Bool {
    !term.holds(" ") && name.holds(" ")
      && name.prefix(3).lowercased() == term.prefix(3).lowercased()
  }
}
