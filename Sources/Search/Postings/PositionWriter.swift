/// Lays out where a term stands in up to 128 documents.
///
/// | bits | what |
/// |---|---|
/// | 8 | the parameter of Rice's code for the numbers of places; 128 more if forms are told |
/// | 16 for each group of ``PositionGroups/groupSize`` documents but the first | the bit at which the group begins |
/// | … | for each document: the number of places less 1, in Rice's code; the places in ``BitWriter/append(interpolated:from:below:)``; if forms are told, the first place's form in Rice's code with parameter 0 and, if there are several places, a 0 where all are alike, else a 1 and the others' forms |
struct PositionWriter {
  private var places: [UInt32] = []
  private var forms: [UInt8] = []
  private var documents: [Document] = []
  private var tellsForms = false
  private var bits = BitWriter()

  private struct Document {
    /// Where its places end in `places`.
    var end: Int
    /// A bound that no place reaches.
    var extent: UInt32
    var hasSeveralForms: Bool
  }

  mutating func add(_ places: Places, extent: UInt32) {
    let (positions, all) = (places.positions.span, places.forms.span)
    for place in positions.indices {
      self.places.append(positions[place])
      forms.append(all[place])
    }
    documents.append(
      Document(end: self.places.count, extent: extent, hasSeveralForms: places.hasSeveralForms))
    if places.hasForms { tellsForms = true }
  }

  /// Writes what was added and begins anew.
  mutating func end(in writer: inout ByteWriter) {
    let parameter = Self.parameter(documents: documents.count, places: places.count)
    let groups = Self.write(
      places, tellsForms ? forms : [], documents, parameter: parameter, to: &bits)
    writer.append(byte: UInt8(parameter) | (tellsForms ? 0x80 : 0))
    for group in groups {
      writer.append(byte: UInt8(truncatingIfNeeded: group))
      writer.append(byte: UInt8(truncatingIfNeeded: group >> 8))
    }
    bits.end(in: &writer)
    places.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    tellsForms = false
  }

  /// Writes the documents and tells where groups of them begin.
  private static func write(
    _ places: [UInt32], _ forms: [UInt8], _ documents: [Document], parameter: Int,
    to bits: inout BitWriter
  ) -> [UInt16] {
    var groups: [UInt16] = []
    var start = 0
    for (number, document) in documents.enumerated() {
      if number > 0, number % PositionGroups.groupSize == 0 {
        groups.append(UInt16(truncatingIfNeeded: Swift.min(bits.count, PositionGroups.unknownBit)))
      }
      bits.append(rice: UInt32(document.end - start - 1), parameter: parameter)
      bits.append(
        interpolated: places.span.extracting(start..<document.end), from: 0,
        below: document.extent)
      if !forms.isEmpty {
        write(forms, start..<document.end, areAlike: !document.hasSeveralForms, to: &bits)
      }
      start = document.end
    }
    return groups
  }

  private static func write(
    _ forms: [UInt8], _ places: Range<Int>, areAlike: Bool, to bits: inout BitWriter
  ) {
    bits.append(rice: UInt32(forms[places.lowerBound]), parameter: 0)
    guard places.count > 1 else { return }
    bits.append(areAlike ? 0 : 1, width: 1)
    guard !areAlike else { return }
    for place in places.dropFirst() { bits.append(rice: UInt32(forms[place]), parameter: 0) }
  }

  /// The parameter that makes the code of the numbers of places short: log₂ of 0.69 times their mean.
  private static func parameter(documents: Int, places: Int) -> Int {
    let scaled = (places - documents) * 11 / (16 * Swift.max(1, documents))
    return scaled > 0 ? Swift.min(20, BitPacking.width(of: UInt32(scaled)) - 1) : 0
  }
}
