/// A place at which a term stands in a document.
struct Occurrence: Hashable {
  /// The number of the word, counted through all fields.
  var position: UInt32
  /// Which of the term's forms stands there; the most frequent one is 0.
  var form: UInt32
}

/// Lays out where a term stands in up to 128 documents.
///
/// | bytes | what |
/// |---|---|
/// | 1 | the parameter of Rice's code, and bit 7 if forms are told |
/// | 2 for each group of ``PositionReader/groupSize`` documents but the first | the bit at which the group begins |
/// | … | for each place: distance from the one before less 1, in Rice's code; the form in Rice's code, parameter 0, if forms are told; a 1 if the document has another place |
struct PositionWriter {
  private var gaps: [UInt32] = []
  private var forms: [UInt32] = []
  /// Where each document's places end in `gaps`.
  private var ends: [Int] = []
  private var bits = BitWriter()

  mutating func add(_ occurrences: ArraySlice<Occurrence>) {
    var previous = UInt32.max
    for occurrence in occurrences {
      gaps.append(occurrence.position &- previous &- 1)
      forms.append(Swift.min(occurrence.form, PositionReader.lastForm))
      previous = occurrence.position
    }
    ends.append(gaps.count)
  }

  /// Writes what was added and begins anew.
  mutating func end(in writer: inout ByteWriter) {
    let parameter = Self.parameter(for: gaps)
    let tellsForms = forms.contains { $0 > 0 }
    var groups: [UInt16] = []
    var place = 0
    for (document, end) in ends.enumerated() {
      if document > 0, document % PositionReader.groupSize == 0 {
        groups.append(UInt16(truncatingIfNeeded: Swift.min(bits.count, 0xFFFF)))
      }
      while place < end {
        bits.append(rice: gaps[place], parameter: parameter)
        if tellsForms { bits.append(rice: forms[place], parameter: 0) }
        place += 1
        bits.append(place < end ? 1 : 0, width: 1)
      }
    }
    writer.append(byte: UInt8(parameter) | (tellsForms ? 0x80 : 0))
    for group in groups {
      writer.append(byte: UInt8(truncatingIfNeeded: group))
      writer.append(byte: UInt8(truncatingIfNeeded: group >> 8))
    }
    writer.append(bits.take())
    gaps.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// The parameter that makes the code shortest, or nearly: log₂ of 0.69 times the mean.
  private static func parameter(for gaps: [UInt32]) -> Int {
    var sum = 0
    for gap in gaps { sum += Int(gap) }
    let scaled = sum * 11 / (16 * Swift.max(1, gaps.count))
    return Swift.min(20, BitPacking.width(of: UInt32(truncatingIfNeeded: scaled)) - (scaled > 0 ? 1 : 0) )
  }
}

/// Reads where a term stands in the documents of one block.
struct PositionReader {
  /// Documents that can only be passed over one by one.
  static let groupSize = 32
  /// The forms from here on share a number.
  static let lastForm: UInt32 = 20
  /// A group that begins beyond this bit is read from the one before.
  private static let unknownBit = 0xFFFF

  private let list: PostingList

  init(_ list: PostingList) { self.list = list }

  /// Where the term stands in a document.
  ///
  /// - Parameters:
  ///   - place: The place of the document in its block.
  ///   - block: The number of the block.
  ///   - count: How many documents the block has.
  ///   - occurrences: What is found is appended here, ascending.
  /// - Complexity: O(1) for texts of like lengths: at most 31 documents are passed over.
  func read(
    _ place: Int, ofBlock block: Int, count: Int, into occurrences: inout [Occurrence]
  ) {
    guard list.flags.contains(.hasPositions), place < count else { return }
    let start =
      block < list.blockCount ? list.positions &+ list.block(block).positions : list.restPositions
    let head = list.bytes[start]
    let parameter = Int(head & 0x1F)
    let tellsForms = head & 0x80 != 0
    let groups = (count - 1) / Self.groupSize
    var group = place / Self.groupSize
    let firstBit = start &+ 1 &+ 2 &* groups
    var reader = BitReader(list.bytes, at: firstBit)
    while group > 0 {
      let entry = start &+ 1 &+ 2 &* (group - 1)
      let bit = Int(list.bytes[entry]) | Int(list.bytes[entry &+ 1]) << 8
      if bit != Self.unknownBit {
        reader.place = firstBit &* 8 &+ bit
        break
      }
      group -= 1
    }
    for _ in group * Self.groupSize..<place { skip(&reader, parameter, tellsForms) }
    var position = UInt32.max
    var more: UInt32 = 1
    while more == 1, occurrences.count < Self.most {
      position = position &+ reader.rice(parameter: parameter) &+ 1
      let form = tellsForms ? reader.rice(parameter: 0) : 0
      occurrences.append(Occurrence(position: position, form: form))
      more = reader.bits(1)
    }
  }

  /// A section has no more places than this; damaged bytes could say so.
  private static let most = 1 << 20

  @inline(__always)
  private func skip(_ reader: inout BitReader, _ parameter: Int, _ tellsForms: Bool) {
    var most = Self.most
    repeat {
      _ = reader.rice(parameter: parameter)
      if tellsForms { _ = reader.rice(parameter: 0) }
      most &-= 1
    } while reader.bits(1) == 1 && most > 0
  }
}
