internal import Notes

// What a note holds for cards alone.

extension Encoder {
  mutating func encodeCards(of note: Note) {
    encode(list: note.questions) {
      $0.encode($1.stem)
      $0.encode(list: $1.choices) {
        $0.encode($1.text)
        $0.encode($1.isRight ? 1 : 0)
        $0.encode($1.explanation)
      }
      $0.encode($1.section)
      $0.encode($1.line)
    }
    encode(list: note.writtenCards) {
      $0.encode($1.question)
      $0.encode($1.answer)
      $0.encode($1.isReversible ? 1 : 0)
      $0.encode($1.section)
      $0.encode($1.line)
    }
    encode(list: note.clozes) {
      for text in [$1.before, $1.answer, $1.after] { $0.encode(text) }
      $0.encode($1.section)
      $0.encode($1.line)
    }
    encode(list: note.enumerations) {
      $0.encode($1.subject)
      $0.encode($1.lead)
      $0.encode($1.isNested ? 1 : 0)
      $0.encode(list: $1.items) {
        $0.encode($1.text)
        $0.encode($1.line)
      }
      $0.encode($1.section)
    }
  }
}

extension Decoder {
  mutating func decodeCards(of note: inout Note) throws(Damage) {
    note.questions = try list { (decoder) throws(Damage) in
      Question(
        stem: try decoder.text(),
        choices: try decoder.list { (decoder) throws(Damage) in
          Question.Choice(
            text: try decoder.text(), isRight: try decoder.int() != 0,
            explanation: try decoder.optionalText())
        }, section: try decoder.int(), line: try decoder.int())
    }
    note.writtenCards = try list { (decoder) throws(Damage) in
      WrittenCard(
        question: try decoder.text(), answer: try decoder.text(),
        isReversible: try decoder.int() != 0, section: try decoder.int(),
        line: try decoder.int())
    }
    note.clozes = try list { (decoder) throws(Damage) in
      Cloze(
        before: try decoder.text(), answer: try decoder.text(), after: try decoder.text(),
        section: try decoder.int(), line: try decoder.int())
    }
    note.enumerations = try list { (decoder) throws(Damage) in
      Enumeration(
        subject: try decoder.text(), lead: try decoder.optionalText(),
        isNested: try decoder.int() != 0,
        items: try decoder.list { (decoder) throws(Damage) in
          TextLine(try decoder.text(), line: try decoder.int())
        }, section: try decoder.int())
    }
  }
}

extension Note {
  /// The sections that what is made into cards names; all must be there.
  var cardSections: [Int] {
    facts.map(\.section) + ports.map(\.section) + groups.map(\.section)
      + questions.map(\.section) + writtenCards.map(\.section) + clozes.map(\.section)
      + enumerations.map(\.section)
  }
}
