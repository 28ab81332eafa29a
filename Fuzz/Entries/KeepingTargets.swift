internal import Quiz

@testable internal import Cards
@testable internal import KnowledgeBase
@testable internal import Site

extension FuzzTarget {
  /// A history of reviews in JSON, as other machines and pages write it.
  static let history = FuzzTarget(name: "history") { bytes in
    guard let exchange = try? Exchange(json: bytes) else { return }
    guard let again = try? Exchange(json: Array(exchange.json.utf8)) else {
      fatalError("It does not hold that a history is read as it was written.")
    }
    must(again.json == exchange.json, "a history is written as it was read")
    let history = ReviewHistory(exchange.contents)
    _ = ReviewTable(history, cards: []).text(.csv)
  }

  /// The database of the review log, damaged.
  static let log = FuzzTarget(name: "log") { bytes in
    let scratch = Scratch()
    scratch.write(bytes, to: "awsnotes/revues.sqlite")
    let path = scratch.path + "/awsnotes/revues.sqlite"
    if read(path) { return }
    guard let repair = try? ReviewLog.repair(path: path, on: Day(20_000)) else { return }
    must(read(path), "a repaired log is read")
    must(repair.salvaged <= repair.rows, "no more is saved than there is")
  }

  /// Whether a log is read whole.
  private static func read(_ path: String) -> Bool {
    guard let log = try? ReviewLog(path: path), let contents = try? log.contents(),
      (try? log.history()) != nil, (try? log.answers()) != nil, (try? log.flags()) != nil
    else { return false }
    let json = Exchange(deck: "", contents: contents).json
    must((try? Exchange(json: Array(json.utf8))) != nil, "what a log holds can be exported")
    return true
  }

  /// What is kept between runs: notes, decks, the record of a site, an exam; the first byte says which.
  static let kept = FuzzTarget(name: "kept") { bytes in
    let content = Array(bytes.dropFirst())
    switch (bytes.first ?? 0) % 4 {
    case 0:
      var decoder = Decoder(content[...])
      _ = try? decoder.note()
      _ = NoteStore(Region(content)).notes()
    case 1: _ = Deck(bytes: content).map { ($0.cards.count, $0.bytes) }
    case 2: _ = SiteRecord(content + Array((nameHash(content) + "\n").utf8))?.bytes
    default: _ = try? ExamRecord(text: String(decoding: content, as: UTF8.self))
    }
  }
}
