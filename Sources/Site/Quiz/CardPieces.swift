internal import Cards
internal import KnowledgeBase
internal import Notes

/// Cards in files that are small enough to be fetched when one of them is asked.
///
/// A piece is an object of `cards` and `lines`; the lines of the notes that cards rest on stand there once:
///
///     {"cards":[{"id":"…","kind":"typed","front":"…","back":"…","accept":["…"],"note":"reseau/vpc.md","line":14,
///       "place":"VPC › Table de routage","page":"reseau/vpc/#table-de-routage","before":[0,1],"passage":[2,3,4]}],
///      "lines":["…"]}
///
/// Pieces end at notes, so that a note that changes leaves the pieces of most others as they are.
struct CardPieces: Sendable {
  /// The pieces, and how many cards each holds.
  private(set) var pieces: [(file: DataFile, count: Int)] = []

  private let site: SiteContext
  private var draft = CardPieceDraft()
  /// The cards of the draft.
  private var drafted: [AskedCard] = []
  private var lastNote = ""
  private var order = LineOrder()

  /// No file has more bytes than this, unless a single card has.
  static let mostBytes = 1 << 16

  /// From here on a piece ends where a note's name says so.
  private static let usualBytes = 1 << 14

  /// Lays out cards.
  ///
  /// - Parameters:
  ///   - cards: The cards, each with the choices that it is asked with, and what is written of it besides.
  ///   - site: The site.
  /// - Complexity: O(*n*) in the length of the cards.
  init(_ cards: some Sequence<AskedCard>, of site: SiteContext) {
    self.site = site
    for card in cards { add(card) }
    close()
  }

  private mutating func add(_ asked: AskedCard) {
    let note = asked.card.note
    if note != lastNote, draft.size >= Self.usualBytes, checksumIsRound(note) { close() }
    lastNote = note
    draft.add(asked, site, &order)
    if draft.size > Self.mostBytes - DataFile.frame, !drafted.isEmpty {
      // The card was one too many.
      draft = CardPieceDraft()
      for card in drafted { draft.add(card, site, &order) }
      close()
      draft.add(asked, site, &order)
    }
    drafted.append(asked)
  }

  private func checksumIsRound(_ note: String) -> Bool {
    var digest = Digest()
    digest.add(note)
    return digest.value & 3 == 0
  }

  private mutating func close() {
    guard !drafted.isEmpty else { return }
    pieces.append((DataFile(draft.json), drafted.count))
    (draft, drafted) = (CardPieceDraft(), [])
  }

  /// The files.
  var files: [SiteFile] { pieces.flatMap(\.file.files) }

  /// Writes for each piece its name and the number of its cards.
  func write(to json: inout JSONText) {
    json.list { list in
      for piece in pieces {
        list.string(piece.file.name)
        list.number(piece.count)
      }
    }
  }
}

/// A card as it is asked in a page.
struct AskedCard: Sendable {
  var card: Card
  /// What there is to choose from; empty where nothing is chosen.
  var choices: [Card.Choice] = []
}
