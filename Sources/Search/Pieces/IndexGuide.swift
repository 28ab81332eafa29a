/// What a reader must know of an index before the first piece: small parts whole, and fences of tables.
///
/// | what |
/// |---|
/// | the number of runs (varint) |
/// | for each run: its length, the number of patches; for each patch where it begins, its length (varints), its bytes |
/// | the number of tables; for each where it begins and the number of its fences; for each fence place and offset, from the one before, the length of its key (varints), its key |
public struct IndexGuide: Sendable {
  /// One run of bytes of the index, a segment.
  struct Run: Sendable {
    var length: Int
    var patches: [(offset: Int, bytes: [UInt8])]
    var tables: [FencedTable]
  }

  var runs: [Run]

  /// Makes the guide of an index.
  ///
  /// - Parameters:
  ///   - index: The whole index.
  ///   - pieceSize: The bytes of a piece, a power of two.
  /// - Complexity: O(*n*) in the number of forms.
  public init(_ index: Index, pieceSize: Int) {
    runs = index.segments.map { Self.run($0, pieceSize: pieceSize) }
  }

  private static func run(_ segment: Segment, pieceSize: Int) -> Run {
    let bytes = segment.bytes
    var patches = [0..<Layout.headerSize + Layout.partSize * Part.allCases.count]
    patches.append(segment.range(.statistics))
    let heads: [Part] = [
      .paths, .forms, .terms, .noteTerms, .entryNames, .synonymNames, .fieldLengths,
    ]
    for part in heads { patches.append(segment.range(part).prefix(12)) }
    var tables: [FencedTable] = []
    for part in [Part.paths, .forms] {
      let table = FrontCodedTable(bytes: bytes, range: segment.range(part))
      tables.append(
        FencedTable(start: segment.range(part).lowerBound, fences: table.fences(every: pieceSize)))
    }
    for part in [Part.terms, .noteTerms] {
      let table = OffsetTable(bytes, segment.range(part))
      tables.append(
        FencedTable(start: segment.range(part).lowerBound, fences: table.fences()))
    }
    for part in [Part.entryNames, .synonymNames] {
      tables.append(
        FencedTable(
          start: segment.range(part).lowerBound,
          fences: segment.table(part).fences(every: pieceSize)))
    }
    return Run(
      length: bytes.count, patches: patches.map { ($0.lowerBound, bytes.array($0)) },
      tables: tables)
  }
}

// MARK: - Bytes

extension IndexGuide {
  /// The guide as bytes.
  ///
  /// - Complexity: O(*n*) in their number.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    let number = { (number: Int) in writer.append(varint: UInt32(number)) }
    number(runs.count)
    for run in runs {
      number(run.length)
      number(run.patches.count)
      for patch in run.patches {
        number(patch.offset)
        number(patch.bytes.count)
        writer.append(patch.bytes)
      }
      number(run.tables.count)
      for table in run.tables {
        number(table.start)
        number(table.fences.count)
        var last = Fence(place: 0, offset: table.start, key: [])
        for fence in table.fences {
          number(fence.place - last.place)
          number(fence.offset - last.offset)
          number(fence.key.count)
          writer.append(fence.key)
          last = fence
        }
      }
    }
    return writer.bytes
  }

  /// Reads a guide; bytes that are none give one without runs, or with fewer.
  ///
  /// - Parameter bytes: What ``bytes`` was.
  public init(_ bytes: [UInt8]) {
    let source = Bytes(bytes)
    var place = 0
    let number = { Int(truncatingIfNeeded: source.varint(at: &place)) }
    let string = { (count: Int) -> [UInt8] in
      let range = place..<place + Swift.max(0, Swift.min(count, source.count - place))
      place = range.upperBound
      return source.array(range)
    }
    runs = []
    for _ in 0..<Swift.min(number(), source.count) {
      var run = Run(length: number(), patches: [], tables: [])
      for _ in 0..<Swift.min(number(), source.count) {
        let offset = number()
        run.patches.append((offset, string(number())))
      }
      for _ in 0..<Swift.min(number(), source.count) {
        var table = FencedTable(start: number(), fences: [])
        var last = Fence(place: 0, offset: table.start, key: [])
        for _ in 0..<Swift.min(number(), source.count) {
          last = Fence(place: last.place &+ number(), offset: last.offset &+ number(), key: [])
          last.key = string(number())
          table.fences.append(last)
        }
        run.tables.append(table)
      }
      runs.append(run)
    }
  }
}

extension Range where Bound == Int {
  fileprivate func prefix(_ count: Int) -> Range {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
