internal import KnowledgeBase
internal import Markdown
internal import Notes
internal import Search
internal import Threads

/// Turns documents into the bytes of an index.
struct Building {
  /// Whether each text is read as a note in Markdown, of several sections.
  let readsMarkdown: Bool

  /// How much of the documents the index keeps to show.
  let keeping: IndexBuilder.Keeping

  /// How long Markdown was read, in seconds, on all threads together.
  private(set) var readSeconds = 0.0

  init(readsMarkdown: Bool, keeping: IndexBuilder.Keeping = .paths) {
    self.readsMarkdown = readsMarkdown
    self.keeping = keeping
  }

  /// Indexes documents, each a note of its own, in the order of their identifiers.
  ///
  /// - Parameters:
  ///   - documents: What to index.
  ///   - threads: How many threads work at it, one at least.
  /// - Returns: The bytes of the index, the same for any number of threads.
  /// - Throws: ``BenchmarkError`` if a text cannot be read as Markdown.
  mutating func build(_ documents: Documents, threads: Int) throws(BenchmarkError) -> [UInt8] {
    let order = documents.sortedByID()
    var stretches = concurrently(threads) { [readsMarkdown, keeping] part in
      Stretch(
        documents, order[order.count * part / threads..<order.count * (part + 1) / threads],
        readsMarkdown: readsMarkdown, keeping: keeping)
    }
    var portions: [IndexPortion] = []
    for stretch in stretches {
      readSeconds += stretch.readSeconds
      portions.append(try stretch.portion.get())
    }
    stretches = []
    let assembly = IndexAssembly(portions, entries: [], synonyms: [])
    portions = []
    let shares = concurrently(threads) { assembly.encode($0, of: threads) }
    return (consume assembly).finish(consume shares)
  }
}

/// Some documents, indexed by one thread.
private struct Stretch: Sendable {
  let portion: Result<IndexPortion, BenchmarkError>
  let readSeconds: Double

  init(
    _ documents: Documents, _ places: ArraySlice<Int>, readsMarkdown: Bool,
    keeping: IndexBuilder.Keeping
  ) {
    var builder = IndexBuilder(keeping: keeping)
    var readSeconds = 0.0
    for place in places {
      let id = Array(documents.bytes[documents.id(place)])
      let title = Array(documents.bytes[documents.title(place)])
      let text = Array(documents.bytes[documents.text(place)])
      guard readsMarkdown else {
        let section = SourceDocument(title: title, text: text)
        builder.add(SourceNote(path: id, title: title, documents: [section]))
        continue
      }
      let start = ContinuousClock.now
      do throws(BenchmarkError) {
        builder.add(try Self.note(id: id, title: title, text: text))
      } catch {
        portion = .failure(error)
        self.readSeconds = readSeconds
        return
      }
      readSeconds += (ContinuousClock.now - start) / .seconds(1)
    }
    portion = .success(builder.finishedPortion())
    self.readSeconds = readSeconds
  }

  /// A note as the knowledge base indexes it; the document's title, if any, is the note's.
  private static func note(
    id: [UInt8], title: [UInt8], text: [UInt8]
  ) throws(BenchmarkError) -> SourceNote {
    let path = String(decoding: id, as: UTF8.self)
    do {
      var note = try Note(path: path, source: SourceText(bytes: text))
      if !title.isEmpty { note.title = String(decoding: title, as: UTF8.self) }
      return KnowledgeBase.source(of: note, sections: note.indexedSections)
    } catch {
      throw .failed("\(path): cannot be read as Markdown: \(error)")
    }
  }
}
