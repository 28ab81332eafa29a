import Cards
import Memory

/// What the quiz says, in both languages.
enum QuizText {
  static func name(of rating: Rating) -> Localized {
    switch rating {
    case .again: Localized(fr: "À revoir", en: "Again")
    case .hard: Localized(fr: "Difficile", en: "Hard")
    case .good: Localized(fr: "Bien", en: "Good")
    case .easy: Localized(fr: "Facile", en: "Easy")
    }
  }

  /// A stretch of time as people say it: `10 min`, `4 j`, `2,5 mois`.
  static func interval(_ seconds: Seconds) -> Localized {
    let minutes = (seconds + 30) / 60
    if minutes < 60 { return Localized(both: "\(max(1, minutes))\u{A0}min") }
    if seconds < 20 * 3600 { return Localized(both: "\((minutes + 30) / 60)\u{A0}h") }
    // A day that begins at four is less than 24 hours away: it is tomorrow all the same.
    let days = max(1, (seconds + 43_200) / 86_400)
    if days < 60 { return Localized(fr: "\(days)\u{A0}j", en: "\(days)\u{A0}d") }
    if days < 365 {
      let months = tenths(Int(days) * 10 / 30)
      return Localized(fr: "\(months.fr)\u{A0}mois", en: "\(months.en)\u{A0}mo")
    }
    let years = tenths(Int(days) * 10 / 365)
    let unit = days < 730 ? "an" : "ans"
    return Localized(fr: "\(years.fr)\u{A0}\(unit)", en: "\(years.en)\u{A0}y")
  }

  private static func tenths(_ number: Int) -> (fr: String, en: String) {
    let (whole, rest) = number.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? ("\(whole)", "\(whole)") : ("\(whole),\(rest)", "\(whole).\(rest)")
  }

  /// How many cards are left, of each kind there is.
  static func remaining(_ left: (new: Int, learning: Int, reviews: Int)) -> Localized {
    var parts: [Localized] = []
    if left.reviews > 0 {
      parts.append(Localized(fr: "\(left.reviews) à revoir", en: "\(left.reviews) to review"))
    }
    if left.learning > 0 {
      parts.append(Localized(fr: "\(left.learning) en cours", en: "\(left.learning) learning"))
    }
    if left.new > 0 {
      let plural = left.new > 1 ? "s" : ""
      parts.append(Localized(fr: "\(left.new) nouvelle\(plural)", en: "\(left.new) new"))
    }
    return Localized(
      fr: parts.map(\.french).joined(separator: " · "),
      en: parts.map(\.english).joined(separator: " · "))
  }

  /// What was done, at the end.
  static func summary(answered: Int, again: Int, seconds: Seconds) -> Localized {
    let minutes = interval(max(60, seconds))
    let plural = answered > 1 ? "s" : ""
    return Localized(
      fr: "\(answered) réponse\(plural) en \(minutes.french), dont \(again) à revoir.",
      en: "\(answered) answer\(plural) in \(minutes.english), \(again) of them to see again.")
  }

  static let notAnswered = Localized(
    fr: "Aucune réponse cette fois-ci.", en: "No answer this time.")

  /// A hint for a question with choices.
  static func notThese(_ numbers: String) -> Localized {
    Localized(fr: "Ce n’est pas\u{A0}: \(numbers)", en: "Not: \(numbers)")
  }

  /// What can be typed in place of an answer, line by line.
  static let plainHelp = Localized(
    fr: """
      :h indice, :f signaler la carte, :u annuler la dernière réponse, :q quitter\u{A0}; sans les \
      deux-points là où rien ne se tape. Après la réponse\u{A0}: 1 à revoir, 2 difficile, 3 bien, \
      4 facile, o si elle était juste.
      """,
    en: """
      :h hint, :f flag the card, :u undo the last answer, :q quit; without the colon where nothing is \
      typed. After the answer: 1 again, 2 hard, 3 good, 4 easy, o if it was right.
      """)

  static let nothingLeft = Localized(
    fr: "Rien à demander pour l’instant.", en: "Nothing to ask for now.")

  static func nextCard(in seconds: Seconds) -> Localized {
    let time = interval(seconds)
    return Localized(
      fr: "La prochaine carte revient dans \(time.french).",
      en: "The next card comes back in \(time.english).")
  }

  static func leeches(_ count: Int) -> Localized {
    Localized(
      fr: """
        \(count) carte\(count > 1 ? "s" : "") mise\(count > 1 ? "s" : "") de côté\u{A0}: oubliée\
        \(count > 1 ? "s" : "") trop souvent. Réécrivez le passage, ou apprenez-le autrement.
        """,
      en: """
        \(count) card\(count > 1 ? "s" : "") set aside: forgotten too often. Rewrite the passage, or \
        learn it another way.
        """)
  }

  /// The keys and what they do, most needed first.
  static let help: [(key: Localized, does: Localized)] = [
    (
      Localized(fr: "espace, entrée", en: "space, enter"),
      Localized(fr: "montrer la réponse\u{A0}; valider", en: "show the answer; accept")
    ),
    (
      Localized(both: "1 2 3 4"),
      Localized(
        fr: "noter\u{A0}: à revoir, difficile, bien, facile", en: "rate: again, hard, good, easy")
    ),
    (
      Localized(both: "o"),
      Localized(
        fr: "ma réponse était juste\u{A0}: la compter comme telle",
        en: "my answer was right: count it so")
    ),
    (
      Localized(both: "h"),
      Localized(
        fr: "indice\u{A0}: des lettres, puis le passage masqué (Tab pendant la frappe)",
        en: "hint: letters, then the passage with the answer masked (Tab while typing)")
    ),
    (
      Localized(both: "u"),
      Localized(
        fr: "annuler la dernière réponse, autant de fois que voulu",
        en: "undo the last answer, as often as wanted")
    ),
    (
      Localized(both: "f"),
      Localized(
        fr: "signaler la carte\u{A0}: awsnotes check --cards la liste",
        en: "flag the card: awsnotes check --cards lists it")
    ),
    (
      Localized(both: "e"),
      Localized(fr: "ouvrir la note à la bonne ligne", en: "open the note at its line")
    ),
    (Localized(both: "q"), Localized(fr: "quitter", en: "quit")),
  ]
}
