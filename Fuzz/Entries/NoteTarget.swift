internal import Markdown
internal import Notes
internal import Search

@testable internal import Cards
@testable internal import KnowledgeBase

extension FuzzTarget {
  /// A note: its tree, sections, definitions and cards, what is kept of it, and its index.
  static let note = FuzzTarget(name: "note") { bytes in
    let source = SourceText(bytes: bytes)
    let lines = 1 + source.text.utf8.count { $0 == UInt8(ascii: "\n") }
    if let document = try? Document(parsing: source.text) {
      _ = document.treeDescription
      checkLines(of: document, below: lines)
    }
    guard let note = try? Note(path: "reseau/note.md", source: source) else { return }
    must(note.sections.allSatisfy { (0...lines).contains($0.line) }, "sections stand in the note")
    checkKept(note)
    checkCards(of: note)
    // An index begins with large tables: one note of four must do.
    if bytes.count % 4 == 0 { checkIndex(of: note) }
    var checker = Checker(KnowledgeBase(notes: [note], vocabulary: vocabulary), others: [])
    _ = checker.findings()
  }

  /// The front matter of a note.
  static let frontMatter = FuzzTarget(name: "front-matter") { bytes in
    let source = SourceText(bytes: Array("---\n".utf8) + bytes + Array("\n---\n# VPC\n".utf8))
    guard let note = try? Note(path: "reseau/note.md", source: source) else { return }
    checkKept(note)
    _ = KnowledgeBase(notes: [note], vocabulary: vocabulary).glossary.terms
    _ = try? Vocabulary(yaml: String(decoding: bytes, as: UTF8.self), path: "vocabulaire.yml")
  }
}

/// Small, so that many notes are tried.
private let vocabulary = Vocabulary(groups: [["pare-feu", "firewall"]])

private func checkLines(of document: Document, below count: Int) {
  let blocks = document.blocks + document.footnotes.flatMap(\.blocks)
  must(
    blocks.allSatisfy { $0.lines.lowerBound >= 1 && $0.lines.upperBound <= count },
    "blocks stand on lines of the document")
}

/// What the cache holds of a note is the note, without its problems.
private func checkKept(_ note: Note) {
  var encoder = Encoder()
  encoder.encode(note)
  var decoder = Decoder(encoder.bytes[...])
  var plain = note
  plain.problems = []
  must((try? decoder.note()) == plain, "a note is read from the cache as it was written")
}

private func checkCards(of note: Note) {
  let deck = Deck(notes: [note], sameNames: vocabulary.groups)
  must(Deck(bytes: deck.bytes) == deck, "a deck is read from the cache as it was written")
  must(Set(deck.cards.map(\.id)).count == deck.cards.count, "cards have ids of their own")
  for card in deck.cards.prefix(8) {
    must(!card.front.isEmpty && !card.back.isEmpty, "a card has two sides")
    _ = deck.choices(for: card, seed: 7)
  }
}

private func checkIndex(of note: Note) {
  guard let index = try? Index(Bytes(KnowledgeBase.segment(of: [note]))) else {
    fatalError("It does not hold that an index opens once it is made.")
  }
  must(index.noteCount == 1, "a note is indexed")
  for name in [note.title] + note.definitions.prefix(2).map(\.term) {
    let results = index.search(Query(Array(name.utf8)), isExplained: true)
    for hit in results.hits { _ = index.snippet(of: hit.document, for: results) }
  }
}
