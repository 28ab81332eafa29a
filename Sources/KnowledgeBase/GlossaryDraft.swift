/// The terms of all notes in the making: names that are names of one thing, and the definitions of each.
///
/// It reads what the notes know in the order of their paths (see ``KnowledgeRecordWriter``), and needs no
/// note. Names are joined by union and find over their normal forms.
struct GlossaryDraft {
  /// A name as it is spelled somewhere.
  struct Name {
    /// Where the text lies in `heap`.
    var text: Range<Int>
    /// Its normal forms: a range of `keyNumbers`.
    var keys: Range<Int>
  }

  /// A definition and where it comes from.
  struct Statement {
    var place: DefinitionPlace
    /// The term's names, a range of `names`.
    var names: Range<Int>
    /// Where the text lies in `heap`.
    var text: Range<Int>
    var rank: UInt8
    var isIndexed: Bool
    var hasExpansion: Bool
  }

  /// What a note is called, as far as its metadata and its title tell.
  struct Labels {
    /// The service and the name, ranges of `names` of one or none.
    var service = 0..<0
    var name = 0..<0
    var frenchNames = 0..<0
    var aliases = 0..<0
    /// The normal forms of the title, a range of `titleKeys`; none where the metadata have names.
    var title = 0..<0
  }

  /// All bytes that names, definitions and normal forms lie in.
  private(set) var heap: [UInt8]
  private(set) var names: [Name] = []
  private(set) var statements: [Statement] = []
  private(set) var labels: [Labels] = []
  /// Initials and their words: places in `names`, one behind the other.
  private(set) var acronyms: [Range<Int>] = []
  /// The numbers of the normal forms of names.
  private(set) var keyNumbers: [Int] = []
  private(set) var keys = ByteStrings()
  private(set) var titleKeys: [Range<Int>] = []
  /// For each normal form the name in which it was first met.
  private(set) var spellings: [Int] = []
  /// For each normal form another of the same group; the root of a group is its own.
  private var parents: [Int] = []

  /// Reads what notes know.
  ///
  /// - Parameters:
  ///   - heap: Bytes in which the notes' records lie.
  ///   - records: Where they lie, in the order of the notes' paths.
  ///   - vocabulary: The names that mean the same; those of which a note knows one are joined.
  /// - Complexity: O(*n*) in the number of names.
  init(heap: [UInt8], records: [Range<Int>], vocabulary: Vocabulary) {
    self.heap = heap
    labels.reserveCapacity(records.count)
    names.reserveCapacity(heap.count / Self.bytesPerName)
    keyNumbers.reserveCapacity(heap.count / Self.bytesPerName)
    for record in records { read(RecordReader(record)) }
    for group in vocabulary.groups { joinIfKnown(group) }
    for number in parents.indices { parents[number] = top(of: number) }
  }

  /// About as many bytes of records there are for each name, its definition among them.
  private static let bytesPerName = 64

  /// The group of names that a normal form belongs to: the same number for all of them.
  func root(ofKey number: Int) -> Int { parents[number] }

  /// The group that a name belongs to.
  func root(of name: Name) -> Int? { name.keys.first.map { parents[keyNumbers[$0]] } }

  /// The group of the first of some normal forms that any name has.
  func root(ofKeys ranges: ArraySlice<Range<Int>>) -> Int? {
    for range in ranges {
      if let number = keys.number(of: range, in: heap) { return parents[number] }
    }
    return nil
  }
}

// MARK: - Reading

extension GlossaryDraft {
  private mutating func read(_ start: RecordReader) {
    var reader = start
    let note = labels.count
    for number in 0..<reader.count(in: heap) {
      readStatement(&reader, place: DefinitionPlace(note: note, definition: number))
    }
    for _ in 0..<reader.count(in: heap) {
      let pair = readNames(&reader, count: 2)
      acronyms.append(pair)
      join(pair)
    }
    var labels = Labels()
    let flags = reader.byte(in: heap)
    let hasService = flags & KnowledgeRecordWriter.hasService != 0
    let hasName = flags & KnowledgeRecordWriter.hasName != 0
    labels.service = readNames(&reader, count: hasService ? 1 : 0)
    labels.name = readNames(&reader, count: hasName ? 1 : 0)
    labels.frenchNames = readNames(&reader, count: reader.count(in: heap))
    labels.aliases = readNames(&reader, count: reader.count(in: heap))
    join(labels.service.lowerBound..<labels.aliases.upperBound)
    if flags == 0 {
      _ = reader.string(in: heap)
      let first = titleKeys.count
      for _ in 0..<reader.count(in: heap) { titleKeys.append(reader.string(in: heap)) }
      labels.title = first..<titleKeys.count
    }
    self.labels.append(labels)
  }

  private mutating func readStatement(_ reader: inout RecordReader, place: DefinitionPlace) {
    let flags = reader.byte(in: heap)
    let rank = reader.byte(in: heap)
    let names = readNames(&reader, count: reader.count(in: heap))
    statements.append(
      Statement(
        place: place, names: names, text: reader.string(in: heap), rank: rank,
        isIndexed: flags & KnowledgeRecordWriter.isIndexed != 0,
        hasExpansion: flags & KnowledgeRecordWriter.hasExpansion != 0))
    join(names)
  }

  private mutating func readNames(_ reader: inout RecordReader, count: Int) -> Range<Int> {
    let first = names.count
    for _ in 0..<count {
      let text = reader.string(in: heap)
      let firstKey = keyNumbers.count
      for _ in 0..<reader.count(in: heap) {
        let (number, isNew) = keys.insert(reader.string(in: heap), of: heap)
        if isNew {
          parents.append(number)
          spellings.append(names.count)
        }
        keyNumbers.append(number)
      }
      names.append(Name(text: text, keys: firstKey..<keyNumbers.count))
    }
    return first..<names.count
  }

  /// Joins names of which at least one is known already.
  private mutating func joinIfKnown(_ group: [String]) {
    var writer = KnowledgeRecordWriter()
    writer.append(names: group)
    let start = heap.count
    heap += writer.encoder.bytes
    var reader = RecordReader(start..<heap.count)
    var asking = reader
    var isKnown = false
    for _ in 0..<asking.count(in: heap) {
      _ = asking.string(in: heap)
      for _ in 0..<asking.count(in: heap) {
        let key = asking.string(in: heap)
        isKnown = isKnown || keys.number(of: key, in: heap) != nil
      }
    }
    if isKnown { join(readNames(&reader, count: reader.count(in: heap))) }
  }
}

// MARK: - Joining

extension GlossaryDraft {
  private mutating func join(_ range: Range<Int>) {
    var first: Int?
    for name in range {
      for key in names[name].keys {
        let root = find(keyNumbers[key])
        if let known = first { parents[root] = find(known) } else { first = root }
      }
    }
  }

  private mutating func find(_ number: Int) -> Int {
    let root = top(of: number)
    var next = number
    while parents[next] != root { (parents[next], next) = (root, parents[next]) }
    return root
  }

  private func top(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    return root
  }
}
