internal import BrowserCore
public import Search

/// What a page shows for a query, as JSON.
///
/// The object has `answer` (names, definition, note, page, anchor, title, headings; only where the query names a
/// term), `hits` (note, page, anchor, title, headings, snippet), `corrections` (typed, candidates),
/// `unmatched` (label, value: filters that no note meets), `total` and `notes`. A snippet has its text, `marks`: the beginnings and ends of the words of the query in bytes of the
/// text, and `before` and `after`: whether the section goes on there. `title` is the note's, `headings` lead down
/// to the section. The section that holds the answer is not among the hits.
///
/// - Parameters:
///   - query: What was typed, in UTF-8.
///   - index: The index of the site's notes.
///   - limit: The most hits.
/// - Returns: UTF-8.
/// - Complexity: That of the search and of `limit` snippets.
public func searchAnswer(to query: [UInt8], in index: Index, limit: Int) -> [UInt8] {
  // One more, for the passage of the definition, which stands apart.
  let results = index.search(Query(query), limit: limit + 1)
  let answered = results.answer?.document
  var writer = JSONWriter()
  writer.object { object in
    if let answer = results.answer {
      object.key("answer")
      object.write(answer, in: index)
    }
    object.key("hits")
    object.list { list in
      for hit in results.hits.filter({ $0.document != answered }).prefix(limit) {
        list.write(hit, of: results, in: index)
      }
    }
    object.key("corrections")
    object.list { list in for correction in results.corrections { list.write(correction) } }
    object.key("unmatched")
    object.list { list in for filter in results.unmatchedFilters { list.write(filter) } }
    object.key("total")
    object.number(results.total)
    object.key("notes")
    object.number(results.noteTotal)
  }
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func write(_ answer: Answer, in index: Index) {
    object { object in
      object.key("names")
      object.strings(answer.names)
      object.key("definition")
      object.string(answer.definition)
      object.place(of: answer.document, in: index)
    }
  }

  fileprivate mutating func write(_ hit: Hit, of results: Results, in index: Index) {
    let snippet = index.snippet(of: hit.document, for: results, length: 240)
    object { object in
      object.place(of: hit.document, in: index)
      object.key("snippet")
      object.object { object in
        object.key("text")
        object.string(snippet.text)
        object.key("marks")
        object.ranges(snippet.highlights)
        object.key("before")
        object.literal(snippet.isCutBefore ? "true" : "false")
        object.key("after")
        object.literal(snippet.isCutAfter ? "true" : "false")
      }
    }
  }

  fileprivate mutating func write(_ filter: Query.Filter) {
    object { object in
      object.key("label")
      object.literal(filter.label.literal)
      object.key("value")
      object.string(filter.value)
    }
  }

  fileprivate mutating func write(_ correction: Correction) {
    object { object in
      object.key("typed")
      object.string(correction.typed)
      object.key("candidates")
      object.strings(correction.candidates)
    }
  }

  /// Where a section is, and what it is called.
  private mutating func place(of id: DocumentID, in index: Index) {
    let document = index.document(id)
    let note = index.note(document.note)
    var headings = document.headings + [document.title]
    if headings.first == note.title { headings.removeFirst() }
    key("note")
    string(note.path)
    key("page")
    string(pagePath(of: note.path))
    key("anchor")
    string(document.anchor)
    key("title")
    string(note.title)
    key("headings")
    strings(headings)
  }
}

extension Query.Label {
  /// As JSON.
  fileprivate var literal: StaticString {
    switch self {
    case .service: "\"service\""
    case .note: "\"note\""
    case .tag: "\"tag\""
    case .category: "\"category\""
    }
  }
}
