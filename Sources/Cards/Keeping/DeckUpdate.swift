package import Notes
internal import Threads

/// What a deck is made of again after some notes changed: what the others yield is taken from what was kept.
///
/// What a note yields is used again if the note is the same, and if all notes together know the same of every
/// name that was asked about when its cards were made, and of its definitions; see ``DeckDraft/sum(of:names:)``.
package struct DeckUpdate: Sendable {
  /// The deck: what `Deck(notes:sameNames:)` makes.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cards, each time.
  package var deck: Deck { Deck(draft) }

  /// How many notes' cards were used again.
  package let reusedNotes: Int

  /// The number of notes.
  package var noteCount: Int { checksums.count }

  private let draft: DeckDraft
  private let checksums: [UInt64]

  /// Makes what the notes yield.
  ///
  /// - Parameters:
  ///   - notes: The notes, in the order of their paths.
  ///   - sameNames: Groups of names that mean the same.
  ///   - checksums: For each note a checksum of all that it holds.
  ///   - parts: What ``bytes(ofPart:)`` gave the last time, by this version of the program, as far as it was kept.
  /// - Complexity: O(*n*) in the number of names and cards, and in the length of the notes that changed.
  package init(notes: [Note], sameNames: [[String]], checksums: [UInt64], kept parts: [[UInt8]]) {
    var kept: [UInt64: Kept] = [:]
    let threads = Swift.max(1, Swift.min(usefulThreads, parts.count))
    let found = concurrently(threads) { thread in
      stride(from: thread, to: parts.count, by: threads).compactMap { try? Self.read(parts[$0]) }
    }
    for notes in found.joined() { kept.merge(notes) { first, _ in first } }
    let known = kept
    var reused = 0
    draft = DeckDraft(notes: notes, sameNames: sameNames) { draft, number in
      guard let note = known[checksums[number]],
        note.sum == draft.sum(of: number, names: note.made.names)
      else { return nil }
      reused += 1
      return note.made
    }
    (self.checksums, reusedNotes) = (checksums, reused)
  }

  private struct Kept: Sendable {
    var sum: UInt64
    var made: DeckDraft.Made
  }

  /// So many notes are kept together: writing down all at once takes several times their memory.
  private static let notesOfPart = 500

  /// The number of parts in which it is kept what notes yield.
  package var partCount: Int { (noteCount + Self.notesOfPart - 1) / Self.notesOfPart }

  /// A part of what is to be kept for the next time.
  ///
  /// - Parameter part: The number of the part, from 0.
  /// - Returns: What some of the notes yield.
  /// - Complexity: O(*n*) in the length of their cards.
  package func bytes(ofPart part: Int) -> [UInt8] {
    let numbers = (part * Self.notesOfPart..<(part + 1) * Self.notesOfPart).clamped(
      to: draft.notes.indices)
    var writer = DeckWriter()
    writer.write(numbers.count)
    for number in numbers {
      let note = draft.notes[number]
      writer.write(checksums[number])
      writer.write(draft.sum(of: number, names: note.names))
      writer.write(note.names)
      writer.write(note.drafts.drafts.count)
      for draft in note.drafts.drafts { writer.write(draft) }
      writer.write(note.drafts.omissions.count)
      for omission in note.drafts.omissions { writer.write(omission) }
    }
    return writer.bytes
  }

  /// The notes by their checksums.
  private static func read(_ bytes: [UInt8]) throws(DeckReader.Damage) -> [UInt64: Kept] {
    var reader = try DeckReader(bytes)
    let notes = try reader.list { (reader) throws(DeckReader.Damage) in
      let (checksum, sum) = (try reader.wideInt(), try reader.wideInt())
      let names = try reader.texts()
      let drafts = try reader.list { (reader) throws(DeckReader.Damage) in try reader.draft() }
      let omissions = try reader.list { (reader) throws(DeckReader.Damage) in
        try reader.omission()
      }
      let made = DeckDraft.Made(
        names: names, drafts: NoteDrafts(drafts: drafts, omissions: omissions))
      return (checksum, Kept(sum: sum, made: made))
    }
    return Dictionary(notes, uniquingKeysWith: { first, _ in first })
  }
}

extension DeckWriter {
  fileprivate mutating func write(_ draft: Draft) {
    write(draft.card)
    write(draft.identity)
    write(draft.place)
    write(draft.lead)
    write(draft.hidden)
  }
}

extension DeckReader {
  fileprivate mutating func draft() throws(Damage) -> Draft {
    let card = try card()
    let (identity, place, lead, hidden) = (try texts(), try text(), try int(), try texts())
    return Draft(
      card: card, identity: identity, question: folded(card.front), place: place, lead: lead,
      hidden: hidden)
  }
}
