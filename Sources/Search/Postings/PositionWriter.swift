/// Lays out where a term stands in up to 128 documents.
///
/// | bits | what |
/// |---|---|
/// | 8 | the parameter of Rice's code for the numbers of places |
/// | 16 for each group of ``PositionReader/groupSize`` documents but the first | the bit at which the group begins |
/// | … | for each document: the number of places less 1, in Rice's code; then the places in ``BitWriter/append(interpolated:from:below:)`` |
struct PositionWriter {
  private var places: [UInt32] = []
  /// For each document where its places end in `places`, and a bound that none reaches.
  private var documents: [(end: Int, extent: UInt32)] = []
  private var bits = BitWriter()

  mutating func add(_ places: [UInt32], extent: UInt32) {
    self.places += places
    documents.append((self.places.count, extent))
  }

  /// Writes what was added and begins anew.
  mutating func end(in writer: inout ByteWriter) {
    let parameter = Self.parameter(documents: documents.count, places: places.count)
    let groups = Self.write(places, documents, parameter: parameter, to: &bits)
    writer.append(byte: UInt8(parameter))
    for group in groups {
      writer.append(byte: UInt8(truncatingIfNeeded: group))
      writer.append(byte: UInt8(truncatingIfNeeded: group >> 8))
    }
    bits.end(in: &writer)
    places.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
  }

  /// Writes the documents and tells where groups of them begin.
  private static func write(
    _ places: [UInt32], _ documents: [(end: Int, extent: UInt32)], parameter: Int,
    to bits: inout BitWriter
  ) -> [UInt16] {
    var groups: [UInt16] = []
    var start = 0
    for (number, document) in documents.enumerated() {
      if number > 0, number % PositionReader.groupSize == 0 {
        groups.append(UInt16(truncatingIfNeeded: Swift.min(bits.count, PositionReader.unknownBit)))
      }
      bits.append(rice: UInt32(document.end - start - 1), parameter: parameter)
      bits.append(
        interpolated: places.span.extracting(start..<document.end), from: 0,
        below: document.extent)
      start = document.end
    }
    return groups
  }

  /// The parameter that makes the code of the numbers of places short: log₂ of 0.69 times their mean.
  private static func parameter(documents: Int, places: Int) -> Int {
    let scaled = (places - documents) * 11 / (16 * Swift.max(1, documents))
    return scaled > 0 ? Swift.min(20, BitPacking.width(of: UInt32(scaled)) - 1) : 0
  }
}

/// Reads where a term stands in the documents of one block.
struct PositionReader {
  /// Documents that can only be passed over one by one.
  static let groupSize = 16
  /// A group that begins here or beyond is read from the one before.
  static let unknownBit = 0xFFFF

  private let list: PostingList
  private let extents: Extents

  init(_ list: PostingList, extents: Extents) {
    self.list = list
    self.extents = extents
  }

  /// Where the term stands in a document.
  ///
  /// - Parameters:
  ///   - place: The place of the document in its block.
  ///   - block: The number of the block.
  ///   - documents: The documents of the block.
  ///   - places: What is found is appended here, ascending.
  /// - Complexity: O(*n*) in the places of at most 16 documents.
  func read(
    _ place: Int, ofBlock block: Int, documents: UnsafeMutableBufferPointer<UInt32>,
    into places: inout [UInt32]
  ) {
    guard list.head.contains(.hasPositions), place < documents.count else { return }
    let start = list.positions(ofBlock: block)
    let parameter = Int(list.bytes[start] & 31)
    let groups = (documents.count - 1) / Self.groupSize
    let firstBit = start &+ 1 &+ 2 &* groups
    var reader = BitReader(list.bytes, at: firstBit)
    var group = place / Self.groupSize
    while group > 0 {
      let entry = start &+ 1 &+ 2 &* (group - 1)
      let bit = Int(list.bytes[entry]) | Int(list.bytes[entry &+ 1]) << 8
      if bit != Self.unknownBit {
        reader.place = firstBit &* 8 &+ bit
        break
      }
      group -= 1
    }
    for number in group * Self.groupSize..<place {
      let extent = unsafe extents[documents[number]]
      let count = reader.rice(parameter: parameter)
      guard count < extent else { return }
      reader.skipInterpolated(Int(count) + 1, from: 0, below: extent)
    }
    let extent = unsafe extents[documents[place]]
    let count = reader.rice(parameter: parameter)
    guard count < extent else { return }
    reader.interpolated(Int(count) + 1, from: 0, below: extent) { places.append($0) }
  }
}
