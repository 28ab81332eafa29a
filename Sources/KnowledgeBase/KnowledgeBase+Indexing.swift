public import Notes
package import Search

extension KnowledgeBase {
  /// The share that the expansion adds where an acronym is typed: people who type ECS mean ECS.
  private static let expansionWeight: Float = 0.3
  /// The share that the acronym adds where its expansion is typed: notes mostly write the acronym.
  private static let acronymWeight: Float = 1
  /// The share that a name in the other language adds.
  private static let translationWeight: Float = 0.6

  /// What a section's score is multiplied by that asks rather than answers.
  private static let questionPrior: Float = 0.6

  /// The bytes of a full-text index of all sections, the glossary and the synonyms.
  ///
  /// The notes are divided among the processors; the bytes do not depend on how.
  ///
  /// - Complexity: O(*n*) in the length of all text.
  func index() -> [UInt8] {
    let indexed = notes.map { $0.indexedSections }
    let parts = Swift.min(usefulThreads, Swift.max(1, notes.count / Self.fewNotes))
    let portions = concurrently(parts) { part in
      var builder = IndexBuilder()
      for number in notes.count * part / parts..<notes.count * (part + 1) / parts {
        builder.add(Self.source(of: notes[number], sections: indexed[number]))
      }
      return builder.finishedPortion()
    }
    let assembly = IndexAssembly(portions, entries: entries(indexed), synonyms: synonyms())
    return assembly.finish(concurrently(parts) { assembly.encode($0, of: parts) })
  }

  /// Fewer notes than this are not worth a thread.
  private static let fewNotes = 32

  /// The terms of the glossary whose definitions stand in a section that is indexed.
  private func entries(_ indexed: [[Int]]) -> [SourceEntry] {
    glossary.terms.compactMap { term in
      guard let best = term.definitions.first else { return nil }
      let definition = definition(at: best)
      guard let place = indexed[best.note].firstIndex(of: definition.section) else { return nil }
      return SourceEntry(
        names: term.names.map { Array($0.utf8) }, definition: Array(definition.text.utf8),
        section: .own(note: best.note, document: place), line: definition.line)
    }
  }

  /// A note as the index takes it.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - sections: The places of the sections to index, ascending.
  /// - Returns: The sections with their headings, their defined terms and their priors.
  package static func source(of note: Note, sections: [Int]) -> SourceNote {
    var terms: [Int: [[UInt8]]] = [:]
    for definition in note.definitions {
      for name in definition.names {
        terms[definition.section, default: []].append(Array(name.utf8))
      }
    }
    return SourceNote(
      path: Array(note.path.utf8), title: Array(note.title.utf8),
      services: note.services.map { Array($0.utf8) },
      categories: note.categories.map { Array($0.utf8) },
      tags: note.metadata.tags.map { Array($0.utf8) },
      documents: sections.map { place in
        let section = note.sections[place]
        let isRoot = section.level == 0
        return SourceDocument(
          title: Array((isRoot ? note.title : section.name).utf8),
          headings: note.headings(above: place).map { Array($0.utf8) },
          anchor: Array(section.anchor.utf8), line: section.line,
          terms: terms[place] ?? [],
          text: Array(section.text.map(\.text).joined(separator: "\n").utf8),
          textLines: section.text.map(\.line),
          prior: section.isQuestion ? questionPrior : 1)
      })
  }

  private func synonyms() -> [SourceSynonym] {
    var weights: [[String]: Float] = [:]
    let add = { (name: String, other: String, weight: Float) in
      guard name != other else { return }
      weights[[name, other]] = Swift.max(weights[[name, other]] ?? 0, weight)
    }
    let pair = { (short: String, long: String) in
      add(short, long, Self.expansionWeight)
      add(long, short, Self.acronymWeight)
    }
    for note in notes {
      for acronym in note.acronyms { pair(acronym.short, acronym.expansion) }
      for definition in note.definitions {
        if let expansion = definition.expansion { pair(definition.term, expansion) }
      }
      let metadata = note.metadata
      if let service = metadata.service {
        if let name = metadata.name { pair(service, name) }
        for name in metadata.frenchNames {
          add(name, service, Self.acronymWeight)
          add(service, name, Self.expansionWeight)
        }
      }
    }
    for group in vocabulary.groups {
      for name in group { for other in group { add(name, other, Self.translationWeight) } }
    }
    return weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { names, weight in
      SourceSynonym(name: Array(names[0].utf8), other: Array(names[1].utf8), weight: weight)
    }
  }
}

extension Note {
  /// The sections that are searched: those with text, and headings over nothing at all.
  ///
  /// A heading that only stands over others is found through them: they carry it as context.
  package var indexedSections: [Int] {
    guard !metadata.isUnsearched else { return [] }
    return sections.indices.filter { place in
      let hasText = !sections[place].text.isEmpty
      let hasChildren = place + 1 < sections.count && sections[place + 1].parent == place
      return hasText || !hasChildren
    }
  }

  /// What `service:` finds the note by.
  public var services: [String] {
    let names = [metadata.service, metadata.name].compactMap(\.self)
    return names.isEmpty ? [title] : names + metadata.frenchNames + metadata.aliases
  }

  /// What `category:` finds the note by: the front matter's category, or else the folder.
  public var categories: [String] {
    if let category = metadata.category { return [category] }
    return path.split(separator: "/").dropLast().map { Note.title(fromPath: String($0)) }
  }
}
