import Cards
import KnowledgeBase

extension CommandLineOption {
  /// Options that name some of the cards.
  static let cardFilters: [CommandLineOption] = [
    CommandLineOption(
      "service", value: .text(Localized(fr: "NOM", en: "NAME")), names: .services,
      help: Localized(fr: "seulement ce service", en: "only this service")),
    CommandLineOption(
      "category", value: .text(Localized(fr: "NOM", en: "NAME")), names: .categories,
      help: Localized(fr: "seulement cette catégorie", en: "only this category")),
    CommandLineOption(
      "note", value: .text(Localized(fr: "NOM", en: "NAME")), names: .notes,
      help: Localized(fr: "seulement cette note", en: "only this note")),
    CommandLineOption(
      "tag", value: .text(Localized(fr: "MOT", en: "WORD")), names: .tags,
      help: Localized(fr: "seulement cette étiquette", en: "only this tag")),
    CommandLineOption(
      "kind", value: .choice(Card.Kind.allCases.map(\.rawValue)),
      help: Localized(fr: "seulement cette sorte de carte", en: "only this kind of card")),
  ]
}

extension CardFilter {
  /// The cards that a command line asks for.
  init(_ arguments: ParsedArguments) {
    self.init()
    service = arguments.text("service")
    category = arguments.text("category")
    note = arguments.text("note")
    tag = arguments.text("tag")
    kind = arguments.text("kind").flatMap(Card.Kind.init)
  }
}
