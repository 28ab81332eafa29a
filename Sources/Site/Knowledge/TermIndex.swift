internal import FrenchText
internal import KnowledgeBase
internal import Notes

/// The glossary as pages use it: services, categories, where each term is found.
struct TermIndex: Sendable {
  /// The places of the services in `Glossary.terms`, by name.
  let services: [Int]

  /// The categories of notes, in order.
  let categories: [String]

  private let categoryPages: [String: PagePath]
  private let categoryNumbers: [String: Int]

  /// The notes of each category.
  private let categoryNotes: [String: [Int]]

  /// Whether the glossary has a page a letter: one page of so many terms would weigh more than all others.
  let isGlossaryLong: Bool

  /// The page of each term that is a service.
  let servicePages: [Int: PagePath]

  /// The element of each term in the glossary.
  let anchors: [String]

  /// The names that are known to be English.
  private let englishNames: Set<String>

  /// Names what there is.
  ///
  /// - Complexity: O(*n*) in the length of all text.
  init(_ base: KnowledgeBase) {
    let terms = base.glossary.terms
    var places: [Int] = []
    var pages: [Int: PagePath] = [:]
    var taken: Set<PagePath> = []
    for service in base.services {
      guard let place = base.glossary.place(of: service.names[0]), pages[place] == nil,
        terms[place].note != nil || !terms[place].definitions.isEmpty
      else { continue }
      let page = Self.unused(&taken) { count in
        FixedPage.services.path.appending(addressWord(service.names[0], count))
      }
      places.append(place)
      pages[place] = page
    }
    services = places.sortedAlphabetically { terms[$0].names[0] }
    servicePages = pages
    var takenAnchors: Set<String> = []
    anchors = terms.map { term in
      Self.unused(&takenAnchors) { addressWord(term.names[0], $0) }
    }
    categories = Set(base.notes.compactMap(\.metadata.category)).sortedAlphabetically { $0 }
    categoryNumbers = Dictionary(
      categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var categoryNotes: [String: [Int]] = [:]
    for (number, note) in base.notes.enumerated() {
      if let category = note.metadata.category {
        categoryNotes[category, default: []].append(number)
      }
    }
    self.categoryNotes = categoryNotes
    var takenPages: Set<PagePath> = []
    categoryPages = Dictionary(
      categories.map { category in
        (
          category,
          Self.unused(&takenPages) {
            FixedPage.categories.path.appending(addressWord(category, $0))
          }
        )
      }, uniquingKeysWith: { first, _ in first })
    isGlossaryLong = terms.count { !$0.definitions.isEmpty } > GlossaryPage.mostTerms
    var english: Set<String> = []
    for note in base.notes {
      if let name = note.metadata.name { english.insert(name) }
    }
    englishNames = english
  }

  /// The page of a category of some note.
  func page(ofCategory category: String) -> PagePath {
    categoryPages[category] ?? FixedPage.categories.path
  }

  /// The place of a category in `categories`; `nil` if no note has it.
  func number(ofCategory category: String) -> Int? { categoryNumbers[category] }

  /// The notes of a category, by their places in `KnowledgeBase.notes`.
  func notes(ofCategory category: String) -> [Int] { categoryNotes[category] ?? [] }

  /// The language of a name where it is not that of the site.
  func language(of name: String, in site: SiteLanguage) -> String? {
    site == .french && englishNames.contains(name) ? "en" : nil
  }

  private static func unused<Name: Hashable>(
    _ taken: inout Set<Name>, _ name: (Int) -> Name
  ) -> Name {
    var count = 1
    while !taken.insert(name(count)).inserted { count += 1 }
    return name(count)
  }
}

/// A name as part of an address, a number behind it from the second on.
func addressWord(_ name: String, _ count: Int = 1) -> String {
  var word: [UInt8] = []
  appendAddressWord(of: Array(name.utf8).span, to: &word)
  let text = word.isEmpty ? "-" : String(decoding: word, as: UTF8.self)
  return count == 1 ? text : "\(text)-\(count)"
}

extension Sequence {
  /// The elements in the order of a French list of their names: accents, case and signs come last.
  ///
  /// - Complexity: O(*n* log *n*); each name is folded once.
  func sortedAlphabetically(by name: (Element) -> String) -> [Element] {
    map { element in
      let name = name(element)
      return (key: foldedWords(name).joined(separator: " "), name: name, element: element)
    }
    .sorted { ($0.key, $0.name) < ($1.key, $1.name) }.map(\.element)
  }
}
