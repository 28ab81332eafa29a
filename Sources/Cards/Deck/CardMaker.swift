internal import Notes

/// A card before other notes' cards were looked at.
struct Draft: Sendable {
  var card: Card
  /// What makes the card the same after an edit: pattern, normal form of the term, direction.
  var identity: [String]
  /// The question without case and accents: what two cards may not share.
  var question: String
  /// The question, in words that say where it comes from; asked where another card asks the plain one.
  var qualifiedFront: String
  /// Names that the question must not hold.
  var hidden: [String]
}

/// What one note yields.
struct NoteDrafts: Sendable {
  var drafts: [Draft] = []
  var omissions: [Omission] = []
}

/// Makes the cards of one note.
struct CardMaker {
  let note: Note
  let names: NameQuestions
  /// Definitions that two terms share, by their stems.
  let shared: SharedDefinitions
  let memo: TextMemo
  let shownTitle: String
  private let category: String
  /// Whether the note is about this collection of notes.
  private let isAside: Bool
  private let isExercise: Bool
  /// For each definition of the note why it makes no card; `nil` if it does.
  let reasons: [Omission.Reason?]
  private(set) var made = NoteDrafts()

  init(note: Note, names: NameQuestions, shared: SharedDefinitions, memo: TextMemo) {
    self.note = note
    self.names = names
    self.shared = shared
    self.memo = memo
    shownTitle = Self.shownTitle(of: note)
    category = Self.category(of: note)
    isAside = ["a propos", "about"].contains(folded(note.title))
    isExercise = StructuralNames.isExercise(note.title)
    guard note.metadata.cards != .none else {
      reasons = []
      omit(1, "note", note.title, .noteWithoutCards)
      return
    }
    reasons = note.definitions.map {
      TermTest.reason(against: $0, told: shared.stems(of: $0.text), memo)
    }
    addWrittenCards()
    addQuestions()
    addDefinitions()
    addFacts()
    addAcronyms()
    addGroups()
    addEnumerations()
    addPorts()
  }

  mutating func omit(_ line: Int, _ pattern: String, _ subject: String, _ reason: Omission.Reason) {
    made.omissions.append(
      Omission(note: note.path, line: line, pattern: pattern, subject: subject, reason: reason))
  }

  /// Whether cards are wanted from a section; if not, it is noted why.
  mutating func admits(_ section: Int, _ line: Int, _ pattern: String, _ subject: String) -> Bool {
    guard note.sections.indices.contains(section) else { return false }
    if note.sections[section].isWithoutCards {
      omit(line, pattern, subject, .sectionWithoutCards)
      return false
    }
    let isLoose = ["list", "nested", "plain-term", "port", "fact"].contains(pattern)
    if isAside && pattern != "written" || isLoose && isExercise {
      omit(line, pattern, subject, .structuralName)
      return false
    }
    if note.sections[section].isQuestion {
      omit(line, pattern, subject, .insideQuestion)
      return false
    }
    return true
  }

  /// What a card is asked and answered with.
  struct Text {
    var kind = Card.Kind.basic
    var front: String
    var back: String
    var accepted: [String] = []
    var choices: [Card.Choice] = []
  }

  /// Adds a card, unless its question holds its answer.
  ///
  /// `key` is the normal form of what the card is about, and the direction; `hidden` are names that must not
  /// stand in the question; `siblings` are the cards of the same fact.
  mutating func add(
    _ text: Text, pattern: String, key: [String], section: Int, line: Int, terms: [String] = [],
    siblings: String? = nil, hidden: [String] = [], qualifier: String? = nil
  ) {
    let front = typeset(text.front)
    guard !memo.holds(front, anyOf: hidden) else {
      omit(line, pattern, terms.first ?? text.back, .leak)
      return
    }
    let place = qualifier ?? self.qualifier(section)
    let own = ["« \(shownTitle) » : ", "« \(topic(section)) » : "].first {
      text.front.hasPrefix($0)
    }
    let bare = String(text.front.dropFirst(own?.count ?? 0))
    let card = Card(
      id: CardID.make([note.path, pattern] + key), kind: text.kind, front: front, back: text.back,
      accepted: text.accepted,
      choices: text.choices, note: note.path, section: section, headings: headings(section),
      line: line, terms: terms.map(memo.normalName), category: category,
      service: note.metadata.service, tags: note.metadata.tags, pattern: pattern,
      siblings: CardID.make([
        note.path, siblings ?? (pattern + "\u{1F}" + key.joined(separator: "\u{1F}")),
      ]))
    made.drafts.append(
      Draft(
        card: card, identity: [pattern] + key, question: folded(front),
        qualifiedFront: typeset("« \(place) » : " + bare.loweredQuestion), hidden: hidden))
  }

  private func headings(_ section: Int) -> [String] {
    let own = note.sections[section].name
    return note.headings(above: section) + (own.isEmpty ? [] : [own])
  }

  /// The category that the front matter gives, or else the folder of the note.
  private static func category(of note: Note) -> String {
    if let category = note.metadata.category { return category }
    return note.path.split(separator: "/").dropLast().last.map { Note.title(fromPath: String($0)) }
      ?? ""
  }

  /// What tells a section apart: the note's title and the section's name.
  func qualifier(_ section: Int) -> String {
    let own = note.sections[section].name
    return own.isEmpty || own == note.title ? shownTitle : "\(shownTitle) › \(own)"
  }

  /// The note's title, as the name that it asks for: `EC2` for “What is EC2?”.
  private static func shownTitle(of note: Note) -> String {
    var title = note.title[...]
    for start in ["What is ", "What are ", "Qu’est-ce que ", "Qu'est-ce que "]
    where title.hasPrefix(start) {
      title = title.dropFirst(start.count)
    }
    while let last = title.last, "? \u{A0}\u{202F}".contains(last) { title = title.dropLast() }
    return title.isEmpty ? note.title : String(title)
  }

  /// The heading that a section's cards are about: its own name, or the title where it only orders.
  func topic(_ section: Int) -> String {
    var place: Int? = section
    while let here = place {
      let name = note.sections[here].name
      if !name.isEmpty, !memo.isStructural(name) { return name }
      place = note.sections[here].parent
    }
    return shownTitle
  }
}

extension String {
  /// The question behind a colon: its first letter small.
  fileprivate var loweredQuestion: String {
    guard let first, "QDC".contains(first) else { return self }
    return first.lowercased() + dropFirst()
  }
}
