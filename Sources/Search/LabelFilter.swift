/// Which sections the labels of a query (`service:`, `note:`, `tag:`, `category:`) allow.
struct LabelFilter {
  private var allowed: [Bool]?

  init(_ filters: [Query.Filter], index: Index, ranking: Ranking) {
    for filter in filters {
      let found = Self.documents(filter, index: index, ranking: ranking)
      var merged = allowed ?? [Bool](repeating: true, count: index.documentCount)
      for id in merged.indices { merged[id] = merged[id] && found[id] != filter.isNegated }
      allowed = merged
    }
  }

  func allows(_ document: DocumentID, in index: Index) -> Bool {
    guard let allowed else { return true }
    return allowed[document.rawValue]
  }

  private static func documents(
    _ filter: Query.Filter, index: Index, ranking: Ranking
  ) -> [Bool] {
    var found = [Bool](repeating: false, count: index.documentCount)
    let asked = normalForms(of: analyzedWords(of: filter.value))
    for number in 0..<index.noteCount {
      let note = index.note(NoteID(number))
      let labels =
        switch filter.label {
        case .service: note.services
        case .category: note.categories
        case .tag: note.tags
        case .note: [note.title, note.path]
        }
      let isFound = labels.contains { label in
        let forms = normalForms(of: analyzedWords(of: label))
        return filter.label == .note
          ? forms.contains { form in asked.contains { contains(form, words: $0) } }
          : forms.contains { asked.contains($0) }
      }
      if isFound { for id in note.documents.clamped(to: 0..<found.count) { found[id] = true } }
    }
    if filter.label == .service { addSections(about: filter.value, index, ranking, to: &found) }
    return found
  }

  /// A section is about a service, too, where the service's name stands in its headings or is defined.
  private static func addSections(
    about service: [UInt8], _ index: Index, _ ranking: Ranking, to found: inout [Bool]
  ) {
    let lexicon = Lexicon(index)
    for name in [service] + (index.answer(to: service)?.names ?? []) {
      let matches = index.matches(
        ofPhrase: analyzedWords(of: name), lexicon: lexicon, fields: [.title, .terms, .context],
        ranking: ranking)
      for entry in matches.documents { found[entry.id] = true }
    }
  }

  /// Whether the words of one normal form stand together in another.
  private static func contains(_ form: [UInt8], words: [UInt8]) -> Bool {
    let padded = [0x20] + form + [0x20]
    let asked = [0x20] + words + [0x20]
    guard padded.count >= asked.count else { return false }
    return (0...padded.count - asked.count).contains { padded[$0...].starts(with: asked) }
  }
}
