internal import Cards
internal import KnowledgeBase
internal import Notes
internal import Threads

/// The deck as the quiz in the page fetches it: one file that tells of all cards, and pieces that hold them.
///
///     {"version":1,"title":"Notes AWS","new":20,"reviews":200,"leeches":8,"retention":0.9,
///      "pieces":["…",57,…],"names":"…","exam":"…",
///      "categories":[["Réseau",3],…],
///      "services":[["VPC","vpc",[0,12,40,3]],…],
///      "notes":[["reseau/vpc.md","VPC","reseau/vpc/",0,14],…],
///      "cards":["dby9bh1kkbepy",…],"kinds":"tbc…","facts":[0,1,0,…]}
///
/// - `pieces`: names of files, each with the number of its cards, in the order of the deck.
/// - `names`: the file of all answers that can be typed, against which a typed one is held.
/// - `exam`: the file of ``ExamPool``.
/// - `categories`: names and tints. `services`: a name, the word for it in addresses, and ranges of cards, each as its
///   first card and their number. `notes`: path, title, page, category (−1 for none) and number of cards.
/// - `facts`: for each card how far before it another card of the same fact stands; 0 for none.
/// - `parameters`, `retention`, `new`, `reviews`, `leeches`: what the settings say of the quiz.
struct DeckFiles: Sendable {
  /// The path of the file that tells of all cards.
  let path: String

  /// All files.
  let files: [SiteFile]

  /// Lays out the deck of a site.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cards.
  init(_ site: SiteContext) {
    let cards = site.deck.cards
    let (pool, pieces) = concurrently({ ExamPool(site) }, { Self.pieces(of: site) })
    let exam = pool.files()
    var names = JSONText()
    names.strings(Set(cards.lazy.filter { $0.kind == .typed }.flatMap(\.accepted)).sorted())
    let nameFile = DataFile(names.bytes)
    let index = DeckIndex(site: site, pieces: pieces, names: nameFile.name, exam: exam.name)
    let file = DataFile(index.json, prefix: "deck.")
    path = file.path
    // Files of the same bytes have one name: of few notes, the names and the exam's questions may both be none.
    var paths: Set<String> = []
    files = (file.files + pieces.files + exam.files + nameFile.files).filter {
      paths.insert($0.path).inserted
    }
  }

  private static func pieces(of site: SiteContext) -> CardPieces {
    CardPieces(
      site.deck.cards.lazy.map { card in
        // Only what was written with choices is asked with choices; they are shuffled as the terminal does.
        AskedCard(
          card: card,
          choices: card.kind == .choice ? site.deck.choices(for: card, seed: 0) ?? [] : [])
      }, of: site)
  }
}

/// What the file says that tells of all cards.
private struct DeckIndex {
  let site: SiteContext
  let pieces: CardPieces
  let names: String
  let exam: String

  private var cards: [Card] { site.deck.cards }

  var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("version")
      json.number(1)
      json.key("title")
      json.string(site.settings.title)
      writeSettings(to: &json)
      json.key("pieces")
      pieces.write(to: &json)
      json.key("names")
      json.string(names)
      json.key("exam")
      json.string(exam)
      writeFilters(to: &json)
      json.key("cards")
      json.strings(cards.lazy.map(\.id))
      json.key("kinds")
      json.string(String(cards.map { Self.letter(of: $0.kind) }))
      json.key("facts")
      json.numbers(facts)
    }
    return json.bytes
  }

  private static func letter(of kind: Card.Kind) -> Character {
    switch kind {
    case .basic: "b"
    case .typed: "t"
    case .choice: "c"
    case .cloze: "z"
    case .list: "l"
    }
  }

  private func writeSettings(to json: inout JSONText) {
    let settings = site.settings.quiz
    for (key, number) in [
      ("new", settings.newCards), ("reviews", settings.reviews), ("leeches", settings.leechLapses),
    ] {
      json.key(key)
      json.number(number)
    }
    json.key("retention")
    json.literal("\(settings.desiredRetention)")
    guard let parameters = settings.parameters else { return }
    json.key("parameters")
    json.list { list in for number in parameters { list.literal("\(number)") } }
  }

  private var facts: [Int] {
    var last: [String: Int] = [:]
    return cards.enumerated().map { place, card in
      defer { last[card.siblings] = place }
      return last[card.siblings].map { place - $0 } ?? 0
    }
  }

  // MARK: Filters

  private func writeFilters(to json: inout JSONText) {
    json.key("categories")
    json.list { list in
      for category in site.terms.categories {
        list.list { list in
          list.string(category)
          list.number(site.tint(of: category))
        }
      }
    }
    json.key("services")
    json.list { list in
      let places = placesOfServices
      for service in site.terms.services {
        guard let places = places[service] else { continue }
        list.list { list in
          list.string(site.base.glossary.terms[service].names[0])
          list.string(word(for: service))
          list.numbers(ranges(places))
        }
      }
    }
    json.key("notes")
    json.list { list in writeNotes(to: &list) }
  }

  /// The last part of the address of the service's page.
  private func word(for service: Int) -> String {
    site.page(ofTerm: service).text.split(separator: "/").last.map(String.init) ?? ""
  }

  private func writeNotes(to list: inout JSONText) {
    var start = 0
    while start < cards.count {
      let path = cards[start].note
      let end = cards[start...].firstIndex { $0.note != path } ?? cards.count
      let number = site.noteNumber(path)
      list.list { list in
        list.string(path)
        list.string(number.map { site.notes[$0].title } ?? path)
        list.string(number.map { site.plan.notePages[$0].text } ?? "")
        list.number(site.terms.number(ofCategory: cards[start].category) ?? -1)
        list.number(end - start)
      }
      start = end
    }
  }

  /// The cards that each service is asked by: those of its note, and those whose terms or headings name it.
  private var placesOfServices: [Int: [Int]] {
    let services = Set(site.terms.services)
    var known: [String: Int?] = [:]
    var places: [Int: [Int]] = [:]
    for (place, card) in cards.enumerated() {
      var own: Set<Int> = []
      for name in [card.service].compactMap(\.self) + card.terms + card.headings {
        let service: Int?
        if let seen = known[name] {
          service = seen
        } else {
          service = site.base.glossary.place(of: name).flatMap { services.contains($0) ? $0 : nil }
          known[name] = .some(service)
        }
        if let service { own.insert(service) }
      }
      for service in own { places[service, default: []].append(place) }
    }
    return places
  }

  /// Runs of places, each as its first and their number.
  private func ranges(_ places: [Int]) -> [Int] {
    var ranges: [Int] = []
    for place in places {
      if let count = ranges.last, ranges[ranges.count - 2] + count == place {
        ranges[ranges.count - 1] += 1
      } else {
        ranges += [place, 1]
      }
    }
    return ranges
  }
}
