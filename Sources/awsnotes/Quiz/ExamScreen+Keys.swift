import Cards
import Quiz

extension ExamScreen.Page {
  /// The keys that do something on the page, most needed first.
  func keys(_ run: ExamRun) -> [(String, Localized)] {
    let enter = "⏎"
    switch self {
    case .opening:
      return [
        (enter, Localized(fr: run.isResumed ? "reprendre" : "commencer", en: "begin")),
        ("q", Localized(fr: "plus tard", en: "later")),
      ]
    case .question:
      return [
        ("1–\(run.exam.question.choices.count)", Localized(fr: "choisir", en: "choose")),
        ("← →", Localized(fr: "aller", en: "move")),
        ("?", Localized(fr: "aide", en: "help")), ("m", Localized(fr: "drapeau", en: "flag")),
        ("r", Localized(fr: "relire", en: "review")),
        ("t", Localized(fr: "rendre", en: "hand in")),
        ("q", Localized(fr: "pause", en: "pause")),
      ]
    case .review(let typed):
      let go =
        typed.isEmpty
        ? Localized(fr: "première à faire", en: "first open one")
        : Localized(fr: "y aller", en: "go there")
      return [
        (enter, go), ("1–\(run.exam.questions.count)", Localized(fr: "numéro", en: "number")),
        ("r", Localized(fr: "retour", en: "back")), ("t", Localized(fr: "rendre", en: "hand in")),
      ]
    case .help: return [(enter, Localized(fr: "retour", en: "back"))]
    case .result:
      return [
        ("↑ ↓", Localized(fr: "lire", en: "read")), ("q", Localized(fr: "quitter", en: "quit")),
      ]
    }
  }
}
