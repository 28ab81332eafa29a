import Cards
import KnowledgeBase
import Memory
import Search

/// `awsnotes quiz repair` and `awsnotes quiz orphans`: the review log itself.
struct QuizMaintenance {
  let workspace: Workspace
  private var console: Console { workspace.console }

  private func say(_ text: Localized) {
    console.output.writeLine(StyledText(text.in(console.language)))
  }

  /// Makes a damaged log anew.
  func repair() throws(Failure) -> ExitStatus {
    do throws(ReviewLogError) {
      let path = try ReviewLog.path(in: console.environment)
      // As the doctor looks: what can be read may have lost rows, or be about to.
      if let log = try? ReviewLog(path: path), (try? log.check()) != nil,
        let rows = try? log.contents().count
      {
        say(
          Localized(
            fr: "Rien à réparer\u{A0}: les \(rows) événements de \(path) se lisent tous.",
            en: "Nothing to mend: all \(rows) events of \(path) can be read."))
        return .success
      }
      let found = try ReviewLog.repair(path: path, on: Self.today)
      say(
        Localized(
          fr:
            "\(found.rows) événements dans \(path), dont \(found.salvaged) tirés du fichier abîmé.",
          en:
            "\(found.rows) events in \(path), \(found.salvaged) of them saved from the damaged file."
        ))
      if let copy = found.copy {
        say(Localized(fr: "Copie reprise\u{A0}: \(copy)", en: "Copy taken up: \(copy)"))
      }
      if let damaged = found.damaged {
        say(
          Localized(fr: "Ancien fichier gardé\u{A0}: \(damaged)", en: "Old file kept: \(damaged)"))
      }
      return .success
    } catch {
      throw Failure(error)
    }
  }

  /// Lists the histories whose card is gone, each with the card that is most like it; or joins one.
  ///
  /// - Parameter pair: An orphan and the card that is to have its history; nothing to see them all.
  /// - Returns: Success.
  /// - Throws: A ``Failure`` if the two are not an orphan and a card, or the log cannot be used.
  func orphans(joining pair: [String]) throws(Failure) -> ExitStatus {
    let deck = try workspace.deck()
    let living = Set(deck.cards.map(\.id))
    let contents = try workspace.readingReviewLog { log throws(ReviewLogError) in
      try log.contents()
    }
    let reviews = ReviewHistory(contents).reviews
    let orphans = reviews.keys.filter { !living.contains($0) }.sorted()
    if !pair.isEmpty { return try join(pair, orphans: orphans, living: living) }
    guard !orphans.isEmpty else {
      say(Localized(fr: "Aucune carte orpheline.", en: "No orphaned card."))
      return .success
    }
    let adopted = Set(contents.joins.map(\.card))
    for orphan in orphans {
      let count = reviews[orphan]?.count ?? 0
      say(
        Localized(
          fr: "\(orphan) · \(count) révision\(count > 1 ? "s" : "")",
          en: "\(orphan) · \(count) review\(count > 1 ? "s" : "")"))
      let near = deck.cards.filter { reviews[$0.id] == nil && !adopted.contains($0.id) }
        .max { likeness($0.id, orphan) < likeness($1.id, orphan) }
      if let near, likeness(near.id, orphan) > 0 {
        console.output.writeLine(
          StyledText("  → \(near.id)  ", .dim) + StyledText(near.front, .bold)
            + StyledText("  ") + workspace.shownPlace(near.note, line: near.line))
      }
    }
    say(
      Localized(
        fr:
          "Pour donner l’historique d’une orpheline à une carte\u{A0}: awsnotes quiz orphans ORPHELINE CARTE",
        en: "To give an orphan's history to a card: awsnotes quiz orphans ORPHAN CARD"))
    return .success
  }

  /// How alike the identifiers of two cards are: the same term and rule in a note of another name, or another
  /// term of the same note.
  private func likeness(_ one: String, _ other: String) -> Int {
    (one.suffix(8) == other.suffix(8) ? 2 : 0) + (one.prefix(5) == other.prefix(5) ? 1 : 0)
  }

  private func join(
    _ pair: [String], orphans: [String], living: Set<String>
  ) throws(Failure) -> ExitStatus {
    guard pair.count == 2, orphans.contains(pair[0]), living.contains(pair[1]) else {
      throw Failure(
        Localized(
          fr:
            "il faut une orpheline, puis une carte\u{A0}: «\u{A0}awsnotes quiz orphans\u{A0}» les montre.",
          en: "an orphan and then a card are needed: “awsnotes quiz orphans” shows them."),
        status: .misuse)
    }
    try workspace.reviewLog { log throws(ReviewLogError) in
      try log.append(
        CardJoin(
          id: EventID.random(), orphan: pair[0], card: pair[1], time: Clock.milliseconds))
    }
    say(Localized(fr: "Historique repris.", en: "History taken up."))
    return .success
  }

  /// The learner's day.
  static var today: Day {
    StudyCalendar(offset: Clock.offset).day(Int(Clock.seconds))
  }
}
