import KnowledgeBase
import Search

/// What a search found, as it is written.
struct SearchReport {
  private let results: Results
  private let limit: Int
  private let index: Index
  private let workspace: Workspace
  private let typed: String

  /// The passages in order: that of the definition first, if there is one.
  private let passages: [Passage]

  struct Passage {
    var hit: Hit
    var path: String
    var noteTitle: String
    /// The headings down to the section's own.
    var headings: [String]
    var anchor: String
    var snippet: Snippet
    var line: Int
    var definition: String?
  }

  init(_ results: Results, limit: Int, index: Index, workspace: Workspace, typed: String) {
    self.results = results
    self.limit = limit
    self.index = index
    self.workspace = workspace
    self.typed = typed
    let width = workspace.console.output.terminal.layoutWidth
    let length = Swift.min(Swift.max(80, (width - 4) * 2), 240)
    let answered = results.answer?.document
    var hits = results.hits
    if let answered {
      let own = hits.first { $0.document == answered }
      hits.removeAll { $0.document == answered }
      hits.insert(own ?? Hit(document: answered, score: hits.first?.score ?? 0), at: 0)
    }
    passages = hits.map { hit in
      Self.passage(hit, index: index, results: results, length: length)
    }
  }

  private static func passage(
    _ hit: Hit, index: Index, results: Results, length: Int
  ) -> Passage {
    let document = index.document(hit.document)
    let note = index.note(document.note)
    let snippet = index.snippet(of: hit.document, for: results, length: length)
    let answer = results.answer.flatMap { $0.document == hit.document ? $0 : nil }
    let noteTitle = text(note.title)
    var headings = (document.headings + [document.title]).map(text)
    if headings.first == noteTitle { headings.removeFirst() }
    return Passage(
      hit: hit, path: text(note.path), noteTitle: noteTitle, headings: headings,
      anchor: text(document.anchor), snippet: snippet, line: answer?.line ?? snippet.line,
      definition: answer.map { text($0.definition) })
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: - For programs

  /// An array of objects, one for each passage.
  var json: String {
    JSON.lines(
      passages.prefix(limit).map { passage in
        var members: [(String, JSON)] = [
          ("path", .string(workspace.shownPath(passage.path))), ("line", .integer(passage.line)),
          ("title", .string(passage.noteTitle)),
          ("headings", .array(passage.headings.map(JSON.string))),
          ("anchor", .string(passage.anchor)), ("score", .number(passage.hit.score)),
          ("snippet", .string(Self.text(passage.snippet.text))),
        ]
        if let definition = passage.definition {
          members.append(("definition", .string(definition)))
        }
        if !passage.hit.explanation.isEmpty {
          members.append(("explanation", .array(passage.hit.explanation.map(Self.json))))
        }
        return .object(members)
      })
  }

  private static func json(_ part: ScorePart) -> JSON {
    .object([
      ("source", .string("\(part.source)")), ("words", .string(text(part.words))),
      ("value", .number(part.value)),
    ])
  }

  /// A line for each passage: place, score, headings, snippet.
  var table: String {
    passages.prefix(limit).map { passage in
      tabSeparated([
        workspace.shownPath(passage.path), String(passage.line), String(passage.hit.score),
        trail(passage), Self.text(passage.snippet.text),
      ])
    }.joined()
  }

  private func trail(_ passage: Passage) -> String {
    ([passage.noteTitle] + passage.headings).joined(separator: " › ")
  }

  /// The headings in the room there is: the note and the section, what lies between them if it fits.
  private func trail(_ passage: Passage, room: Int) -> String {
    let whole = trail(passage)
    guard displayWidth(of: whole) > room, passage.headings.count > 1 else { return whole }
    return [passage.noteTitle, "…", passage.headings.last ?? ""].joined(separator: " › ")
  }

  // MARK: - For people

  /// Writes the definition, the passages and how many there are.
  func show() {
    let output = workspace.console.output
    showUnmatched()
    showCorrections()
    if let answer = results.answer, let passage = passages.first { show(answer, of: passage) }
    let ranked = (results.answer == nil ? passages[...] : passages.dropFirst()).prefix(limit)
    let digits = String(ranked.count).count
    for (place, passage) in ranked.enumerated() {
      show(passage, number: place + 1, digits: digits)
    }
    if !ranked.isEmpty { output.writeLine() }
    output.writeLine(StyledText(summary.in(workspace.console.language), .dim))
  }

  private func showUnmatched() {
    let output = workspace.console.output
    for filter in results.unmatchedFilters {
      let value = Localized.quoted(Self.text(filter.value))
      let line = filter.label.unmatched(value).in(workspace.console.language)
      output.writeLines(StyledText(line).wrapped(to: output.terminal.layoutWidth))
    }
    if !results.unmatchedFilters.isEmpty { output.writeLine() }
  }

  private func showCorrections() {
    let output = workspace.console.output
    for correction in results.corrections {
      let language = workspace.console.language
      let typed = Localized.quoted(Self.text(correction.typed))
      let line =
        typed
        + Localized(fr: " n’est dans aucune note. Essayez\u{A0}: ", en: " is in no note. Try: ")
      var shown = StyledText(line.in(language))
      for (place, candidate) in correction.candidates.enumerated() {
        if place > 0 { shown += ", " }
        shown += StyledText(Self.text(candidate), place == 0 ? .bold : .plain)
      }
      output.writeLine(shown)
    }
    if !results.corrections.isEmpty { output.writeLine() }
  }

  private func show(_ answer: Answer, of passage: Passage) {
    let output = workspace.console.output
    let width = output.terminal.layoutWidth
    let names = answer.names.prefix(4).map(Self.text).joined(separator: " · ")
    output.writeLines(StyledText(names, .bold).wrapped(to: width))
    output.writeLines(StyledText(Self.text(answer.definition)).wrapped(to: width))
    let place = workspace.shownPlace(passage.path, line: passage.line)
    output.writeLines(StyledText(trail(passage), .dim).aligned(with: place, width: width))
    output.writeLine()
  }

  private func show(_ passage: Passage, number: Int, digits: Int) {
    let output = workspace.console.output
    let width = output.terminal.layoutWidth
    let indent = digits + 3
    let label = String(number)
    let padding = String(repeating: " ", count: digits - label.count + 1)
    let title = StyledText(trail(passage, room: width - indent), .bold)
    let head =
      StyledText(padding + label + "  ", .dim)
      + title.truncated(to: width - indent)
    let place = workspace.shownPlace(passage.path, line: passage.line)
    output.writeLines(head.aligned(with: place, width: width, indent: indent))
    output.writeLines(marked(passage.snippet).wrapped(to: width, indent: indent))
    for part in passage.hit.explanation {
      output.writeLine(.spaces(indent) + StyledText(described(part), .dim))
    }
  }

  /// A snippet with its hits in colour, or in brackets where there is no colour.
  private func marked(_ snippet: Snippet) -> StyledText {
    let usesColor = workspace.console.output.terminal.usesColor
    var shown = StyledText(snippet.isCutBefore ? "… " : "")
    var place = 0
    for range in snippet.highlights {
      shown += StyledText(Self.text(Array(snippet.text[place..<range.lowerBound])))
      let hit = Self.text(Array(snippet.text[range]))
      shown += usesColor ? StyledText(hit, .hit) : StyledText("[\(hit)]")
      place = range.upperBound
    }
    shown += StyledText(Self.text(Array(snippet.text[place...])))
    return shown + StyledText(snippet.isCutAfter ? " …" : "")
  }

  private func described(_ part: ScorePart) -> String {
    let value = (part.value * 100).rounded() / 100
    let label = part.source.label.in(workspace.console.language)
    return "\(value)  \(label)" + (part.words.isEmpty ? "" : " \(Self.text(part.words))")
  }

  private var summary: Localized {
    let (sections, notes) = (results.total, results.noteTotal)
    if sections == 0 {
      return Localized(fr: "Aucun passage ne répond à ", en: "No passage answers ")
        + .quoted(typed) + Localized(both: ".")
    }
    return Localized(
      fr: "\(sections) passage\(sections > 1 ? "s" : "") dans \(notes) note\(notes > 1 ? "s" : "")",
      en: "\(sections) passage\(sections == 1 ? "" : "s") in \(notes) note\(notes == 1 ? "" : "s")")
  }
}

extension ScorePart.Source {
  fileprivate var label: Localized {
    switch self {
    case .word: Localized(fr: "mot", en: "word")
    case .spelling: Localized(fr: "graphie", en: "spelling")
    case .synonym: Localized(fr: "synonyme", en: "synonym")
    case .note: Localized(fr: "note entière", en: "whole note")
    case .form: Localized(fr: "graphie exacte", en: "same spelling")
    case .proximity: Localized(fr: "mots voisins", en: "near words")
    case .title: Localized(fr: "titre", en: "heading")
    case .prior: Localized(fr: "question, non réponse", en: "a question, no answer")
    }
  }
}

extension Query.Label {
  /// Says that no note has a label, and what lists those that notes have.
  fileprivate func unmatched(_ value: Localized) -> Localized {
    let beginning =
      switch self {
      case .service:
        Localized(fr: "Aucune note ne parle du service ", en: "No note is about the service ")
      case .note: Localized(fr: "Aucune note ne s’appelle ", en: "No note is called ")
      case .tag: Localized(fr: "Aucune note ne porte l’étiquette ", en: "No note has the tag ")
      case .category:
        Localized(fr: "Aucune note n’est dans la catégorie ", en: "No note is in the category ")
      }
    let list = self == .service ? "services" : "notes"
    return beginning + value
      + Localized(
        fr: ". «\u{A0}awsnotes list \(list)\u{A0}» dit ce qu’il y a.",
        en: ". “awsnotes list \(list)” tells what there is.")
  }
}
