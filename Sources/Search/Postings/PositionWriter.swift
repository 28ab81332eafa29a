/// Lays out where a term stands in up to 128 documents.
///
/// | bits | what |
/// |---|---|
/// | 8 | ``PositionHead``: the parameter of Rice's code for the numbers of places (3 bits), whether forms are told (1), the bits of a group's length less 2 (4) |
/// | … | how many bits each group of ``PositionHead/groupSize`` documents but the last takes, packed |
/// | … | for each document: the number of places less 1, in Rice's code; the places in ``BitWriter/append(interpolated:from:below:)``; if forms are told, the first place's form in Rice's code with parameter 0 and, if there are several places, a 0 where all are alike, else a 1 and the others' forms |
///
/// In a term of fewer than eight documents the first four bits of the head follow the impacts at once.
struct PositionWriter {
  /// The places of all documents; those from `start` on belong to the document that is ended next.
  private(set) var places: [UInt32] = []
  private(set) var start = 0
  private var forms: [UInt8] = []
  private var documents: [Document] = []
  private var tellsForms = false
  private var bits = BitWriter()
  /// The bits at which groups of documents but the first begin.
  private var groups: [UInt32] = []

  private struct Document {
    /// Where its places end in `places`.
    var end: Int
    /// A bound that no place reaches.
    var extent: UInt32
  }

  /// The number of places of the document that is ended next.
  var placeCount: Int { places.count &- start }

  @inline(__always)
  mutating func append(_ place: UInt32, form: UInt8) {
    places.append(place)
    forms.append(form)
    if form > 0 { tellsForms = true }
  }

  mutating func endDocument(extent: UInt32) {
    start = places.count
    documents.append(Document(end: start, extent: extent))
  }

  /// Forgets the places of the document that is ended next, which are all in their first form.
  mutating func dropPlaces() {
    guard placeCount > 0 else { return }
    forms.removeLast(placeCount)
    places.removeLast(placeCount)
    if places.isEmpty { tellsForms = false }
  }

  /// Writes what was added and begins anew.
  mutating func end(in writer: inout ByteWriter) {
    var head = head
    write(head)
    let lengths = groups.indices.map { groups[$0] - ($0 > 0 ? groups[$0 - 1] : 0) }
    head.makeRoom(forGroupOf: Int(lengths.max() ?? 0))
    writer.append(byte: head.byte)
    let unknown = UInt32(head.unknownLength)
    writer.append(packed: lengths, width: head.groupWidth) { Swift.min($0, unknown) }
    bits.end(in: &writer)
    restart()
  }

  /// Writes the impacts of a few documents, then what was added, and begins anew.
  mutating func end(behind impacts: [UInt32], in writer: inout ByteWriter) {
    for impact in impacts { bits.append(impact, width: Impacts.bits) }
    bits.append(UInt32(head.byte), width: PositionHead.fewBits)
    write(head)
    bits.end(in: &writer)
    restart()
  }

  private var head: PositionHead {
    PositionHead(documents: documents.count, places: places.count, tellsForms: tellsForms)
  }

  private mutating func restart() {
    places.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    start = 0
    tellsForms = false
  }

  /// Writes the documents and notes where groups of them begin.
  private mutating func write(_ head: PositionHead) {
    Self.write(
      places, head.tellsForms ? forms : [], documents, parameter: head.parameter, to: &bits,
      groups: &groups)
  }

  /// Writes the documents and notes where groups of them begin.
  private static func write(
    _ places: [UInt32], _ forms: [UInt8], _ documents: [Document], parameter: Int,
    to bits: inout BitWriter, groups: inout [UInt32]
  ) {
    var start = 0
    for number in documents.indices {
      if number > 0, number % PositionHead.groupSize == 0 { groups.append(UInt32(bits.count)) }
      let document = documents[number]
      bits.append(rice: UInt32(document.end - start - 1), parameter: parameter)
      bits.append(
        interpolated: places.span.extracting(start..<document.end), from: 0,
        below: document.extent)
      if !forms.isEmpty { write(forms.span.extracting(start..<document.end), to: &bits) }
      start = document.end
    }
  }

  /// Writes the forms of a document's places.
  private static func write(_ forms: Span<UInt8>, to bits: inout BitWriter) {
    bits.append(rice: UInt32(forms[0]), parameter: 0)
    guard forms.count > 1 else { return }
    var areAlike = true
    for place in 1..<forms.count where forms[place] != forms[0] { areAlike = false }
    bits.append(areAlike ? 0 : 1, width: 1)
    guard !areAlike else { return }
    for place in 1..<forms.count { bits.append(rice: UInt32(forms[place]), parameter: 0) }
  }
}
