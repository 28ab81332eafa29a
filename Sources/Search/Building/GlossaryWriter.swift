/// Lays out the terms of the glossary and the synonyms.
struct GlossaryWriter {
  private(set) var parts: [ByteWriter]

  init(_ parts: [ByteWriter]) { self.parts = parts }

  private mutating func reference(_ string: [UInt8], in part: Part) {
    parts[part.rawValue].append(UInt32(parts[Part.text.rawValue].count))
    parts[part.rawValue].append(UInt32(string.count))
    parts[Part.text.rawValue].append(string)
  }

  mutating func add(_ entries: [SourceEntry], firstDocuments: [UInt32]) {
    var names = StringSet()
    var entriesByName: [UInt32] = []
    for (number, entry) in entries.enumerated() {
      for form in entry.forms ?? entry.names.flatMap({ nameKeys(of: $0) })
      where names.insert(form.span).isNew { entriesByName.append(UInt32(number)) }
      reference(encoded(entry.names), in: .entries)
      reference(entry.definition, in: .entries)
      let document =
        switch entry.section {
        case .own(let note, let document): firstDocuments[note] + UInt32(document)
        case .any(let id): UInt32(id.rawValue) | Layout.isNumberedThroughAll
        }
      parts[Part.entries.rawValue].append(document)
      parts[Part.entries.rawValue].append(UInt32(entry.line))
    }
    let order = names.strings.sorted()
    parts[Part.entryNames.rawValue].append(table: names, in: order)
    for name in order { parts[Part.entryNameRecords.rawValue].append(entriesByName[name]) }
  }

  mutating func add(_ synonyms: [SourceSynonym]) {
    var names = StringSet()
    var synonymsByName: [[SourceSynonym]] = []
    for synonym in synonyms {
      for form in synonym.forms ?? nameKeys(of: synonym.name) {
        let (name, isNew) = names.insert(form.span)
        if isNew { synonymsByName.append([]) }
        synonymsByName[name].append(synonym)
      }
    }
    let order = names.strings.sorted()
    parts[Part.synonymNames.rawValue].append(table: names, in: order)
    for name in order {
      let start = parts[Part.synonyms.rawValue].count / 12
      parts[Part.synonymNameRecords.rawValue].append(UInt32(start))
      parts[Part.synonymNameRecords.rawValue].append(UInt32(synonymsByName[name].count))
      for synonym in synonymsByName[name] {
        reference(synonym.other, in: .synonyms)
        parts[Part.synonyms.rawValue].append(synonym.weight.bitPattern)
      }
    }
  }
}

extension ByteWriter {
  /// Appends a ``StringTable`` of strings in ascending order.
  fileprivate mutating func append(table strings: StringSet, in order: [Int]) {
    append(UInt32(order.count))
    var offset: UInt32 = 0
    append(offset)
    for number in order {
      offset += UInt32(strings.strings.range(number).count)
      append(offset)
    }
    for number in order { append(strings[number]) }
  }
}
