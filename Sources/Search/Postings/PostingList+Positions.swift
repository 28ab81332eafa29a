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
    let start = positionsStart(ofBlock: block)
    guard head.contains(.hasPositions), bytes.has(start..<start &+ 1),
      !positions(at: start).head.tellsForms
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
    guard unsafe hasPositions(of: documents, ofBlock: block, upTo: place) else { return counted }
    var (reader, head) = positions(at: positionsStart(ofBlock: block))
    let (parameter, tellsForms) = (head.parameter, head.tellsForms)
    var first = 0
    if !isShort {
      first = firstKnown(
        group: place / PositionHead.groupSize, of: documents.count, head, in: &reader)
    }
    var bit = reader.place
    // A bound that no position in a document reaches.
    let classes = unsafe bytes.memory(at: extents.lowerBound, count: extents.count)
    // Compared without a sign: where words have 32 bits, a damaged difference may fit no number.
    let (firstDocument, classCount) = unsafe (base, classes == nil ? 0 : UInt32(extents.count))
    let bound = { (document: UInt32) -> UInt32 in
      let place = document &- firstDocument
      guard place < classCount, let classes = unsafe classes else { return 0 }
      return unsafe Extents.bound(
        ofClass: classes.load(fromByteOffset: Int(place), as: UInt8.self))
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

  /// What is told before the positions of a block's documents, and a reader of what follows.
  @inline(__always)
  private func positions(at start: Int) -> (reader: BitReader, head: PositionHead) {
    guard isShort else {
      return (BitReader(bytes, at: start &+ 1), PositionHead(byte: bytes[start]))
    }
    // Impacts and positions of a few documents are one run of bits.
    var reader = BitReader(bytes, at: start)
    reader.place = count &* Impacts.bits
    let head = PositionHead(byte: UInt8(truncatingIfNeeded: reader.bits(PositionHead.fewBits)))
    return (reader, head)
  }

  /// Moves a reader to the positions of a group, or of the one before whose beginning is known.
  ///
  /// - Returns: The place of the first document there.
  @inline(__always)
  private func firstKnown(
    group: Int, of documents: Int, _ head: PositionHead, in reader: inout BitReader
  ) -> Int {
    var bit = 8 &* head.groupsSize(documents: documents)
    var known = 0
    reader.place = 0
    while known < group {
      let length = Int(reader.bits(head.groupWidth))
      guard length != head.unknownLength else { break }
      bit &+= length
      known &+= 1
    }
    reader.place = bit
    return known &* PositionHead.groupSize
  }

  /// Whether the positions of a block are there, and the bounds of its documents up to a place.
  @inline(__always)
  private func hasPositions(
    of documents: UnsafeMutableBufferPointer<UInt32>, ofBlock block: Int, upTo place: Int
  ) -> Bool {
    guard bytes.pieces != nil else { return true }
    let start = positionsStart(ofBlock: block)
    let next = block + 1 < allBlockCount ? positionsStart(ofBlock: block + 1) : end
    var hasAll = bytes.has(start..<Swift.max(start, next))
    for number in 0...place {
      let document = unsafe documents[number] &- base
      guard document < UInt32(extents.count) else { continue }
      let bound = extents.lowerBound &+ Int(document)
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
