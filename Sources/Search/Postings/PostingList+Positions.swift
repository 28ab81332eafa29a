/// How the positions of a block's documents are grouped: a group's beginning is known.
enum PositionGroups {
  /// Documents that can only be passed over one by one.
  static let groupSize = 16
  /// A group that begins here or beyond is read from the one before.
  static let unknownBit = 0xFFFF
}

/// A place among the positions of a block from which on the next can be read.
struct PositionMark {
  fileprivate var block = -1
  /// The place of a document in the block, and the bit at which its positions begin.
  fileprivate var place = 0
  fileprivate var bit = 0
}

extension PostingList {
  /// The forms that stand in each document of a block where only one does, counted once.
  ///
  /// - Returns: `nil` where there are several forms, or no positions.
  func onlyForm(ofBlock block: Int, counting forms: FormSets) -> FormSets.Count? {
    let start = positions(ofBlock: block)
    guard head.contains(.hasPositions), bytes.has(start..<start &+ 1), bytes[start] & 0x80 == 0
    else { return nil }
    var counted = FormSets.Count()
    counted.add(forms, form: 0, count: 1)
    counted.all = 1
    return counted
  }

  /// Where the term stands in a document.
  ///
  /// - Parameters:
  ///   - place: The place of the document in its block.
  ///   - block: The number of the block.
  ///   - documents: The documents of the block.
  ///   - mark: Where reading ended before; whoever reads in order passes over each document once.
  ///   - forms: Forms to count, a bit each, in two sets.
  ///   - keepsPlaces: Whether places are wanted, and not only counted.
  ///   - places: What is found is appended here, ascending.
  /// - Returns: At how many places a form of each set stands, and any form.
  /// - Complexity: O(*n*) in the places of at most 16 documents.
  @discardableResult
  func readPositions(
    _ place: Int, ofBlock block: Int, documents: UnsafeMutableBufferPointer<UInt32>,
    from mark: inout PositionMark, counting forms: FormSets = FormSets(),
    keepsPlaces: Bool = true, into places: inout [UInt32]
  ) -> FormSets.Count {
    var counted = FormSets.Count()
    guard head.contains(.hasPositions), place < documents.count else { return counted }
    let start = positions(ofBlock: block)
    guard unsafe hasPositions(of: documents, ofBlock: block, upTo: place) else { return counted }
    let head = bytes[start]
    let (parameter, tellsForms) = (Int(head & 31), head & 0x80 != 0)
    let groups = (documents.count - 1) / PositionGroups.groupSize
    var reader = BitReader(bytes, at: start &+ 1 &+ 2 &* groups)
    var first = firstKnown(group: place / PositionGroups.groupSize, at: start &+ 1, in: &reader)
    var bit = reader.place
    // A bound that no position in a document reaches.
    let classes = unsafe bytes.memory(at: extents.lowerBound, count: extents.count)
    let (firstDocument, classCount) = unsafe (base, classes == nil ? 0 : extents.count)
    let bound = { (document: UInt32) -> UInt32 in
      let place = Int(document &- firstDocument)
      guard place < classCount, let classes = unsafe classes else { return 0 }
      return unsafe Extents.bound(ofClass: classes.load(fromByteOffset: place, as: UInt8.self))
    }
    if mark.block == block, mark.place <= place, mark.place > first {
      (first, bit) = (mark.place, mark.bit)
    }
    for number in first..<place {
      let extent = unsafe bound(documents[number])
      let count = reader.rice(at: bit, parameter: parameter)
      guard count.number < extent else { return counted }
      bit =
        count.number == 0
        ? reader.number(at: count.next, below: extent).next
        : reader.skipInterpolated(at: count.next, Int(count.number) + 1, from: 0, below: extent)
      if tellsForms { bit = reader.skipForms(at: bit, ofPlaces: count.number + 1) }
    }
    reader.place = bit
    let extent = unsafe bound(documents[place])
    let count = reader.rice(parameter: parameter)
    guard count < extent else { return counted }
    counted.all = count + 1
    if keepsPlaces {
      reader.interpolated(Int(count) + 1, from: 0, below: extent, into: &places)
    } else {
      reader.place = reader.skipInterpolated(
        at: reader.place, Int(count) + 1, from: 0, below: extent)
    }
    if !tellsForms {
      counted.add(forms, form: 0, count: count + 1)
    } else if forms.like != 0 {
      reader.readForms(ofPlaces: count + 1) { form, count in
        counted.add(forms, form: form, count: count)
      }
    } else {
      reader.place = reader.skipForms(at: reader.place, ofPlaces: count + 1)
    }
    mark = PositionMark(block: block, place: place &+ 1, bit: reader.place)
    return counted
  }

  /// Moves a reader to a group, or to the one before whose beginning is known.
  ///
  /// - Returns: The place of the first document there.
  @inline(__always)
  private func firstKnown(group: Int, at start: Int, in reader: inout BitReader) -> Int {
    var group = group
    while group > 0 {
      let entry = start &+ 2 &* (group &- 1)
      let bit = Int(bytes[entry]) | Int(bytes[entry &+ 1]) << 8
      if bit != PositionGroups.unknownBit {
        reader.place = bit
        return group &* PositionGroups.groupSize
      }
      group &-= 1
    }
    return 0
  }

  /// Whether the positions of a block are there, and the bounds of its documents up to a place.
  @inline(__always)
  private func hasPositions(
    of documents: UnsafeMutableBufferPointer<UInt32>, ofBlock block: Int, upTo place: Int
  ) -> Bool {
    guard bytes.pieces != nil else { return true }
    let next = block + 1 < allBlockCount ? positions(ofBlock: block + 1) : end
    var hasAll = bytes.has(positions(ofBlock: block)..<Swift.max(positions(ofBlock: block), next))
    for number in 0...place {
      let bound = unsafe extents.lowerBound &+ Int(documents[number] &- base)
      if !bytes.has(bound..<bound &+ 1) { hasAll = false }
    }
    return hasAll
  }
}

/// The forms of a term that are the typed one, and those that are but for their accents, a bit each.
struct FormSets {
  var exact: UInt32 = 0
  var like: UInt32 = 0

  /// At how many places a form of each set stands.
  struct Count {
    var exact: UInt32 = 0
    var like: UInt32 = 0
    /// At how many places any form stands.
    var all: UInt32 = 0

    mutating func add(_ sets: FormSets, form: UInt32, count: UInt32) {
      let bit: UInt32 = 1 << Swift.min(31, form)
      if sets.exact & bit != 0 { exact += count }
      if sets.like & bit != 0 { like += count }
    }
  }
}

extension BitReader {
  /// Reads the forms of some places.
  ///
  /// - Parameters:
  ///   - count: The number of places, at least 1.
  ///   - body: Called with a form and the number of places where it stands.
  @inline(__always)
  fileprivate mutating func readForms(ofPlaces count: UInt32, _ body: (UInt32, UInt32) -> Void) {
    let first = rice(parameter: 0)
    guard count > 1, bits(1) == 1 else { return body(first, count) }
    body(first, 1)
    for _ in 1..<count { body(rice(parameter: 0), 1) }
  }

  /// Passes over the forms of some places.
  ///
  /// - Returns: The bit behind them.
  @inline(__always)
  fileprivate func skipForms(at bit: Int, ofPlaces count: UInt32) -> Int {
    var bit = rice(at: bit, parameter: 0).next
    guard count > 1 else { return bit }
    let areAlike = ahead(of: bit) & 1 == 0
    bit &+= 1
    guard !areAlike else { return bit }
    for _ in 1..<count { bit = rice(at: bit, parameter: 0).next }
    return bit
  }
}
