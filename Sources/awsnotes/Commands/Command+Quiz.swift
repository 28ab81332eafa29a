extension Command {
  static let quiz = Command(
    name: "quiz",
    aliases: ["réviser", "reviser"],
    summary: Localized(
      fr: "interroge sur les notes, au bon moment", en: "ask about the notes, at the right time"),
    discussion: Localized(
      fr: """
        Les cartes viennent des notes elles-mêmes. Celles qui sont à revoir passent d’abord, puis de \
        nouvelles\u{A0}; chaque réponse est enregistrée avant la question suivante. Pendant le quiz, \
        «\u{A0}?\u{A0}» montre les touches.
        """,
      en: """
        The cards come from the notes themselves. Those to be reviewed come first, then new ones; each \
        answer is kept before the next question. During the quiz, “?” shows the keys.
        """),
    arguments: [
      PositionalArgument(
        name: Localized(both: "repair|orphans"), isRequired: false,
        completion: .words(["repair", "orphans"]),
        help: Localized(
          fr: "refaire un historique abîmé\u{A0}; montrer les cartes disparues",
          en: "mend a damaged history; show cards that are gone")),
      PositionalArgument(
        name: Localized(fr: "CARTE", en: "CARD"), isRequired: false, isRepeating: true,
        help: Localized(
          fr: "après orphans\u{A0}: la carte disparue, puis celle qui reprend son historique",
          en: "after orphans: the card that is gone, then the one that takes up its history")),
    ],
    options: QuizCommand.options,
    examples: [
      Example(
        line: "awsnotes quiz --service EC2 --count 10",
        help: Localized(fr: "Dix questions sur EC2.", en: "Ten questions on EC2.")),
      Example(
        line: "awsnotes quiz --cram --tag examen",
        help: Localized(
          fr: "Tout revoir avant l’examen, sans rien reprogrammer.",
          en: "See everything before the exam, without rescheduling.")),
      Example(
        line: "awsnotes quiz --exam clf",
        help: Localized(
          fr: "Un examen blanc\u{A0}: 65 questions en 90 minutes.",
          en: "A mock exam: 65 questions in 90 minutes.")),
    ],
    run: { (arguments, console) throws(Failure) in try QuizCommand(arguments, console).run() })
}

extension QuizCommand {
  static let options: [CommandLineOption] =
    CommandLineOption.cardFilters + [
      CommandLineOption(
        "new", value: .integer(0...9999),
        help: Localized(
          fr: "au plus N nouvelles cartes aujourd’hui", en: "at most N new cards today")),
      CommandLineOption(
        "count", value: .integer(1...9999),
        help: Localized(fr: "s’arrêter après N réponses", en: "end after N answers")),
      CommandLineOption(
        "seed", value: .integer(0...Int(Int32.max)),
        help: Localized(fr: "l’ordre que ce nombre donne", en: "the order that this number gives")),
      CommandLineOption(
        "ahead",
        help: Localized(
          fr: "aussi ce qui n’est pas encore à revoir", en: "also what is not due yet")),
      CommandLineOption(
        "cram",
        help: Localized(
          fr: "toutes les cartes, sans rien reprogrammer", en: "all cards, rescheduling nothing")),
      CommandLineOption(
        "plain",
        help: Localized(
          fr: "ligne par ligne, pour un lecteur d’écran ou un script",
          en: "line by line, for a screen reader or a script")),
      .format(["text", "json"]),
    ] + ExamCommand.options
}
