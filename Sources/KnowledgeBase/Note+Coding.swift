internal import Notes

extension Encoder {
  mutating func encode(_ note: Note) {
    encode(note.path)
    encode(note.title)
    encode(note.metadata)
    encode(list: note.sections) { $0.encode($1) }
    encode(list: note.definitions) { $0.encode($1) }
    encode(list: note.acronyms) {
      $0.encode($1.short)
      $0.encode($1.expansion)
      $0.encode($1.section)
    }
    encode(list: note.facts) {
      for text in [$1.subject, $1.label, $1.text] { $0.encode(text) }
      $0.encode($1.row.map { $0 + 1 } ?? 0)
      $0.encode($1.isCompared ? 1 : 0)
      $0.encode($1.section)
      $0.encode($1.line)
    }
    encode(list: note.ports) {
      $0.encode($1.number)
      $0.encode($1.through ?? 0)
      $0.encode($1.subject)
      $0.encode($1.section)
      $0.encode($1.line)
      $0.encode($1.text.map { $0 + 1 } ?? 0)
    }
    encode(list: note.groups) {
      $0.encode($1.name)
      $0.encode($1.members)
      $0.encode($1.section)
      $0.encode($1.line)
    }
    encodeCards(of: note)
    encode(list: note.links) {
      $0.encode(Int($1.kind.rawValue))
      $0.encode($1.target)
      $0.encode($1.fragment)
      $0.encode($1.text)
      $0.encode($1.section)
      $0.encode($1.line)
    }
    encode(list: note.images) {
      $0.encode($1.source)
      $0.encode($1.alternative)
      $0.encode($1.section)
      $0.encode($1.line)
    }
  }

  private mutating func encode(_ metadata: Metadata) {
    for text in [metadata.title, metadata.service, metadata.name, metadata.category] {
      encode(text)
    }
    for list in [
      metadata.frenchNames, metadata.aliases, metadata.tags, metadata.domains, metadata.related,
    ] { encode(list) }
    encode(metadata.isUnsearched ? 1 : 0)
    encode(Int(metadata.cards.rawValue))
  }

  private mutating func encode(_ section: Section) {
    encode(section.title)
    encode(section.name)
    encode(section.level)
    encode(section.parent ?? -1)
    encode(section.anchor)
    encode(section.anchorAliases)
    encode(section.line)
    encode(section.isQuestion ? 1 : 0)
    encode(section.isWithoutCards ? 1 : 0)
    encode(list: section.text) {
      $0.encode($1.text)
      $0.encode(2 * $1.line + ($1.isCode ? 1 : 0))
    }
  }

  private mutating func encode(_ definition: Definition) {
    encode(definition.term)
    encode(definition.expansion)
    encode(definition.aliases)
    encode(definition.text)
    encode(Int(definition.pattern.rawValue))
    encode(definition.parent)
    encode(definition.section)
    encode(definition.line)
  }
}

extension Decoder {
  /// A note without its problems, which only a check of the file itself asks for.
  mutating func note() throws(Damage) -> Note {
    var note = Note(path: try text(), title: try text(), metadata: try metadata())
    note.sections = try list { (decoder) throws(Damage) in try decoder.section() }
    note.definitions = try list { (decoder) throws(Damage) in try decoder.definition() }
    note.acronyms = try list { (decoder) throws(Damage) in
      Acronym(
        short: try decoder.text(), expansion: try decoder.text(), section: try decoder.int())
    }
    note.facts = try list { (decoder) throws(Damage) in
      Fact(
        subject: try decoder.text(), label: try decoder.text(), text: try decoder.text(),
        row: { $0 > 0 ? $0 - 1 : nil }(try decoder.int()), isCompared: try decoder.int() != 0,
        section: try decoder.int(), line: try decoder.int())
    }
    note.ports = try list { (decoder) throws(Damage) in
      let first = try decoder.int()
      let last = Swift.max(first, try decoder.int())
      var port = Port(
        first...last, subject: try decoder.text(), section: try decoder.int(),
        line: try decoder.int())
      let text = try decoder.int()
      port.text = text > 0 ? text - 1 : nil
      return port
    }
    note.groups = try list { (decoder) throws(Damage) in
      Group(
        name: try decoder.text(), members: try decoder.texts(), section: try decoder.int(),
        line: try decoder.int())
    }
    try decodeCards(of: &note)
    note.links = try list { (decoder) throws(Damage) in try decoder.link() }
    note.images = try list { (decoder) throws(Damage) in
      NoteImage(
        source: try decoder.text(), alternative: try decoder.text(), section: try decoder.int(),
        line: try decoder.int())
    }
    let places =
      note.definitions.map(\.section) + note.acronyms.map(\.section)
      + note.cardSections + note.links.map(\.section)
    let parents = note.sections.compactMap(\.parent)
    guard (places + parents).allSatisfy(note.sections.indices.contains),
      note.ports.allSatisfy({ port in
        port.text.map(note.sections[port.section].text.indices.contains) != false
      })
    else { throw Damage() }
    return note
  }

  private mutating func metadata() throws(Damage) -> Metadata {
    var metadata = Metadata()
    metadata.title = try optionalText()
    metadata.service = try optionalText()
    metadata.name = try optionalText()
    metadata.category = try optionalText()
    metadata.frenchNames = try texts()
    metadata.aliases = try texts()
    metadata.tags = try texts()
    metadata.domains = try texts()
    metadata.related = try texts()
    metadata.isUnsearched = try int() != 0
    metadata.cards = Metadata.CardWish(rawValue: UInt8(truncatingIfNeeded: try int())) ?? .usual
    return metadata
  }

  private mutating func section() throws(Damage) -> Section {
    let title = try text()
    let name = try text()
    let level = try int()
    let parent = try int()
    var section = Section(
      title: title, name: name, level: level, parent: parent < 0 ? nil : parent,
      anchor: try text(), anchorAliases: try texts(), line: try int())
    section.isQuestion = try int() != 0
    section.isWithoutCards = try int() != 0
    section.text = try list { (decoder) throws(Damage) in
      let text = try decoder.text()
      let line = try decoder.int()
      return TextLine(text, line: line >> 1, isCode: line & 1 != 0)
    }
    return section
  }

  private mutating func definition() throws(Damage) -> Definition {
    Definition(
      term: try text(), expansion: try optionalText(), aliases: try texts(), text: try text(),
      pattern: Definition.Pattern(rawValue: UInt8(truncatingIfNeeded: try int())) ?? .plainTerm,
      parent: try optionalText(), section: try int(), line: try int())
  }

  private mutating func link() throws(Damage) -> NoteLink {
    NoteLink(
      kind: NoteLink.Kind(rawValue: UInt8(truncatingIfNeeded: try int())) ?? .inline,
      target: try text(), fragment: try optionalText(), text: try text(), section: try int(),
      line: try int())
  }
}
