internal import Glibc

/// Why no package of Anki's can be written.
public enum AnkiError: Error, Hashable, Sendable {
  /// The file cannot be written; the system's reason.
  case unwritable(path: String, reason: String)
  /// The collection could not be made; SQLite's words.
  case failed(message: String)
}

/// A deck as a file that Anki imports (`.apkg`): a collection of schema 11 in a zip archive, without media.
///
/// A card is the same note as long as its id is the same: importing twice adds nothing. Anki takes over what
/// changed when the later package is newer, so give the time at which the notes were last changed. The same
/// cards and time give the same bytes.
public struct AnkiPackage: Sendable {
  /// The deck that categories are decks of.
  public var deck: String

  /// When the notes were changed last, in seconds since 1970.
  public var modified: Int

  private let notes: [AnkiNote]

  /// Creates a package.
  ///
  /// - Parameters:
  ///   - cards: The cards; of two with one id the first counts.
  ///   - deck: The deck's name.
  ///   - modified: When the notes were changed last, in seconds since 1970.
  public init(cards: [Card], deck: String = "AWS", modified: Int = 1_763_683_200) {
    var seen: Set<String> = []
    notes = cards.filter { seen.insert($0.id).inserted }.map(AnkiNote.init)
    self.deck = deck
    self.modified = modified
  }

  /// The package.
  ///
  /// - Throws: ``AnkiError/failed(message:)``.
  /// - Complexity: O(*n*) in the size of the cards; memory for three times their texts.
  public func bytes() throws(AnkiError) -> [UInt8] {
    var archive = ZipArchive()
    do throws(DatabaseError) {
      archive.add("collection.anki2", try collection())
    } catch {
      throw .failed(message: error.message)
    }
    archive.add("media", Array("{}".utf8))
    return archive.bytes
  }

  /// Writes the package, whole or not at all.
  ///
  /// - Throws: ``AnkiError``; a file that was there is left as it was.
  public func write(to path: String) throws(AnkiError) {
    let unfinished = path + "." + EventID.random()
    let bytes = try bytes()
    defer { LogFolder.remove(unfinished) }
    let descriptor = unsafe open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.error(path) }
    let isWritten = LogFolder.write(bytes, to: descriptor)
    let failure = isWritten ? nil : Self.error(path)
    guard close(descriptor) == 0, isWritten else { throw failure ?? Self.error(path) }
    guard unsafe rename(unfinished, path) == 0 else { throw Self.error(path) }
  }

  private static func error(_ path: String) -> AnkiError {
    .unwritable(path: path, reason: LogFolder.reason(errno))
  }

  private func collection() throws(DatabaseError) -> [UInt8] {
    let database = try Database(":memory:")
    try database.execute(AnkiSchema.tables)
    let decks = Set(notes.map { $0.deck(below: deck) } + [deck])
      .sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
    let schema = AnkiSchema(decks: decks, modified: modified)
    try database.transaction { () throws(DatabaseError) in
      try database.run(
        "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        .integer(AnkiSchema.created), .integer(modified * 1000), .integer(modified * 1000),
        .text(AnkiSchema.configuration), .text(schema.models), .text(schema.deckList),
        .text(AnkiSchema.options))
      try insertNotes(database, schema)
    }
    return database.serialized()
  }

  private func insertNotes(_ database: Database, _ schema: AnkiSchema) throws(DatabaseError) {
    let note = try Statement(
      "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')", on: database)
    let card = try Statement(
      "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
      on: database)
    var taken: Set<Int> = []
    for (place, one) in notes.enumerated() {
      var number = one.number
      while !taken.insert(number).inserted { number += 1 }
      try note.bind([
        .integer(number), .text(one.guid), .integer(one.model.id), .integer(modified),
        .text(one.tags), .text(one.fields.joined(separator: "\u{1F}")), .text(one.sortField),
        .integer(one.checksum),
      ])
      while try note.step() {}
      try card.bind([
        .integer(number), .integer(number), .integer(schema.id(ofDeck: one.deck(below: deck))),
        .integer(modified), .integer(place + 1),
      ])
      while try card.step() {}
    }
  }
}
