internal import Notes

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
  private let places: SectionPlaces
  private let category: String
  /// What the ids of the note's cards begin with.
  private let head: String
  /// Whether the note is about this collection of notes.
  private let isAside: Bool
  private let isExercise: Bool
  /// What each definition of the note gives cards to say.
  let readings: [DefinitionReading]
  let survey: NoteSurvey
  private(set) var made = NoteDrafts()

  init(note: Note, names: NameQuestions, shared: SharedDefinitions, memo: TextMemo) {
    self.note = note
    self.names = names
    self.shared = shared
    self.memo = memo
    shownTitle = Self.shownTitle(of: note)
    places = SectionPlaces(note, shownTitle: shownTitle, memo)
    head = CardID.head(note.path)
    category = Self.category(of: note)
    isAside = ["a propos", "about"].contains(folded(note.title))
    survey = NoteSurvey(note, memo)
    isExercise = StructuralNames.isExercise(note.title)
    guard note.metadata.cards != .none else {
      readings = []
      omit(1, "note", note.title, .noteWithoutCards)
      return
    }
    readings = note.definitions.map { memo.reading(of: $0, shared) }
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
    let asked = memo.asked(text.front, hiding: hidden)
    guard !asked.isLeak else {
      omit(line, pattern, terms.first ?? text.back, .leak)
      return
    }
    let identity = [pattern] + key
    let fact = siblings ?? (pattern + "\u{1F}" + key.joined(separator: "\u{1F}"))
    let card = Card(
      id: head + CardID.tail(identity), kind: text.kind, front: asked.front, back: text.back,
      accepted: text.accepted, choices: text.choices, note: note.path, section: section,
      headings: places.headings(section), line: line, terms: terms.map(memo.normalName),
      category: category, service: note.metadata.service, tags: note.metadata.tags,
      pattern: pattern, siblings: head + CardID.tail([fact]))
    made.drafts.append(
      Draft(
        card: card, identity: identity, question: asked.question,
        place: qualifier ?? self.qualifier(section), lead: lead(of: text.front, section),
        hidden: hidden))
  }

  /// How many characters a question begins with that name the note or its heading.
  private func lead(of front: String, _ section: Int) -> Int {
    guard front.utf8.starts(with: "« ".utf8) else { return 0 }
    let leads = ["« \(shownTitle) » : ", "« \(topic(section)) » : "]
    return leads.first { front.hasPrefix($0) }?.count ?? 0
  }

  /// The category that the front matter gives, or else the folder of the note.
  private static func category(of note: Note) -> String {
    if let category = note.metadata.category { return category }
    return note.path.split(separator: "/").dropLast().last.map { Note.title(fromPath: String($0)) }
      ?? ""
  }

  /// What tells a section apart: the note's title and the section's name.
  func qualifier(_ section: Int) -> String { places.qualifier(section) }

  /// The heading that a section's cards are about: its own name, or the title where it only orders.
  func topic(_ section: Int) -> String { places.topic(section) }

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
}
