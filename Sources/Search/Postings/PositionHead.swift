/// What tells how positions are read, before them.
struct PositionHead {
  /// The parameter of Rice's code for the numbers of places.
  var parameter: Int
  /// Whether forms are told; else every place has the first one.
  var tellsForms: Bool
  /// The bits that tell how long a group of documents is.
  var groupWidth = leastGroupWidth

  /// Documents that can only be passed over one by one: where their group begins is known.
  static let groupSize = 16
  private static let leastGroupWidth = 2
  private static let mostGroupWidth = 17
  private static let mostParameter = 7
  /// The bits of a head of a few documents.
  static let fewBits = 4

  /// - Parameters:
  ///   - documents: The number of documents.
  ///   - places: The number of all their places.
  ///   - tellsForms: Whether forms are told.
  init(documents: Int, places: Int, tellsForms: Bool) {
    // The parameter that makes the code of the numbers short: log₂ of 0.69 times their mean.
    let scaled = (places - documents) * 11 / (16 * Swift.max(1, documents))
    parameter =
      scaled > 0 ? Swift.min(Self.mostParameter, BitPacking.width(of: UInt32(scaled)) - 1) : 0
    self.tellsForms = tellsForms
  }

  /// - Parameter byte: ``byte``, or ``fewBits`` of it.
  init(byte: UInt8) {
    parameter = Int(byte & 7)
    tellsForms = byte & 8 != 0
    groupWidth = Int(byte >> 4) + Self.leastGroupWidth
  }

  var byte: UInt8 {
    UInt8(parameter) | (tellsForms ? 8 : 0) | UInt8(groupWidth - Self.leastGroupWidth) << 4
  }

  /// Chooses how many bits tell the lengths of groups, of which the longest has so many bits.
  mutating func makeRoom(forGroupOf bits: Int) {
    let width = BitPacking.width(of: UInt32(truncatingIfNeeded: bits) &+ 1)
    groupWidth = Swift.max(Self.leastGroupWidth, Swift.min(Self.mostGroupWidth, width))
  }

  /// A group that is so long or longer is read on from its beginning, whatever is sought behind it.
  var unknownLength: Int { 1 << groupWidth - 1 }

  /// The bytes that tell how long groups are: all but the last.
  func groupsSize(documents: Int) -> Int {
    BitPacking.size(count: (documents - 1) / Self.groupSize, width: groupWidth)
  }
}
