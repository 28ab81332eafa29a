import KnowledgeBase
import Search

/// Notes as OpenSearch's bulk interface takes them: a document a section, each behind the action that indexes it.
///
/// The same notes give the same bytes. The id of a section is its note's path and its anchor, so that loading
/// again replaces what is there.
///
/// https://docs.opensearch.org/latest/api-reference/document-apis/bulk/
struct BulkFile {
  /// The lines of the file, the last one ended as well.
  private(set) var text = ""

  /// The number of documents.
  private(set) var count = 0

  private var ids: Set<String> = []

  /// Writes the sections that are searched.
  ///
  /// - Complexity: O(*n*) in the length of all text.
  init(_ knowledgeBase: KnowledgeBase) {
    for note in knowledgeBase.notes {
      let source = KnowledgeBase.source(of: note, sections: note.indexedSections)
      for document in source.documents { add(document, of: source) }
    }
  }

  private mutating func add(_ document: SourceDocument, of note: SourceNote) {
    let (path, anchor) = (Self.string(note.path), Self.string(document.anchor))
    let id = freshID(anchor.isEmpty ? path : "\(path)#\(anchor)")
    let action = JSON.object([("index", .object([("_id", .string(id))]))])
    let body = JSON.object([
      ("path", .string(path)), ("anchor", .string(anchor)), ("line", .integer(document.line)),
      ("note", Self.text(note.title)), ("title", Self.text(document.title)),
      ("headings", Self.texts(document.headings)), ("terms", Self.texts(document.terms)),
      ("text", Self.text(document.text)), ("services", Self.texts(note.services)),
      ("categories", Self.texts(note.categories)), ("tags", Self.texts(note.tags)),
      ("prior", .number(document.prior)),
    ])
    text += action.text + "\n" + body.text + "\n"
    count += 1
  }

  private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func text(_ bytes: [UInt8]) -> JSON { .string(string(bytes)) }

  private static func texts(_ list: [[UInt8]]) -> JSON { .array(list.map(text)) }
}

// MARK: - Identifiers

extension BulkFile {
  /// OpenSearch takes no longer ones, in bytes.
  private static let longestID = 512

  /// An id that no document before has.
  private mutating func freshID(_ name: String) -> String {
    let short = Self.shortened(name)
    var id = short
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(short)~\(number)"
      number += 1
    }
    return id
  }

  /// A name that leaves room for a number; a longer one ends in its checksum (FNV-1a).
  private static func shortened(_ name: String) -> String {
    let room = longestID - 12
    guard name.utf8.count > room else { return name }
    let sum = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(sum, radix: 16)
    var start = ""
    for character in name {
      guard start.utf8.count + String(character).utf8.count + digits.count < room else { break }
      start.append(character)
    }
    return "\(start)~\(digits)"
  }
}
