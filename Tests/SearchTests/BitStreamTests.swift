import Testing

@testable import Search

@Suite struct BitStreamTests {
  @Test func readsTheRiceCodesThatItWrites() {
    for parameter in 0...20 {
      var numbers: [UInt32] = [0, 1, 2, 3, 100, 0xFFFF, .max - 1, .max]
      for high in [UInt32(22), 23, 24, 25] {
        // Around the longest run of ones, behind which the number stands whole.
        let least = high << UInt32(parameter)
        numbers += [least - 1, least, least + 1]
      }
      var writer = BitWriter()
      for number in numbers {
        writer.append(rice: number, parameter: parameter)
        writer.append(number & 1, width: 1)
      }
      let count = writer.count
      var bytes = ByteWriter()
      bytes.append(byte: 0xFF)
      writer.end(in: &bytes)
      for _ in 0..<BitPacking.padding { bytes.append(byte: 0) }
      var reader = BitReader(Bytes(bytes.bytes), at: 1)
      for number in numbers {
        #expect(reader.rice(parameter: parameter) == number)
        #expect(reader.bits(1) == number & 1)
      }
      #expect(reader.place == count)
    }
  }

  @Test func readsBitsOfEveryWidth() {
    var random = SplitMix64(3)
    let fields = (0..<2000).map { _ in
      let width = random.below(33)
      let mask = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(width)) - 1)
      return (UInt32(truncatingIfNeeded: random.next()) & mask, width)
    }
    var writer = BitWriter()
    for (number, width) in fields { writer.append(number, width: width) }
    var bytes = ByteWriter()
    writer.end(in: &bytes)
    bytes.append(UInt64(0))
    var reader = BitReader(Bytes(bytes.bytes), at: 0)
    for (number, width) in fields { #expect(reader.bits(width) == number) }
    // A writer begins anew.
    #expect(writer.count == 0)
  }

  private func isReadBack(_ lists: [(numbers: [UInt32], high: UInt32)]) -> Bool {
    var writer = BitWriter()
    for list in lists { writer.append(interpolated: list.numbers.span, from: 0, below: list.high) }
    let count = writer.count
    var bytes = ByteWriter()
    writer.end(in: &bytes)
    bytes.append(UInt64(0))
    var reader = BitReader(Bytes(bytes.bytes), at: 0)
    var skipping = reader
    for list in lists {
      var read: [UInt32] = []
      reader.interpolated(list.numbers.count, from: 0, below: list.high, into: &read)
      skipping.place = skipping.skipInterpolated(
        at: skipping.place, list.numbers.count, from: 0, below: list.high)
      guard read == list.numbers, reader.place == skipping.place else { return false }
    }
    return reader.place == count
  }

  @Test func readsTheInterpolatedNumbersThatItWrites() {
    var random = SplitMix64(4)
    for _ in 0..<1500 {
      let lists = (0..<3).map { _ in
        let high = 1 + random.below(UInt32(1) << UInt32(random.below(26)))
        var numbers: Set<UInt32> = []
        for _ in 0..<random.below(Swift.min(60, Int(high)) + 1) {
          numbers.insert(random.below(high))
        }
        return (numbers.sorted(), high)
      }
      #expect(isReadBack(lists))
    }
  }

  @Test(arguments: [1, 2, 3, 7, 8, 9, 127, 128, 1000, 1 << 16, 1 << 25] as [UInt32])
  func readsTheEndsOfTheRange(high: UInt32) {
    let run = Swift.min(high, 300)
    #expect(isReadBack([([0], high), ([high - 1], high), ([high / 2], high)]))
    #expect(isReadBack([(Array(0..<run), high), (Array(high - run..<high), high)]))
    #expect(isReadBack([(Array(Set([0, high - 1])).sorted(), high), ([], high)]))
  }

  @Test func spendsNothingOnAFullRange() {
    var writer = BitWriter()
    writer.append(interpolated: Array(0..<500).span, from: 0, below: 500)
    #expect(writer.count == 0)
  }
}
