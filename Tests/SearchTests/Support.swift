import Search

/// An index over notes of one section each, titled and numbered in order.
func index(
  _ sections: [(title: String, text: String)], entries: [SourceEntry] = [],
  synonyms: [SourceSynonym] = []
) throws -> Index {
  try index(
    notes: sections.map { section in
      SourceNote(
        path: utf8("\(section.title).md"), title: utf8(section.title),
        documents: [SourceDocument(title: utf8(section.title), text: utf8(section.text))])
    }, entries: entries, synonyms: synonyms)
}

func index(
  notes: [SourceNote], entries: [SourceEntry] = [], synonyms: [SourceSynonym] = []
) throws -> Index {
  try Index(Bytes(bytes(notes: notes, entries: entries, synonyms: synonyms)))
}

func bytes(
  notes: [SourceNote], entries: [SourceEntry] = [], synonyms: [SourceSynonym] = []
) -> [UInt8] {
  var builder = IndexBuilder()
  for note in notes { builder.add(note) }
  for entry in entries { builder.add(entry) }
  for synonym in synonyms { builder.add(synonym) }
  return builder.finish()
}

func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension Index {
  /// The titles of the sections that a query finds, best first.
  func titles(_ query: String, limit: Int = 10) -> [String] {
    search(Query(utf8(query)), limit: limit).hits.map { string(document($0.document).title) }
  }
}
