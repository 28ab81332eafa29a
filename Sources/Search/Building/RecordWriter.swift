/// What is shown of notes and sections, on its way into an index.
struct RecordWriter {
  private let keeping: IndexBuilder.Keeping
  /// The notes' paths, one behind another, and where each ends.
  private var paths: [UInt8] = []
  private var pathEnds: [UInt32] = []
  /// The first document of each note.
  private(set) var noteStarts: [UInt32] = []
  private(set) var documentCount = 0
  /// Records of ``Layout/noteRecord`` and ``Layout/documentRecord`` words.
  private var notes: [UInt32] = []
  private var documents: [UInt32] = []
  private(set) var text = ByteWriter()

  init(keeping: IndexBuilder.Keeping) { self.keeping = keeping }

  mutating func add(_ note: SourceNote) {
    paths += note.path
    pathEnds.append(UInt32(paths.count))
    noteStarts.append(UInt32(documentCount))
    documentCount += note.documents.count
    guard keeping == .everything else { return }
    notes += reference(note.title)
    for list in [note.services, note.categories, note.tags] { notes += reference(list: list) }
  }

  mutating func add(_ document: SourceDocument) {
    guard keeping == .everything else { return }
    documents.append(UInt32(truncatingIfNeeded: document.line))
    documents += reference(document.title)
    documents += reference(document.anchor)
    documents += reference(list: document.headings)
    documents += reference(document.text)
    var lines = ByteWriter()
    var last = 0
    var code = document.codeLines[...]
    for (place, line) in document.textLines.enumerated() {
      let isCode = code.first == place
      if isCode { code.removeFirst() }
      lines.append(varint: UInt32(Swift.max(0, line - last)) << 1 | (isCode ? 1 : 0))
      last = Swift.max(last, line)
    }
    documents += reference(lines.bytes)
  }

  /// Keeps a string and tells where it is.
  private mutating func reference(_ string: [UInt8]) -> [UInt32] {
    defer { text.append(string) }
    return [UInt32(text.count), UInt32(string.count)]
  }

  private mutating func reference(list: [[UInt8]]) -> [UInt32] {
    reference(encoded(list))
  }

  /// Appends what follows in reading order.
  mutating func append(_ other: RecordWriter) {
    let shift = UInt32(text.count)
    pathEnds += other.pathEnds.map { $0 + UInt32(paths.count) }
    paths += other.paths
    noteStarts += other.noteStarts.map { $0 + UInt32(documentCount) }
    documentCount += other.documentCount
    for (place, word) in other.notes.enumerated() {
      notes.append(place % 2 == 0 ? word + shift : word)
    }
    for (place, word) in other.documents.enumerated() {
      let isOffset = place % Layout.documentRecord % 2 == 1
      documents.append(isOffset ? word + shift : word)
    }
    text.append(other.text.bytes)
  }

  func layout(in parts: inout [ByteWriter]) {
    var paths = FrontCodedTableWriter(numberCount: 0)
    var start = 0
    for end in pathEnds {
      paths.append(self.paths[start..<Int(end)])
      start = Int(end)
    }
    parts[Part.paths.rawValue] = paths.finish()
    if hasSeveralSections {
      for start in noteStarts { parts[Part.noteStarts.rawValue].append(start) }
      parts[Part.noteStarts.rawValue].append(UInt32(documentCount))
    }
    for word in notes { parts[Part.notes.rawValue].append(word) }
    for word in documents { parts[Part.documents.rawValue].append(word) }
    parts[Part.text.rawValue] = text
  }

  var noteCount: Int { noteStarts.count }

  /// Whether any note has not just one section.
  var hasSeveralSections: Bool {
    noteStarts.count != documentCount
      || noteStarts.indices.contains { noteStarts[$0] != UInt32($0) }
  }
}

/// Strings one after another, each behind its length.
func encoded(_ list: [[UInt8]]) -> [UInt8] {
  var writer = ByteWriter()
  for string in list {
    writer.append(varint: UInt32(string.count))
    writer.append(string)
  }
  return writer.bytes
}
