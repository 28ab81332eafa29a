/// Lays out a ``FrontCodedTable``.
struct FrontCodedTableWriter {
  private var body = ByteWriter()
  private var blocks: [UInt32] = []
  private var last: [UInt8] = []
  /// The first string of the chapter.
  private var head: [UInt8] = []
  private var count = 0
  private var number: UInt32 = 0
  private let numberCount: Int

  init(numberCount: Int) { self.numberCount = numberCount }

  mutating func append(_ string: ArraySlice<UInt8>, numbers: [UInt32] = []) {
    let string = string.prefix(FrontCodedTable.longest)
    var shared = 0
    if count % FrontCodedTable.blockSize == 0 {
      let isHead = blocks.count % FrontCodedTable.chapterSize == 0
      blocks.append(UInt32(body.count))
      number = 0
      shared = isHead ? 0 : Self.commonLength(head, string)
      body.append(varint: UInt32(shared))
      body.append(varint: UInt32(string.count - shared))
      if isHead { head = Array(string) }
    } else {
      shared = Self.commonLength(last, string)
      append(dropped: last.count - shared, added: string.count - shared)
    }
    body.append(string.dropFirst(shared))
    if let first = numbers.first {
      let step = Int32(bitPattern: first &- number)
      body.append(varint: UInt32(bitPattern: step << 1 ^ step >> 31))
      number = first
      for number in numbers.dropFirst() { body.append(varint: number) }
    }
    last = Array(string)
    count += 1
  }

  private static func commonLength(_ one: [UInt8], _ other: ArraySlice<UInt8>) -> Int {
    let most = Swift.min(one.count, other.count)
    var common = 0
    while common < most, one[common] == other[other.startIndex + common] { common += 1 }
    return common
  }

  /// Appends how much a string shares with the one before.
  private mutating func append(dropped: Int, added: Int) {
    let long = FrontCodedTable.longCount
    body.append(byte: UInt8(Swift.min(dropped, long) | Swift.min(added, long) << 4))
    for count in [dropped, added] where count >= long { body.append(varint: UInt32(count - long)) }
  }

  /// The bytes of the table.
  func finish() -> ByteWriter {
    var writer = ByteWriter()
    let heap = UInt32(8 + 4 * blocks.count)
    writer.append(UInt32(count))
    writer.append(UInt32(numberCount))
    for block in blocks { writer.append(heap + block) }
    writer.append(body.bytes)
    return writer
  }
}
