internal import FrenchText

extension IndexBuilder {
  /// Orders everything and lays it out.
  ///
  /// - Returns: The bytes of an ``Index``.
  /// - Complexity: O(*n*) in the number of words, O(*f* log *f*) in the number of different forms.
  public consuming func finish() -> [UInt8] {
    var parts = [ByteWriter](repeating: ByteWriter(), count: Part.allCases.count)
    layGlossary(in: &parts)
    laySynonyms(in: &parts)
    layLexicon(in: &parts)
    parts[Part.notes.rawValue] = notes
    parts[Part.documents.rawValue] = documents
    parts[Part.text.rawValue] = text.writer
    parts[Part.statistics.rawValue] = statistics()
    return assembled(parts)
  }

  private func statistics() -> ByteWriter {
    var writer = ByteWriter()
    for count in [noteCount, documentCount, occurrences.surfaces.count] {
      writer.append(UInt32(count))
    }
    for field in Field.allCases {
      let mean = Float(fieldLengths[field.rawValue]) / Float(Swift.max(1, documentCount))
      writer.append(mean.bitPattern)
    }
    return writer
  }

  private mutating func layLexicon(in parts: inout [ByteWriter]) {
    var analyzer = Analyzer()
    let surfaces = occurrences.surfaces
    var entries: [(name: [UInt8], folded: [UInt8], number: Int)] = []
    for (number, surface) in surfaces.enumerated() {
      var folded: [UInt8] = []
      appendFolded(surface.span, to: &folded)
      entries.append((lexiconName(surface: surface, folded: folded), folded, number))
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    var ranks = [Int](repeating: 0, count: surfaces.count)
    var formsByKey: [[UInt8]: [UInt32]] = [:]
    var keys: [[UInt8]] = []
    for (rank, entry) in entries.enumerated() {
      ranks[entry.number] = rank
      var key: [UInt8] = []
      let surface = surfaces[entry.number]
      analyzer.appendKey(of: surface.span, to: &key)
      keys.append(key)
      var foldedKey: [UInt8] = []
      analyzer.appendKey(of: entry.folded.span, to: &foldedKey)
      formsByKey[key, default: []].append(UInt32(rank))
      if foldedKey != key { formsByKey[foldedKey, default: []].append(UInt32(rank)) }
    }
    let stems = formsByKey.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var stemRanks: [[UInt8]: UInt32] = [:]
    for (rank, stem) in stems.enumerated() {
      stemRanks[stem.key] = UInt32(rank)
      parts[Part.stemRecords.rawValue].append(UInt32(parts[Part.stemForms.rawValue].count / 4))
      parts[Part.stemRecords.rawValue].append(UInt32(stem.value.count))
      for form in stem.value { parts[Part.stemForms.rawValue].append(form) }
    }
    parts[Part.forms.rawValue].append(table: entries.map { $0.name })
    parts[Part.stems.rawValue].append(table: stems.map { $0.key })
    let (places, starts) = occurrences.grouped(by: ranks)
    for rank in entries.indices {
      let start = parts[Part.postings.rawValue].count
      let frequency = appendPostings(
        places[starts[rank]..<starts[rank + 1]], to: &parts[Part.postings.rawValue])
      parts[Part.formRecords.rawValue].append(stemRanks[keys[rank]] ?? 0)
      parts[Part.formRecords.rawValue].append(UInt32(start))
      parts[Part.formRecords.rawValue].append(UInt32(parts[Part.postings.rawValue].count - start))
      parts[Part.formRecords.rawValue].append(UInt32(frequency))
    }
  }

  /// Writes the postings of one form and returns the number of its documents.
  private func appendPostings(_ places: ArraySlice<Int>, to writer: inout ByteWriter) -> Int {
    var count = 0
    var lastDocument: UInt32 = 0
    var place = places.startIndex
    while place < places.endIndex {
      let document = occurrences.documents[places[place]]
      var end = place
      while end < places.endIndex, occurrences.documents[places[end]] == document { end += 1 }
      writer.append(varint: document - lastDocument)
      writer.append(varint: UInt32(end - place))
      var lastPosition: UInt32 = 0
      for index in place..<end {
        let position = occurrences.positions[places[index]]
        writer.append(varint: position - lastPosition)
        lastPosition = position
      }
      lastDocument = document
      place = end
      count += 1
    }
    return count
  }

  private mutating func layGlossary(in parts: inout [ByteWriter]) {
    var entriesByName: [[UInt8]: UInt32] = [:]
    for (number, entry) in entries.enumerated() {
      var names = ByteWriter()
      for name in entry.names {
        names.append(varint: UInt32(name.count))
        names.append(name)
        for form in normalForms(of: analyzedWords(of: name)) where entriesByName[form] == nil {
          entriesByName[form] = UInt32(number)
        }
      }
      text.reference(names.bytes, in: &parts[Part.entries.rawValue])
      text.reference(entry.definition, in: &parts[Part.entries.rawValue])
      let document = firstDocuments[entry.section.note] + entry.section.document
      parts[Part.entries.rawValue].append(UInt32(document))
      parts[Part.entries.rawValue].append(UInt32(entry.line))
    }
    let names = entriesByName.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    parts[Part.entryNames.rawValue].append(table: names.map { $0.key })
    for name in names { parts[Part.entryNameRecords.rawValue].append(name.value) }
  }

  private mutating func laySynonyms(in parts: inout [ByteWriter]) {
    var othersByName: [[UInt8]: [SourceSynonym]] = [:]
    for synonym in synonyms {
      for form in normalForms(of: analyzedWords(of: synonym.name)) {
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
        text.reference(synonym.other, in: &parts[Part.synonyms.rawValue])
        parts[Part.synonyms.rawValue].append(synonym.weight.bitPattern)
      }
    }
  }

  private func assembled(_ parts: [ByteWriter]) -> [UInt8] {
    let headerEnd = Layout.headerSize + Layout.partSize * parts.count
    var body = ByteWriter()
    var table = ByteWriter()
    for part in parts {
      table.append(UInt32(headerEnd + body.count))
      table.append(UInt32(part.count))
      table.append(Bytes(part.bytes).checksum(0..<part.count))
      body.append(part.bytes)
      body.align()
    }
    var whole = ByteWriter()
    whole.append(Layout.magic)
    whole.append(Layout.version)
    whole.append(UInt32(parts.count))
    whole.append(UInt64(headerEnd + body.count))
    whole.append(Bytes(table.bytes).checksum(0..<table.count))
    whole.append(table.bytes)
    whole.append(body.bytes)
    return whole.bytes
  }
}

/// What the lexicon is sorted by: the folded form, then the surface form where it differs.
func lexiconName(surface: [UInt8], folded: [UInt8]) -> [UInt8] {
  surface == folded ? folded + [0] : folded + [0] + surface
}
