internal import Notes

/// What a definition says of its term, without the term.
struct Predicate {
  let text: String

  init(of definition: Definition) {
    guard definition.pattern == .headingSentence else {
      text = definition.text
      return
    }
    // « AWS Lambda est un service … » says « un service … » of its subject.
    let words = definition.text.split(
      separator: " ", maxSplits: 14, omittingEmptySubsequences: true)
    let place = words.prefix(14).firstIndex { word in
      let bare = folded(word.filter { $0.isLetter || $0 == "'" || $0 == "’" })
      return FrenchVerbs.third.contains(bare)
        || ["est", "sont", "vous", "is", "are"].contains(bare)
    }
    guard let place else {
      text = definition.text
      return
    }
    let isCopula = ["est", "sont", "is", "are"].contains(folded(words[place]))
    let rest = words[(isCopula ? place + 1 : place)...].joined(separator: " ")
    text =
      isCopula
        && rest.split(separator: " ").first.map {
          ["un", "une", "le", "la", "des", "les", "a", "an", "the"].contains(folded($0))
        } != true
        && !rest.lowercased().hasPrefix("l") ? definition.text : rest
  }
}

/// Asks which term a statement is about.
enum ReverseQuestion {
  static func text(_ statement: String) -> String {
    let statement = Notes.trimmed(statement).withoutStop
    switch StatementShape(statement) {
    case .verb: return "Qu’est-ce qui \(statement.loweredFirst) ?"
    case .pluralVerb: return "Quels éléments \(statement.loweredFirst) ?"
    case .infinitive: return "Qu’est-ce qui sert " + toInfinitive(statement.loweredFirst) + " ?"
    case .other: break
    }
    let lowered = folded(statement.prefix(80))
    if lowered.hasPrefix("vous ") { return "Quel service \(statement.loweredFirst) ?" }
    let isService = lowered.hasPrefix("service") || lowered.hasPrefix("un service")
    return "Quel \(isService ? "service" : "terme") répond à cette définition : « \(statement) » ?"
  }

  private static func toInfinitive(_ text: String) -> String { "à " + text }
}
