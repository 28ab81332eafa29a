import Quiz

/// What an exam says, in both languages.
enum ExamText {
  static func name(of kind: ExamKind) -> String {
    switch kind {
    case .clf: "AWS Certified Cloud Practitioner (CLF-C02)"
    case .saa: "AWS Certified Solutions Architect – Associate (SAA-C03)"
    }
  }

  /// The name of a domain: French first, the guide's own words in English.
  static func name(ofDomain domain: Int, of kind: ExamKind) -> Localized {
    let names: [Localized] =
      switch kind {
      case .clf:
        [
          Localized(fr: "Concepts du cloud", en: "Cloud Concepts"),
          Localized(fr: "Sécurité et conformité", en: "Security and Compliance"),
          Localized(fr: "Technologies et services", en: "Cloud Technology and Services"),
          Localized(fr: "Facturation, tarifs et support", en: "Billing, Pricing, and Support"),
        ]
      case .saa:
        [
          Localized(fr: "Architectures sécurisées", en: "Design Secure Architectures"),
          Localized(fr: "Architectures résilientes", en: "Design Resilient Architectures"),
          Localized(fr: "Architectures performantes", en: "Design High-Performing Architectures"),
          Localized(fr: "Architectures économiques", en: "Design Cost-Optimized Architectures"),
        ]
      }
    guard names.indices.contains(domain - 1) else {
      return Localized(fr: "Sans domaine", en: "No domain")
    }
    return Localized(both: "\(domain). ") + names[domain - 1]
  }

  /// What waits, before the clock runs.
  static func opening(_ run: ExamRun) -> [Localized] {
    let exam = run.exam
    let count = exam.questions.count
    let plural = count > 1 ? "s" : ""
    let time = time(run.isResumed ? exam.timeLeft : exam.timeLimit)
    if run.isResumed {
      let done = count - exam.open.count
      return [
        Localized(
          fr: """
            Vous reprenez l’examen interrompu\u{A0}: \(done) réponse\(done > 1 ? "s" : "") sur \
            \(count), encore \(time).
            """,
          en: """
            You go on with the interrupted exam: \(done) of \(count) answered, \(time) left.
            """)
      ]
    }
    var lines = [
      Localized(
        fr: """
          \(count) question\(plural), \(time), réussi à partir de \(exam.kind.passMark) sur 1000.
          """,
        en: "\(count) question\(plural), \(time), passed from \(exam.kind.passMark) of 1000.")
    ]
    if count < exam.kind.questionCount {
      lines.append(
        Localized(
          fr: """
            Le vrai examen compte \(exam.kind.questionCount) questions en \
            \(exam.kind.minutes)\u{A0}min\u{A0}; vos notes en donnent \(count), et le temps est réduit d’autant.
            """,
          en: """
            The real exam has \(exam.kind.questionCount) questions in \
            \(exam.kind.minutes)\u{A0}min; your notes make \(count), and the time is shorter in proportion.
            """))
    }
    if exam.questions.allSatisfy({ $0.domain == 0 }) {
      lines.append(
        Localized(
          fr: """
            Aucune note ne dit son domaine (domaines\u{A0}: \
            ["\(exam.kind.rawValue.uppercased()) 1"])\u{A0}: les questions viennent de toutes les notes, sans la répartition de l’examen.
            """,
          en: """
            No note names its domain (domains: \
            ["\(exam.kind.rawValue.uppercased()) 1"]): the questions come from all notes, without the shares of the exam.
            """))
    }
    return lines
  }

  /// Time as it is told: minutes, and seconds in the last one.
  static func time(_ milliseconds: Int) -> String {
    let seconds = (milliseconds + 999) / 1000
    return seconds < 60 ? "\(seconds)\u{A0}s" : "\((seconds + 59) / 60)\u{A0}min"
  }

  /// How many answers a question wants; nothing where it is one.
  static func wanted(_ count: Int) -> Localized? {
    guard count > 1 else { return nil }
    let french = ["DEUX", "TROIS", "QUATRE", "CINQ"]
    let english = ["TWO", "THREE", "FOUR", "FIVE"]
    return Localized(
      fr: "Choisissez \(count <= 5 ? french[count - 2] : "\(count)") réponses.",
      en: "Choose \(count <= 5 ? english[count - 2] : "\(count)") answers.")
  }

  /// What stands between an exam and its end.
  static func unfinished(_ count: Int) -> Localized {
    count > 1
      ? Localized(
        fr: """
          \(count) questions restent sans réponse complète. Encore «\u{A0}t\u{A0}» pour rendre \
          l’examen ainsi, «\u{A0}r\u{A0}» pour les voir.
          """,
        en: "\(count) questions are still open. “t” again to hand in all the same, “r” to see them."
      )
      : Localized(
        fr: """
          Une question reste sans réponse complète. Encore «\u{A0}t\u{A0}» pour rendre l’examen \
          ainsi, «\u{A0}r\u{A0}» pour la voir.
          """,
        en: "One question is still open. “t” again to hand in all the same, “r” to see it.")
  }

