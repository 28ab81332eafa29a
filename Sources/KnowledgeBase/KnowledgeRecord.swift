internal import Notes
internal import Search

/// Writes what the glossary and the synonyms take from a note, and no more: what does not change these bytes
/// changes neither.
///
/// A record holds the definitions, the acronyms, the names of the metadata and the title where these have
/// none, in the order in which ``GlossaryDraft`` reads them. Each name stands with its normal forms, so that
/// it is analysed once, when its note is read.
struct KnowledgeRecordWriter {
  private(set) var encoder = Encoder()
  private var keys: [String: [[UInt8]]] = [:]

  /// Whether the best definition of a term is shown: its section is searched.
  static let isIndexed: UInt8 = 1
  static let hasExpansion: UInt8 = 2
  static let hasService: UInt8 = 1
  static let hasName: UInt8 = 2

  mutating func append(_ note: Note, indexed: Set<Int>) {
    encoder.encode(note.definitions.count)
    for definition in note.definitions { append(definition, indexed: indexed) }
    encoder.encode(note.acronyms.count)
    for acronym in note.acronyms {
      append(name: acronym.short)
      append(name: acronym.expansion)
    }
    let metadata = note.metadata
    encoder.encode(
      byte: (metadata.service == nil ? 0 : Self.hasService)
        | (metadata.name == nil ? 0 : Self.hasName))
    for name in [metadata.service, metadata.name].compactMap(\.self) { append(name: name) }
    append(names: metadata.frenchNames)
    append(names: metadata.aliases)
    if metadata.service == nil, metadata.name == nil { append(name: note.title) }
  }

  private mutating func append(_ definition: Definition, indexed: Set<Int>) {
    encoder.encode(
      byte: (indexed.contains(definition.section) ? Self.isIndexed : 0)
        | (definition.expansion == nil ? 0 : Self.hasExpansion))
    encoder.encode(byte: definition.rank)
    append(names: definition.names)
    encoder.encode(definition.text)
  }

  mutating func append(names: [String]) {
    encoder.encode(names.count)
    for name in names { append(name: name) }
  }

  mutating func append(name: String) {
    encoder.encode(name)
    let forms: [[UInt8]]
    if let known = keys[name] {
      forms = known
    } else {
      forms = nameKeys(of: Array(name.utf8))
      keys[name] = forms
    }
    encoder.encode(forms.count)
    for form in forms { encoder.encode(bytes: form) }
  }
}

extension Definition {
  /// How clearly the definition answers by its shape, the lowest first.
  fileprivate var rank: UInt8 {
    let isAlone = expansion == nil && aliases.isEmpty
    var rank: UInt8 =
      switch pattern {
      case .boldTerm: isAlone ? 2 : 0
      case .headingSentence: 1
      case .label: 4
      case .plainTerm: isAlone ? 5 : 3
      }
    if text.utf8.split(separator: UInt8(ascii: " "), maxSplits: 4).count < 4 { rank += 3 }
    return rank
  }
}
