internal import Notes

/// What a definition says of its term, without the term.
struct Predicate {
  let text: String

  /// Whether a sentence says what its subject is or does, and not merely how it is.
  static func defines(_ sentence: String) -> Bool {
    let words = sentence.split(separator: " ", maxSplits: 14)
    let first = words.first.map { folded($0) } ?? ""
    if isPraise(words.map { folded($0) }) { return false }
    if [
      "vous", "you", "notre", "nos", "votre", "vos", "mon", "ma", "pour", "dans", "ici", "si",
      "voici", "comme",
    ]
    .contains(first) {
      return false
    }
    guard
      let place = words.prefix(14).firstIndex(where: {
        copulas.contains(folded($0)) || ["c’est", "c'est"].contains(folded($0))
      })
    else {
      return true
    }
    let isLater = words[..<place].contains { FrenchVerbs.third.contains(folded($0)) }
    guard !isLater, place + 1 < words.count else { return true }
    let next = folded(words[place + 1])
    return determiners.contains(next) || next.hasPrefix("l’") || next.hasPrefix("l'")
      || next.hasPrefix("d’")
  }

  /// Whether a sentence speaks of the note itself, or says how something compares: « C’est la voie la plus courte », « la seule … ».
  private static func isPraise(_ words: [String]) -> Bool {
    let plain = words.joined(separator: " ")
    if ["ce", "cette", "cet", "this"].contains(words.first ?? ""),
      [
        "wiki", "document", "page", "note", "cours", "depot", "repository", "repo", "guide",
        "article",
        "section", "chapitre", "dossier", "fiche", "tutoriel", "tuto",
      ].contains(words.dropFirst().first ?? "")
    {
      return true
    }
    if ["par excellence", "est la force", "sont la force", "extremement", "incontournable"]
      .contains(where: { plain.holds($0) })
    {
      return true
    }
    guard let first = words.first, ["c’est", "c'est"].contains(first) else { return false }
    return ["le", "la", "l’", "celui", "celle", "tres", "plus", "pas"].contains(
      words.dropFirst().first ?? "")
      && words.prefix(6).contains {
        ["plus", "moins", "seul", "seule", "meilleur", "meilleure", "tres", "pas"].contains($0)
      }
  }

  private static let copulas: Set = ["est", "sont", "is", "are"]
  private static let determiners: Set = [
    "un", "une", "le", "la", "des", "les", "a", "an", "the", "de", "du", "ce", "utilise",
    "utilisee", "compose",
    "composee", "constitue", "constituee", "charge", "chargee", "concu", "concue", "used", "made",
  ]

  /// `statement` is what the definition says, see ``Definition/statement``; of a heading's sentence, its text.
  init(of definition: Definition, saying statement: String) {
    guard definition.pattern == .headingSentence else {
      text = Self.withoutSubject(statement, term: definition.term)
      return
    }
    // « AWS Lambda est un service … » says « un service … » of its subject.
    let words = definition.text.split(separator: " ", maxSplits: 14)
    let bare = words.map { word in word.bare(hyphens: false) }
    // « Archive » in a name is no verb.
    let place = bare.prefix(14).indices.first { number in
      let word = bare[number]
      let isName = number > 0 && words[number].first?.isUppercase == true
      return !isName
        && (FrenchVerbs.third.contains(word) || Self.copulas.contains(word) || word == "vous"
          || word == "c'est" || word == "c’est")
    }
    guard let place else {
      text = definition.text
      return
    }
    let isVerb = FrenchVerbs.third.contains(bare[place]) || bare[place] == "vous"
    text = words[(isVerb ? place : place + 1)...].joined(separator: " ")
  }
}

extension Predicate {
  /// « Un phare est une tour … » below the term « Phare » says « une tour … » of it.
  private static func withoutSubject(_ text: String, term: String) -> String {
    let words = text.split(separator: " ", maxSplits: 7)
    guard let place = words.prefix(6).firstIndex(where: { copulas.contains(folded($0)) }),
      place > 0, place + 1 < words.count, determiners.contains(folded(words[place + 1]))
    else { return text }
    let subject = words[..<place].joined(separator: " ")
    guard !subject.holds(","), !stems(of: subject).isDisjoint(with: stems(of: term)),
      !foldedWords(subject).contains(where: {
        ["qui", "que", "dont", "which", "that"].contains($0)
      })
    else { return text }
    return words[(place + 1)...].joined(separator: " ")
  }
}

extension Definition {
  /// What it is, without what only leads on: « est » at the beginning, « notamment : » at the end.
  var statement: String {
    var text = Notes.trimmed(self.text)
    if text.hasSuffix(":") {
      text = Notes.trimmed(text.dropLast())
      for lead in [", notamment", ", y compris", ", comme", ", par exemple"]
      where text.hasSuffix(lead) {
        text.removeLast(lead.count)
      }
    }
    // Signs that a writer sets before remarks of their own.
    for sign in [" ○", " •", " ✅", " ❌", " ⚠️", " 👉"] {
      if let range = text.firstPlace(of: sign), range.lowerBound > text.startIndex {
        text = String(text[..<range.lowerBound])
      }
    }
    for verb in ["est ", "sont "] where text.hasPrefix(verb) { text.removeFirst(verb.count) }
    return text
  }
}

/// Asks which term a statement is about.
enum ReverseQuestion {
  static func text(_ statement: String) -> String {
    question(Notes.trimmed(statement).withoutStop)
  }

  /// Tells what a question is about.
  static func about(_ topic: String, _ question: String) -> String {
    // Every question begins with « Qu ».
    "« \(topic) » : q" + question.dropFirst()
  }

  private static func question(_ statement: String) -> String {
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
