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
    var entriesByName: [[UInt8]: UInt32] = [:]
    for (number, entry) in entries.enumerated() {
      for form in entry.forms ?? entry.names.flatMap({ nameKeys(of: $0) })
      where entriesByName[form] == nil { entriesByName[form] = UInt32(number) }
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
    let names = entriesByName.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    parts[Part.entryNames.rawValue].append(table: names.map { $0.key })
    for name in names { parts[Part.entryNameRecords.rawValue].append(name.value) }
  }

  mutating func add(_ synonyms: [SourceSynonym]) {
    var othersByName: [[UInt8]: [SourceSynonym]] = [:]
    for synonym in synonyms {
      for form in synonym.forms ?? nameKeys(of: synonym.name) {
        othersByName[form, default: []].append(synonym)
      }
    }
    let names = othersByName.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    parts[Part.synonymNames.rawValue].append(table: names.map { $0.key })
    for name in names {
      let start = parts[Part.synonyms.rawValue].count / 12
      parts[Part.synonymNameRecords.rawValue].append(UInt32(start))
      parts[Part.synonymNameRecords.rawValue].append(UInt32(name.value.count))
      for synonym in name.value {
        reference(synonym.other, in: .synonyms)
        parts[Part.synonyms.rawValue].append(synonym.weight.bitPattern)
      }
    }
  }
}
