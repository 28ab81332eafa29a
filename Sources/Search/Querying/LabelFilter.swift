/// Which sections the labels of a query (`service:`, `note:`, `tag:`, `category:`) allow.
struct LabelFilter {
  /// The documents that are allowed; `nil` where all are.
  private(set) var allowed: DocumentSet?

  /// The labels that no note has.
  private(set) var unmatched: [Query.Filter] = []

  init(_ filters: [Query.Filter], index: Index) {
    for filter in filters {
      let found = Self.documents(filter, index: index)
      if found.isEmpty { unmatched.append(filter) }
      var merged = allowed ?? DocumentSet(size: index.documentCount, isFull: true)
      if filter.isNegated { merged.subtract(found) } else { merged.formIntersection(found) }
      allowed = merged
    }
  }

  private static func documents(_ filter: Query.Filter, index: Index) -> DocumentSet {
    var found = DocumentSet(size: index.documentCount)
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
      if isFound { found.insert(note.documents) }
    }
    if filter.label == .service { addSections(about: filter.value, index, to: &found) }
    return found
  }

  /// A section is about a service, too, where the service's name stands in its headings or is defined.
  private static func addSections(
    about service: [UInt8], _ index: Index, to found: inout DocumentSet
  ) {
    let lexicon = Lexicon(index)
    for name in [service] + (index.answer(to: service)?.names ?? []) {
      index.evidence(
        ofPhrase: analyzedWords(of: name), lexicon: lexicon, fields: [.title, .terms, .context]
      ).insert(into: &found)
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
