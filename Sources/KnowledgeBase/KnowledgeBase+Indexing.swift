public import Notes
package import Search
internal import Threads

extension KnowledgeBase {
  /// What a section's score is multiplied by that asks rather than answers.
  private static let questionPrior: Float = 0.6

  /// The bytes of a segment that finds notes; glossary and synonyms stand in one of their own.
  ///
  /// The notes are divided among the processors; the bytes do not depend on how.
  ///
  /// - Complexity: O(*n*) in the length of all text.
  static func segment(of notes: [Note]) -> [UInt8] {
    let parts = Swift.min(usefulThreads, Swift.max(1, notes.count / fewNotes))
    let portions = concurrently(parts) { part in
      var builder = IndexBuilder()
      for number in notes.count * part / parts..<notes.count * (part + 1) / parts {
        builder.add(source(of: notes[number], sections: notes[number].indexedSections))
      }
      return builder.finishedPortion()
    }
    let assembly = IndexAssembly(portions, entries: [], synonyms: [])
    let shares = concurrently(parts) { assembly.encode($0, of: parts) }
    return (consume assembly).finish(shares)
  }

  /// Fewer notes than this are not worth a thread.
  private static let fewNotes = 32

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
          codeLines: section.text.indices.filter { section.text[$0].isCode },
          prior: section.isQuestion ? questionPrior : 1)
      })
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
