internal import Cards
internal import HTML
internal import KnowledgeBase
internal import Notes

/// Everything that pages are made from; the same for all of them, and never changed.
struct SiteContext: Sendable {
  let base: KnowledgeBase
  let plan: SitePlan
  let knowledge: SiteKnowledge
  let resolver: LinkResolver
  let terms: TermIndex
  let relations: ServiceRelations
  let statements: TermStatements
  let deck: Deck
  let settings: Settings
  let language: SiteLanguage
  let assets: AssetNames

  /// When each note was last changed, in seconds since 1970, by path.
  let changes: [String: Int]

  /// The terms that each note is about.
  let termsOfNote: [Int: [Int]]

  /// Titles that several notes have.
  let sharedTitles: Set<String>

  /// The places of each note's cards in the deck, by path.
  let cardsOfNote: [String: [Int]]

  /// What pages open where a term is named.
  let definitionTexts = DefinitionTexts()

  /// The file that tells the quiz of all cards; `nil` until it is made.
  var deckFile: String?

  var notes: [Note] { base.notes }

  /// The address of a page on the web; `nil` where the settings do not say where the site will be.
  func address(of page: PagePath) -> String? {
    settings.site.address.map { percentEncoded($0 + page.text) }
  }

  /// A tint for a category: the same on pages, map and cards.
  func tint(of category: String?) -> Int {
    guard let category, let place = terms.number(ofCategory: category) else { return 0 }
    return place % Self.tintCount + 1
  }

  /// How many tints the style has.
  static let tintCount = 8
}

/// The names of the files that pages load, each with a checksum in it.
struct AssetNames: Sendable {
  var style = ""
  var script = ""
  var icon = ""
  /// Further attributes of the script element: what the script loads when it is asked to.
  var data: [(name: String, file: String)] = []
}
