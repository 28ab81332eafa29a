/// Where each term occurs, packed as it is read.
///
/// A term has a chain of slices in one run of bytes, each slice twice as long as the one before up to a
/// bound (as in Büttcher, Clarke, Cormack: "Information Retrieval", 2010, section 4.5.1). Nothing is sorted
/// and nothing is copied again: memory is about a third of the text, and reading the chains back costs what
/// is in them, however many notes there are.
///
/// An occurrence in another document than the last one is told by twice the distance of the documents and 1
/// more (varint), then twice its place; one in the same document by four times the distance of the places.
/// To the place belongs a bit that says that a byte with the form follows.
struct OccurrenceLog {
  /// The slices; those behind `used` are still to be given to a chain.
  private var bytes: [UInt8] = []
  private var used: UInt32 = 0
  private var chains: [Chain] = []

  /// The slices of a term.
  ///
  /// But for the last one, each ends with four bytes that tell where the next begins.
  private struct Chain {
    /// Where the first slice begins.
    var start: UInt32
    /// Where the next byte goes.
    var next: UInt32
    /// Where the last slice ends, and its length.
    var end: UInt32
    var length: UInt32
    /// The document of the last occurrence and one more, and the place there.
    var document: UInt32 = 0
    var place: UInt32 = 0
  }

  /// The bytes of a chain's first slice: enough for one occurrence.
  private static let shortest: UInt32 = 6
  /// The most bytes of a slice.
  private static let longest: UInt32 = 6 << 8
  private static let linkSize: UInt32 = 4
}

// MARK: - Writing

extension OccurrenceLog {
  /// The bytes that all chains take.
  var byteCount: Int { Int(used) }

  /// Tells that a term occurs; documents ascend, and so do places in a document.
  ///
  /// A word and its own first part may be of one term: at one place a term counts once.
  ///
  /// - Parameters:
  ///   - term: The number of a term, at most one more than of those that occurred.
  ///   - document: The number of the document: less than 2³¹.
  ///   - place: The position in the document: less than 2²⁴.
  ///   - form: Which of the term's forms stands there.
  @inline(__always)
  mutating func add(_ term: Int, document: UInt32, place: UInt32, form: UInt8) {
    if term == chains.count { addChain() }
    let formBit: UInt32 = form > 0 ? 1 : 0
    var code = OccurrenceCode()
    if chains[term].document == document &+ 1 {
      guard place != chains[term].place else { return }
      code.append(varint: (place &- chains[term].place) << 2 | formBit << 1)
    } else {
      code.append(varint: (document &+ 1 &- chains[term].document) << 1 | 1)
      code.append(varint: place << 1 | formBit)
    }
    if form > 0 { code.append(form) }
    let next = chains[term].next
    if chains[term].end &- next >= 8, code.count <= 8 {
      var span = bytes.mutableSpan
      var memory = unsafe span.mutableBytes
      memory.storeBytes(
        of: code.bytes.littleEndian, toByteOffset: Int(next), as: UInt64.self)
      moveOn(term, to: next &+ UInt32(code.count), document: document, place: place)
    } else {
      write(code, to: term)
      moveOn(term, to: chains[term].next, document: document, place: place)
    }
  }

  @inline(__always)
  private mutating func moveOn(_ term: Int, to next: UInt32, document: UInt32, place: UInt32) {
    var chains = chains.mutableSpan
    chains[term].next = next
    chains[term].document = document &+ 1
    chains[term].place = place
  }

  /// Writes an occurrence that does not fit the slice.
  @inline(never)
  private mutating func write(_ code: OccurrenceCode, to term: Int) {
    var chain = chains[term]
    var code = code
    for _ in 0..<code.count {
      if chain.next == chain.end { extend(&chain) }
      bytes[Int(chain.next)] = code.removeFirst()
      chain.next += 1
    }
    chains[term] = chain
  }

  private mutating func addChain() {
    let start = slice(of: Self.shortest)
    chains.append(
      Chain(start: start, next: start, end: start + Self.shortest, length: Self.shortest))
  }

