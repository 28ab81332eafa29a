internal import YAML

/// What the front matter of a note says, as far as it is understood; other keys are left alone.
public struct Metadata: Hashable, Sendable {
  /// The title, from `titre` or `title`.
  public var title: String?
  /// `service`: the short name of the service that the note is about.
  public var service: String?
  /// `nom`, `name`: the full English name.
  public var name: String?
  /// `noms_fr`, `names_fr`: names in French.
  public var frenchNames: [String] = []
  /// `alias`, `aliases`: other names.
  public var aliases: [String] = []
  /// The category, from `categorie`, `catégorie` or `category`.
  public var category: String?
  /// Labels, from `tags`, `étiquettes` or `keywords`.
  public var tags: [String] = []
  /// `domaines`, `domains`: domains of the exams, as `CLF 3`.
  public var domains: [String] = []
  /// `lies`, `liés`, `related`: related services.
  public var related: [String] = []

  /// `recherche: non`, `search: false`: whether searches pass the note over.
  public var isUnsearched = false

  /// `cartes`, `cards`: which cards are made besides, or none.
  public var cards = CardWish.usual

  /// What a note's writer says about its cards.
  public enum CardWish: UInt8, Hashable, Sendable {
    /// Nothing: what the note knows becomes cards.
    case usual
    /// `cartes: non`: no card is made.
    case none
    /// `cartes: trous`: passages with marked parts become cards, too.
    case cloze
  }

  /// Creates metadata that say nothing.
  public init() {}

  /// What type a key should have.
  public enum Expected: UInt8, Hashable, Sendable {
    /// One text.
    case text
    /// A list of texts.
    case texts
    /// Keys with values.
    case mapping
  }

  /// Reads a mapping; what has the wrong type is left out and reported.
  init(_ node: Node, problems: inout [Problem]) {
    guard case .mapping(let entries) = node.value else { return }
    for entry in entries {
      let problem = { (expected: Expected) in
        Problem(line: entry.keyLine, kind: .frontMatterType(key: entry.key, expected: expected))
      }
      let text = entry.value.string
      let texts = entry.value.strings
      switch folded(entry.key) {
      case "titre", "title": title = text
      case "service": service = text
      case "nom", "name": name = text
      case "categorie", "category": category = text
      case "noms_fr", "names_fr": frenchNames = texts ?? []
      case "alias", "aliases": aliases = texts ?? []
      case "tags", "etiquettes", "keywords":
        tags = (texts ?? []).flatMap { $0.split(separator: ",").map { trimmed($0) } }
      case "domaines", "domains": domains = texts ?? []
      case "lies", "related": related = texts ?? []
      case "recherche", "search":
        isUnsearched = ["non", "no", "false"].contains(text?.lowercased())
      case "cartes", "cards": cards = CardWish(text)
      default: continue
      }
      if Self.textKeys.contains(folded(entry.key)) {
        if text == nil { problems.append(problem(.text)) }
      } else if texts == nil {
        problems.append(problem(.texts))
      }
    }
  }

  private static let textKeys: Set = [
    "titre", "title", "service", "nom", "name", "categorie", "category", "recherche", "search",
    "cartes", "cards",
  ]
}

extension Metadata.CardWish {
  fileprivate init(_ text: String?) {
    switch text.map({ folded($0) }) {
    case "non", "no", "false", "aucune", "none": self = .none
    case "trous", "cloze": self = .cloze
    default: self = .usual
    }
  }
}
