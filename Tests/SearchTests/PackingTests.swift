import Testing

@testable import Search

@Suite struct PackingTests {
  @Test(arguments: 0...32)
  func readsThePackedNumbersThatItWrites(width: Int) {
    var random = SplitMix64(UInt64(width))
    for count in 0...128 {
      let mask = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(width)) - 1)
      var numbers = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & mask }
      if count > 1 { numbers[count - 1] = mask }
      var writer = ByteWriter()
      writer.append(packed: numbers, width: width) { $0 }
      #expect(writer.count == BitPacking.size(count: count, width: width))
      // What lies behind must not be read as part of the last number.
      for _ in 0..<BitPacking.padding { writer.append(byte: 0xFF) }
      let bytes = Bytes(writer.bytes)
      let room = (count + 15) / 16 * 16
      var read = [UInt32](repeating: 7, count: room + 1)
      unsafe read.withUnsafeMutableBufferPointer { buffer in
        guard let target = buffer.baseAddress,
          let memory = unsafe bytes.memory(at: 0, count: writer.count - BitPacking.padding)
        else { return }
        unsafe BitPacking.unpack(memory, count: count, width: width, to: target)
      }
      #expect(read.prefix(count) == numbers[...])
      #expect(read[room] == 7)
    }
  }

  private func readsBack(_ gaps: [UInt32], _ impacts: [UInt32]) -> Bool {
    var writer = ByteWriter()
    writer.append(byte: 0xAA)
    let shape = BlockShape.append(gaps: gaps, impacts: impacts, to: &writer)
    guard writer.count == 1 + shape.size(count: gaps.count), shape.peak == impacts.max()
    else { return false }
    let end = writer.count
    for _ in 0..<BitPacking.padding { writer.append(byte: 0xFF) }
    let bytes = Bytes(writer.bytes)
    return unsafe withUnsafeTemporaryAllocation(
      of: UInt32.self, capacity: PostingCursor.room
    ) { room in
      guard let start = room.baseAddress else { return false }
      let read = unsafe UnsafeMutableRawPointer(start + PostingList.blockSize)
        .assumingMemoryBound(to: UInt8.self)
      let count = unsafe shape.read(
        bytes, at: 1, end: end, count: gaps.count, documents: start,
        impacts: read)
      // A block that ends too late is none.
      let late = unsafe shape.read(
        bytes, at: 1, end: end - 1, count: gaps.count, documents: start,
        impacts: read)
      guard count == gaps.count, late == 0 || shape.size(count: count) == 0 else { return false }
      for place in gaps.indices {
        guard unsafe room[place] == gaps[place],
          unsafe UInt32(read[place]) == impacts[place]
        else { return false }
      }
      return true
    }
  }

  @Test func readsTheBlocksThatItWrites() {
    var random = SplitMix64(1)
    for count in [1, 2, 7, 8, 31, 127, 128] {
      for _ in 0..<150 {
        let (width, rare) = (random.below(20), random.element(of: [1, 2, 10, 60]))
        let gaps = (0..<count).map { _ in
          let extra = random.once(in: rare) ? random.below(UInt32(10)) : 0
          return random.below(UInt32(1) << UInt32(width)) << extra
        }
        let most = 1 + random.below(Impacts.most)
        #expect(readsBack(gaps, gaps.map { _ in random.below(most + 1) }))
      }
    }
  }

  @Test func packsTheGreatestDistances() {
    for greatest: UInt32 in [0, 1, 1 << 30, .max >> 1, 1 << 31, .max] {
      for place in [0, 1, 64, 127] {
        var gaps = [UInt32](repeating: 0, count: 128)
        gaps[place] = greatest
        #expect(readsBack(gaps, gaps.indices.map { UInt32($0 % 16) }))
        #expect(readsBack([greatest], [Impacts.most]))
      }
    }
    // All but one are long.
    #expect(readsBack([0] + [UInt32](repeating: 0xFFFF, count: 127), (0..<128).map { $0 % 16 }))
  }

  @Test func widensNoBlockForOneFarDocument() {
    var gaps = [UInt32](repeating: 1, count: 128)
    gaps[50] = 1 << 25
    var writer = ByteWriter()
    let shape = BlockShape.append(gaps: gaps, impacts: gaps.map { _ in 4 }, to: &writer)
    #expect(shape.width == 1)
    #expect(shape.exceptionCount == 1)
  }

  @Test func countsFromEachExtentToABoundWithinAnEighth() {
    var last: UInt32 = 0
    for number in 0...UInt8.max {
      let bound = Extents.bound(ofClass: number)
      #expect(bound > last || bound == 1 << 25)
      if bound > last { #expect(Extents.class(of: bound) == number) }
      last = bound
    }
    var extent: UInt32 = 1
    while extent <= 1 << 25 {
      for near in [extent - 1, extent, extent + 1] where near <= 1 << 25 {
        let bound = Extents.bound(ofClass: Extents.class(of: near))
        #expect(bound >= near && bound - near <= Swift.max(1, near / 8))
      }
      extent += 1 + extent / 50
    }
  }
}