  /// Gives a chain another slice; the bytes whose place the link takes move there.
  private mutating func extend(_ chain: inout Chain) {
    chain.length = Swift.min(2 * chain.length, Self.longest)
    let start = slice(of: chain.length)
    let link = chain.end - Self.linkSize
    for place in 0..<Self.linkSize {
      bytes[Int(start + place)] = bytes[Int(link + place)]
      bytes[Int(link + place)] = UInt8(truncatingIfNeeded: start >> (8 * place))
    }
    chain.next = start + Self.linkSize
    chain.end = start + chain.length
  }

  /// Room that no chain has.
  private mutating func slice(of length: UInt32) -> UInt32 {
    defer { used += length }
    if Int(used + length) > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: 1 << 16))
    }
    return used
  }
}

/// The bytes that tell of an occurrence: at most ten.
private struct OccurrenceCode {
  private(set) var bytes: UInt64 = 0
  private var more: UInt64 = 0
  private(set) var count = 0

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < 8 {
      bytes |= UInt64(byte) &<< UInt64(8 &* count)
    } else {
      more |= UInt64(byte) &<< UInt64(8 &* (count &- 8))
    }
    count &+= 1
  }

  @inline(__always)
  mutating func append(varint number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func removeFirst() -> UInt8 {
    defer {
      bytes = bytes >> 8 | more << 56
      more >>= 8
    }
    return UInt8(truncatingIfNeeded: bytes)
  }
}

// MARK: - Reading

extension OccurrenceLog {
  /// Visits where a term occurs, in order.
  ///
  /// - Parameters:
  ///   - term: The number of a term.
  ///   - body: Called with the document, the place in it and the form that stands there.
  @inline(__always)
  func forEachOccurrence(of term: Int, _ body: (UInt32, UInt32, UInt8) -> Void) {
    let bytes = bytes.span
    var reader = Reader(chains[term])
    var document: UInt32 = 0
    var place: UInt32 = 0
    while !reader.isAtEnd {
      var code = reader.number(in: bytes)
      if code & 1 == 1 {
        document &+= code >> 1
        code = reader.number(in: bytes)
        place = code >> 1
      } else {
        code >>= 1
        place &+= code >> 1
      }
      body(document &- 1, place, code & 1 == 1 ? reader.byte(in: bytes) : 0)
    }
  }

  /// Follows the slices of a chain.
  private struct Reader {
    private var next: Int
    /// Where the slice ends, its link left out.
    private var end: Int
    private var length: UInt32
    private let chain: Chain

    init(_ chain: Chain) {
      self.chain = chain
      next = Int(chain.start)
      length = OccurrenceLog.shortest
      end = 0
      end = self.end(ofSliceAt: chain.start)
    }

    @inline(__always)
    var isAtEnd: Bool { next == Int(chain.next) }

    private func end(ofSliceAt start: UInt32) -> Int {
      let end = start + length
      return Int(end == chain.end ? chain.next : end - OccurrenceLog.linkSize)
    }

    @inline(__always)
    mutating func byte(in bytes: Span<UInt8>) -> UInt8 {
      if next == end { follow(in: bytes) }
      defer { next &+= 1 }
      return bytes[next]
    }

    private mutating func follow(in bytes: Span<UInt8>) {
      var start: UInt32 = 0
      for place in 0..<Int(OccurrenceLog.linkSize) {
        start |= UInt32(bytes[end + place]) << UInt32(8 * place)
      }
      length = Swift.min(2 * length, OccurrenceLog.longest)
      next = Int(start)
      end = self.end(ofSliceAt: start)
    }

    @inline(__always)
    mutating func number(in bytes: Span<UInt8>) -> UInt32 {
      var number: UInt32 = 0
      var shift: UInt32 = 0
      while true {
        let byte = byte(in: bytes)
        number |= UInt32(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift &+= 7
      }
    }
  }
}
