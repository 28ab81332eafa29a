/// Lays out where a term stands in up to 128 documents.
///
/// | bits | what |
/// |---|---|
/// | 8 | the parameter of Rice's code for the numbers of places; 128 more if forms are told |
/// | 16 for each group of ``PositionGroups/groupSize`` documents but the first | the bit at which the group begins |
/// | … | for each document: the number of places less 1, in Rice's code; the places in ``BitWriter/append(interpolated:from:below:)``; if forms are told, the first place's form in Rice's code with parameter 0 and, if there are several places, a 0 where all are alike, else a 1 and the others' forms |
struct PositionWriter {
  /// The places of all documents; those from `start` on belong to the document that is ended next.
  private(set) var places: [UInt32] = []
  private(set) var start = 0
  private var forms: [UInt8] = []
  private var documents: [Document] = []
  private var tellsForms = false
  private var bits = BitWriter()
  /// The bits at which groups of documents begin.
  private var groups: [UInt16] = []

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
    let parameter = Self.parameter(documents: documents.count, places: places.count)
    Self.write(
      places, tellsForms ? forms : [], documents, parameter: parameter, to: &bits,
      groups: &groups)
    writer.append(byte: UInt8(parameter) | (tellsForms ? 0x80 : 0))
    for group in groups {
      writer.append(byte: UInt8(truncatingIfNeeded: group))
      writer.append(byte: UInt8(truncatingIfNeeded: group >> 8))
    }
    bits.end(in: &writer)
    places.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    start = 0
    tellsForms = false
  }

  /// Writes the documents and notes where groups of them begin.
  private static func write(
    _ places: [UInt32], _ forms: [UInt8], _ documents: [Document], parameter: Int,
    to bits: inout BitWriter, groups: inout [UInt16]
  ) {
    var start = 0
    for number in documents.indices {
      if number > 0, number % PositionGroups.groupSize == 0 {
        groups.append(UInt16(truncatingIfNeeded: Swift.min(bits.count, PositionGroups.unknownBit)))
      }
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

  /// The parameter that makes the code of the numbers of places short: log₂ of 0.69 times their mean.
  private static func parameter(documents: Int, places: Int) -> Int {
    let scaled = (places - documents) * 11 / (16 * Swift.max(1, documents))
    return scaled > 0 ? Swift.min(20, BitPacking.width(of: UInt32(scaled)) - 1) : 0
  }
}