  static func tooMany(_ count: Int) -> Localized {
    Localized(
      fr: "\(count) réponses sont déjà choisies\u{A0}: retirez-en une d’abord.",
      en: "\(count) answers are chosen already: take one back first.")
  }

  static let timeIsUp = Localized(
    fr: "Le temps est écoulé\u{A0}: l’examen est rendu tel quel.",
    en: "Time is up: the exam is handed in as it is.")

  static func interrupted(_ exam: Exam) -> Localized {
    let kind = exam.kind.rawValue
    return Localized(
      fr: """
        Examen interrompu, tout est gardé\u{A0}: encore \(time(exam.timeLeft)). Pour le reprendre\u{A0}: \
        awsnotes quiz --exam \(kind)
        """,
      en: """
        Exam interrupted, all is kept: \(time(exam.timeLeft)) left. To go on: \
        awsnotes quiz --exam \(kind)
        """)
  }

  static let alreadyOpen = Localized(
    fr: "un examen est déjà ouvert dans un autre terminal. Terminez-le ou interrompez-le d’abord.",
    en: "an exam is open in another terminal already. Finish or interrupt it first.")

  static func damaged(_ path: String) -> Localized {
    Localized(
      fr: """
        L’examen interrompu est illisible\u{A0}: il est mis de côté dans \(sanitized(path)), et un \
        nouveau commence.
        """,
      en: """
        The interrupted exam cannot be read: it is put aside in \(sanitized(path)), and a new one begins.
        """)
  }

  static func dropped(_ count: Int) -> Localized {
    count > 1
      ? Localized(
        fr: "\(count) questions n’existent plus dans les notes\u{A0}: elles sont retirées.",
        en: "\(count) questions are no longer in the notes: they are taken out.")
      : Localized(
        fr: "Une question n’existe plus dans les notes\u{A0}: elle est retirée.",
        en: "One question is no longer in the notes: it is taken out.")
  }

  static func reopened(_ count: Int) -> Localized {
    Localized(
      fr: """
        Les choix de \(count > 1 ? "\(count) questions" : "une question") ont changé dans les \
        notes\u{A0}: \(count > 1 ? "elles attendent" : "elle attend") de nouveau votre réponse.
        """,
      en: "The choices of \(count) question\(count > 1 ? "s" : "") changed: open again.")
  }

  static func otherKind(_ kept: ExamKind, asked: ExamKind) -> Localized {
    let (kept, asked) = (kept.rawValue, asked.rawValue)
    return Localized(
      fr: """
        un examen \(kept.uppercased()) est interrompu. Reprenez-le avec --exam \(kept), ou effacez-le \
        avec --exam \(asked) --restart.
        """,
      en: """
        a \(kept.uppercased()) exam is interrupted. Go on with --exam \(kept), or erase it with \
        --exam \(asked) --restart.
        """)
  }

  static let nothingToAsk = Localized(
    fr: """
      aucune carte de ces notes ne donne de question à choix. Écrivez-en (README, «\u{A0}questions \
      d’examen\u{A0}») ou révisez d’abord avec awsnotes quiz.
      """,
    en: """
      no card of these notes makes a question with choices. Write some (README, “exam questions”), or \
      review with awsnotes quiz first.
      """)

  /// The keys and what they do, most needed first.
  static let help: [(key: Localized, does: Localized)] = [
    (
      Localized(both: "1–9"),
      Localized(
        fr: "choisir une réponse\u{A0}; une seconde fois la retire s’il en faut plusieurs",
        en: "choose an answer; a second time takes it back where several are wanted")
    ),
    (Localized(both: "0"), Localized(fr: "effacer la réponse", en: "clear the answer")),
    (
      Localized(fr: "→ n entrée", en: "→ n enter"),
      Localized(fr: "question suivante", en: "next question")
    ),
    (Localized(both: "← p"), Localized(fr: "question précédente", en: "previous question")),
    (
      Localized(both: "↑ ↓"),
      Localized(fr: "lire la suite d’une longue question", en: "read on in a long question")
    ),
    (
      Localized(both: "m"),
      Localized(fr: "mettre ou ôter un drapeau, pour y revenir", en: "set or take a flag away")
    ),
    (
      Localized(both: "r"),
      Localized(fr: "toutes les questions, en un coup d’œil", en: "all questions at a glance")
    ),
    (Localized(both: "t"), Localized(fr: "rendre l’examen", en: "hand the exam in")),
    (
      Localized(both: "q"),
      Localized(fr: "interrompre\u{A0}; le temps s’arrête", en: "interrupt; the time stops")
    ),
  ]
}
