import Testing

@testable import Search

@Suite struct TableTests {
  /// Random strings over three letters, so that many share beginnings.
  private static func strings(_ count: Int, _ random: inout SplitMix64) -> [[UInt8]] {
    var strings: Set<[UInt8]> = []
    while strings.count < count {
      strings.insert((0..<random.below(12)).map { _ in random.element(of: [0, 0x61, 0x62, 0xFF]) })
    }
    return strings.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func table(
    _ strings: [[UInt8]], numbers: [[UInt32]] = [], numberCount: Int = 0
  ) -> FrontCodedTable {
    var writer = FrontCodedTableWriter(numberCount: numberCount)
    for (place, string) in strings.enumerated() {
      writer.append(string[...], numbers: numbers.isEmpty ? [] : numbers[place])
    }
    let bytes = writer.finish().bytes
    return FrontCodedTable(bytes: Bytes([1, 2, 3] + bytes + [9]), range: 3..<3 + bytes.count)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 31, 32, 33, 200])
  func findsEveryString(count: Int) {
    var random = SplitMix64(UInt64(count))
    let strings = Self.strings(count, &random)
    let table = Self.table(strings)
    #expect(table.count == count)
    for place in strings.indices { #expect(table[place] == strings[place]) }
    #expect(table[count] == [])
    for key in strings + Self.strings(100, &random) {
      let expected = strings.firstIndex { !$0.lexicographicallyPrecedes(key) }
      #expect(table.place(notLessThan: key) == expected)
      #expect(table.seek(key)?.string == expected.map { strings[$0] })
    }
  }

  @Test(arguments: 0...3)
  func readsTheNumbersBehindEachString(numberCount: Int) {
    var random = SplitMix64(9)
    let strings = Self.strings(100, &random)
    let numbers = strings.map { _ in
      (0..<numberCount).map { _ in
        random.element(of: [0, 1, 127, 128, 1 << 31, .max, random.below(UInt32.max)])
      }
    }
    let table = Self.table(strings, numbers: numbers, numberCount: numberCount)
    for start in [0, 1, 15, 16, 40, 99] {
      var cursor = table.cursor(at: start)
      for place in start..<100 {
        #expect(table.advance(&cursor))
        #expect((0..<numberCount).map { cursor.numbers[$0] } == numbers[place])
        #expect(cursor.string == strings[place])
      }
      #expect(!table.advance(&cursor))
    }
  }

  @Test func passesOverStringsThatShareABeginning() {
    var random = SplitMix64(10)
    let strings = Self.strings(300, &random)
    let numbers = strings.indices.map { [UInt32($0 * 7 % 300)] }
    let table = Self.table(strings, numbers: numbers, numberCount: 1)
    for start in strings.indices {
      for count in 0...strings[start].count {
        var cursor = table.cursor(at: start)
        #expect(table.advance(&cursor))
        table.skip(&cursor, sharing: count)
        let prefix = strings[start][..<count]
        let next = strings.indices.first { $0 > start && !strings[$0].starts(with: prefix) }
        // It may stop early, before a block that is not wholly passed over, but never late.
        #expect(cursor.next <= next ?? 300)
        #expect(cursor.next == next ?? 300 || cursor.next % FrontCodedTable.blockSize == 0)
        guard cursor.next < 300 else { continue }
        let place = cursor.next
        #expect(table.advance(&cursor))
        #expect(cursor.string == strings[place])
        #expect(cursor.numbers[0] == numbers[place][0])
      }
    }
  }

  @Test func cutsStringsThatAreTooLong() {
    let long = [UInt8](repeating: 0x61, count: FrontCodedTable.longest + 5)
    let table = Self.table([long, long + [0x62], [0x63]])
    #expect(table[0].count == FrontCodedTable.longest)
    #expect(table[2] == [0x63])
  }

  @Test(arguments: [1, 2, 15, 16, 17, 32, 33, 500])
  func tellsWhereEachListBeginsAndEnds(count: Int) {
    var random = SplitMix64(11)
    var offsets: [Int] = []
    var last = 0
    for _ in 0..<count {
      last += random.element(of: [0, 1, 100, 127, 128, 20_000])
      offsets.append(last)
    }
    var writer = OffsetTableWriter()
    for offset in offsets { writer.append(offset) }
    let bytes = writer.finish().bytes
    let table = OffsetTable(Bytes([5] + bytes), 1..<1 + bytes.count)
    #expect(table.count == count)
    for place in 0..<count - 1 {
      #expect(table.bounds(place) == (offsets[place], offsets[place + 1]))
    }
  }

  @Test func numbersStringsInTheOrderOfMeetingAndSortsThem() {
    var random = SplitMix64(12)
    // Eight bytes are compared at once: strings that differ in length by zeros, or only behind these.
    var strings = Self.strings(3000, &random)
    strings += (0..<200).map { _ in [UInt8](repeating: 0, count: random.below(20)) }
    strings += (0..<200).map { _ in utf8("commencement") + [random.element(of: [0, 1, 255])] }
    strings.shuffle(using: &random)
    var set = StringSet(capacity: 2)
    var known: [[UInt8]: Int] = [:]
    for string in strings {
      let (number, isNew) = set.insert(string.span)
      #expect(isNew == (known[string] == nil))
      #expect(number == known[string] ?? known.count)
      known[string] = number
    }
    #expect(set.count == known.count)
    let sorted = known.keys.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(set.strings.sorted().map { Array(set[$0]) } == sorted)
  }

  @Test func readsVarintsOfEveryLength() {
    var numbers: [UInt32] = [0, .max]
    for shift in UInt32(0)..<32 { numbers += [1 << shift, (1 << shift) - 1, 1 << shift | 1] }
    var writer = ByteWriter()
    for number in numbers { writer.append(varint: number) }
    let bytes = Bytes(writer.bytes)
    var offset = 0
    for number in numbers { #expect(bytes.varint(at: &offset) == number) }
    #expect(offset == writer.count)
  }
}
