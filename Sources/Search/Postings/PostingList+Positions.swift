/// How the positions of a block's documents are grouped: a group's beginning is known.
enum PositionGroups {
  /// Documents that can only be passed over one by one.
  static let groupSize = 16
  /// A group that begins here or beyond is read from the one before.
  static let unknownBit = 0xFFFF
}

extension PostingList {
  /// Where the term stands in a document.
  ///
  /// - Parameters:
  ///   - place: The place of the document in its block.
  ///   - block: The number of the block.
  ///   - documents: The documents of the block.
  ///   - forms: Forms to count, a bit each, in two sets.
  ///   - places: What is found is appended here, ascending.
  /// - Returns: At how many places a form of each set stands.
  /// - Complexity: O(*n*) in the places of at most 16 documents.
  @discardableResult
  func readPositions(
    _ place: Int, ofBlock block: Int, documents: UnsafeMutableBufferPointer<UInt32>,
    counting forms: FormSets = FormSets(), into places: inout [UInt32]
  ) -> FormSets.Count {
    var counted = FormSets.Count()
    guard head.contains(.hasPositions), place < documents.count else { return counted }
    let start = positions(ofBlock: block)
    guard unsafe hasPositions(of: documents, ofBlock: block, upTo: place) else { return counted }
    let head = bytes[start]
    let (parameter, tellsForms) = (Int(head & 31), head & 0x80 != 0)
    let groups = (documents.count - 1) / PositionGroups.groupSize
    var reader = BitReader(bytes, at: start &+ 1 &+ 2 &* groups)
    let first = firstKnown(group: place / PositionGroups.groupSize, at: start &+ 1, in: &reader)
    for number in first..<place {
      let extent = unsafe extent(of: documents[number])
      let count = reader.rice(parameter: parameter)
      guard count < extent else { return counted }
      reader.skipInterpolated(Int(count) + 1, from: 0, below: extent)
      if tellsForms { reader.skipForms(ofPlaces: count + 1) }
    }
    let extent = unsafe extent(of: documents[place])
    let count = reader.rice(parameter: parameter)
    guard count < extent else { return counted }
    reader.interpolated(Int(count) + 1, from: 0, below: extent) { places.append($0) }
    guard forms.like != 0 else { return counted }
    if tellsForms {
      reader.readForms(ofPlaces: count + 1) { form, count in
        counted.add(forms, form: form, count: count)
      }
    } else {
      counted.add(forms, form: 0, count: count + 1)
    }
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

  /// Whether the positions of a block are there, and the bounds of its first documents.
  @inline(__always)
  private func hasPositions(
    of documents: UnsafeMutableBufferPointer<UInt32>, ofBlock block: Int, upTo place: Int
  ) -> Bool {
    guard bytes.pieces != nil else { return true }
    let next = block + 1 < allBlockCount ? positions(ofBlock: block + 1) : end
    var hasAll = bytes.has(positions(ofBlock: block)..<Swift.max(positions(ofBlock: block), next))
    let group = place / PositionGroups.groupSize
    for number in group * PositionGroups.groupSize...place {
      let bound = unsafe extents.lowerBound &+ Int(documents[number] &- base)
      if !bytes.has(bound..<bound &+ 1) { hasAll = false }
    }
    return hasAll
  }

  /// A bound that no position in a document reaches.
  @inline(__always)
  private func extent(of document: UInt32) -> UInt32 {
    let place = Int(document &- base)
    return place < extents.count ? Extents.bound(ofClass: bytes[extents.lowerBound &+ place]) : 0
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
  @inline(__always)
  fileprivate mutating func skipForms(ofPlaces count: UInt32) {
    _ = rice(parameter: 0)
    guard count > 1, bits(1) == 1 else { return }
    for _ in 1..<count { _ = rice(parameter: 0) }
  }
}
