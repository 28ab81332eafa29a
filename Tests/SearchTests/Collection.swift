import Search

/// Notes of made-up words, which no rule of French changes, joins or cuts.
struct Collection {
  /// Words in order of frequency; all have letters that no ending has.
  static let words: [String] = {
    let (starts, ends) = (["b", "d", "f", "g", "k", "m", "p", "v", "z"], ["ak", "ok", "uk"])
    return starts.flatMap { first in
      ["bo", "da", "fu", "go", "ku"].flatMap { middle in ends.map { first + "o" + middle + $0 } }
    }
  }()

  var notes: [SourceNote] = []

  /// Makes notes of one to so many sections of up to so many words.
  init(
    notes count: Int, mostSections: Int, firstPath: Int = 0, mostWords: Int = 40,
    _ random: inout SplitMix64
  ) {
    for number in 0..<count {
      let sections = (0..<1 + random.below(mostSections)).map { section in
        SourceDocument(
          title: utf8(Self.text(1 + random.below(3), &random)),
          headings: random.once(in: 3) ? [utf8(Self.word(&random))] : [], line: 1 + section,
          terms: random.once(in: 5) ? [utf8(Self.word(&random))] : [],
          text: utf8(Self.text(random.below(mostWords), &random)), textLines: [section + 2])
      }
      notes.append(
        SourceNote(
          path: utf8("dossier/\(firstPath + number).md"), title: utf8("Note \(firstPath + number)"),
          services: [utf8("S\(random.below(3))")], categories: [utf8("C\(random.below(4))")],
          tags: [utf8("t\(random.below(5))")], documents: sections))
    }
  }

  /// A word, the first ones far more often, as Zipf found it in texts.
  static func word(_ random: inout SplitMix64) -> String {
    words[random.below(1 + random.below(1 + random.below(words.count)))]
  }

  static func text(_ count: Int, _ random: inout SplitMix64) -> String {
    (0..<count).map { _ in word(&random) }.joined(separator: " ")
  }

  var documents: [(note: SourceNote, document: SourceDocument)] {
    notes.flatMap { note in note.documents.map { (note, $0) } }
  }
}

extension SourceDocument {
  /// The fields: no phrase goes from one to the next.
  var fields: [[String]] {
    [title, terms.first ?? [], headings.first ?? [], text].map {
      string($0).split(separator: " ").map(String.init)
    }
  }

  func contains(_ phrase: [String]) -> Bool {
    fields.contains { words in
      words.indices.contains { words[$0...].starts(with: phrase) }
    }
  }

  func contains(wordWith prefix: String) -> Bool {
    fields.contains { $0.contains { $0.hasPrefix(prefix) } }
  }
}
