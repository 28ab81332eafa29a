internal import KnowledgeBase
internal import Markdown
internal import Notes
internal import Search

/// Turns documents into the bytes of an index.
struct Building {
  /// Whether each text is read as a note in Markdown, of several sections.
  let readsMarkdown: Bool

  /// How long Markdown was read, in seconds.
  private(set) var readSeconds = 0.0

  init(readsMarkdown: Bool) { self.readsMarkdown = readsMarkdown }

  /// Indexes documents, each a note of its own.
  ///
  /// - Parameters:
  ///   - documents: What to index.
  ///   - threads: How many threads work at it; one so far.
  /// - Returns: The bytes of the index.
  /// - Throws: ``BenchmarkError`` if there are more threads than can be used.
  mutating func build(_ documents: Documents, threads: Int) throws(BenchmarkError) -> [UInt8] {
    guard threads == 1 else {
      throw .failed("--threads \(threads): the index is built by one thread only, so far")
    }
    var builder = IndexBuilder()
    for place in 0..<documents.count {
      let id = Array(documents.bytes[documents.id(place)])
      let title = Array(documents.bytes[documents.title(place)])
      let text = Array(documents.bytes[documents.text(place)])
      if readsMarkdown {
        builder.add(try note(id: id, title: title, text: text))
      } else {
        let section = SourceDocument(title: title, text: text)
        builder.add(SourceNote(path: id, title: title, documents: [section]))
      }
    }
    return builder.finish()
  }

  /// A note as the knowledge base indexes it; the document's title, if any, is the note's.
  private mutating func note(
    id: [UInt8], title: [UInt8], text: [UInt8]
  ) throws(BenchmarkError) -> SourceNote {
    let path = String(decoding: id, as: UTF8.self)
    let start = ContinuousClock.now
    defer { readSeconds += (ContinuousClock.now - start) / .seconds(1) }
    do {
      var note = try Note(path: path, source: SourceText(bytes: text))
      if !title.isEmpty { note.title = String(decoding: title, as: UTF8.self) }
      return KnowledgeBase.source(of: note, sections: note.indexedSections)
    } catch {
      throw .failed("\(path): cannot be read as Markdown: \(error)")
    }
  }
}
