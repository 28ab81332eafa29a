internal import Notes

extension CardMaker {
  /// Cards that the note's writer wrote: beside the answer, above it, with gaps.
  mutating func addWrittenCards() {
    for card in note.writtenCards where admits(card.section, card.line, "written", card.question) {
      let directions =
        [(card.question, card.answer, "forward")]
        + (card.isReversible ? [(card.answer, card.question, "reverse")] : [])
      for (front, back, direction) in directions {
        let isShort = back.count <= 40 && back.spaced.count <= 5
        add(
          Text(
            kind: isShort ? .typed : .basic, front: front, back: back,
            accepted: isShort ? [back.withoutStop] : []),
          pattern: "written", key: [memo.normalName(card.question), direction],
          section: card.section,
          line: card.line, siblings: "written" + card.question)
      }
    }
    for cloze in note.clozes where admits(cloze.section, cloze.line, "cloze", cloze.answer) {
      add(
        Text(
          kind: .cloze, front: cloze.before + Mask.gap + cloze.after, back: cloze.answer,
          accepted: [cloze.answer]),
        pattern: "cloze",
        key: [memo.normalName(cloze.answer), note.sections[cloze.section].anchor],
        section: cloze.section, line: cloze.line, terms: [cloze.answer],
        siblings: "cloze\(cloze.before.prefix(20))")
    }
  }

  /// Questions with choices, as they are written.
  mutating func addQuestions() {
    for question in note.questions {
      guard !note.sections[question.section].isWithoutCards else {
        omit(question.line, "scenario", question.stem, .sectionWithoutCards)
        continue
      }
      let right = question.choices.filter(\.isRight)
      guard !right.isEmpty, right.count < question.choices.count else {
        omit(question.line, "scenario", question.stem, .noRightChoice)
        continue
      }
      add(
        Text(
          kind: .choice, front: question.stem, back: right.map(\.text).joined(separator: "\n"),
          accepted: right.map(\.text),
          choices: question.choices.map {
            Card.Choice(text: $0.text, isRight: $0.isRight, explanation: $0.explanation)
          }),
        pattern: "scenario", key: [memo.normalName(question.stem)], section: question.section,
        line: question.line)
    }
  }
}
