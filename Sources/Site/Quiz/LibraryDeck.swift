public import Cards
public import KnowledgeBase
internal import Threads

/// The cards of all notes of a library: those that were kept, or else they are made.
///
///     let made = LibraryDeck(library, base)
///     made.keep()
///
/// The whole deck is kept until a note changes. What each note yields is kept besides, so that a deck is made
/// quickly where few notes changed.
public struct LibraryDeck: Sendable {
  /// The cards.
  public let deck: Deck

  private let library: Library

  /// How the deck was made; `nil` where it was kept.
  private let update: DeckUpdate?

  private static let name = "deck"

  /// The name of a part of what notes yield.
  private static func draftName(_ part: Int) -> String { "drafts\(part)" }

  /// What each note yields is written again where so many notes of a hundred changed since.
  private static let mostChanged = 10

  /// Reads the deck that was kept; `nil` where none was kept of these notes.
  ///
  /// - Complexity: O(*n*) in the length of all cards.
  public init?(kept library: Library) {
    guard
      let deck = library.kept(Self.name, madeOf: [library.identity]).flatMap({ Deck(bytes: $0) })
    else { return nil }
    self.init(deck, library, nil)
  }

  private init(_ deck: Deck, _ library: Library, _ update: DeckUpdate?) {
    (self.deck, self.library, self.update) = (deck, library, update)
  }

  /// Reads the deck that was kept, or makes it.
  ///
  /// - Parameters:
  ///   - library: The library.
  ///   - base: Its notes.
  /// - Complexity: O(*n*) in the length of all cards where no note changed, and O(*n* log *n*) in the length of what
  ///   notes define and list where all did.
  public init(_ library: Library, _ base: KnowledgeBase) {
    self = Self.made(library, base) {}.deck
  }

  /// Reads the deck that was kept, or makes it, and does other work while one thread puts the cards together.
  ///
  /// - Parameters:
  ///   - library: The library.
  ///   - base: Its notes.
  ///   - work: The other work, done on the calling thread.
  /// - Returns: The deck, and what came of the work.
  static func made<Result>(
    _ library: Library, _ base: KnowledgeBase, beside work: () -> Result
  ) -> (deck: LibraryDeck, result: Result) {
    if let kept = LibraryDeck(kept: library) { return (kept, work()) }
    let (notes, sameNames) = (base.notes, base.vocabulary.groups)
    guard let checksums = library.noteChecksums, checksums.count == notes.count else {
      return (LibraryDeck(Deck(notes: notes, sameNames: sameNames), library, nil), work())
    }
    var parts: [[UInt8]] = []
    while let part = library.kept(Self.draftName(parts.count), madeOf: []) { parts.append(part) }
    let update = DeckUpdate(
      notes: notes, sameNames: sameNames, checksums: checksums, kept: parts)
    let (result, deck) = concurrently(work, { update.deck })
    return (LibraryDeck(deck, library, update), result)
  }

  /// Keeps the deck beside the index, for the next time; where nothing can be written, nothing is.
  ///
  /// - Complexity: O(*n*) in the length of all cards.
  public func keep() { for step in keeping { step() } }

  /// What ``keep()`` does, in steps that may be done at the same time.
  var keeping: [@Sendable () -> Void] {
    guard let update else { return [] }
    let (deck, library) = (deck, library)
    let whole = { @Sendable in
      library.keep(deck.bytes, named: Self.name, madeOf: [library.identity])
    }
    let changed = update.noteCount - update.reusedNotes
    guard changed * 100 > update.noteCount * Self.mostChanged else { return [whole] }
    return [whole]
      + (0..<update.partCount).map { part in
        { @Sendable in
          library.keep(update.bytes(ofPart: part), named: Self.draftName(part), madeOf: [])
        }
      }
  }
}
