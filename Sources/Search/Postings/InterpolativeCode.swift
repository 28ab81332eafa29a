extension BitWriter {
  /// Appends ascending numbers by interpolation (Moffat and Stuiver: "Binary interpolative coding for
  /// effective index compression", 2000).
  ///
  /// The middle number is told first, in as few bits as the bounds leave it room for; it bounds those on its
  /// two sides. Numbers that stand close together take little room, and a single one takes log₂ of the
  /// bound: no code of distances does better on the few places of a word in a section.
  ///
  /// - Parameters:
  ///   - numbers: The numbers, ascending, each but once.
  ///   - low: None is less.
  ///   - high: All are less.
  mutating func append(interpolated numbers: Span<UInt32>, from low: UInt32, below high: UInt32) {
    guard numbers.count > 0, high &- low > UInt32(numbers.count) else { return }
    let middle = numbers.count / 2
    let number = numbers[middle]
    let room = high - low - UInt32(numbers.count) + 1
    append(number - low - UInt32(middle), below: room)
    guard numbers.count > 1 else { return }
    append(interpolated: numbers.extracting(0..<middle), from: low, below: number)
    append(
      interpolated: numbers.extracting(middle + 1..<numbers.count), from: number + 1, below: high)
  }

  /// Appends a number in log₂ `room` bits or one less.
  private mutating func append(_ number: UInt32, below room: UInt32) {
    let width = BitPacking.width(of: room - 1)
    guard width > 0 else { return }
    let short = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(width)) - UInt64(room))
    if number < short {
      append(number, width: width - 1)
    } else {
      // The lowest width − 1 bits of what follows the short codes, then the bit that tells two apart.
      let long = number + short
      append(long >> 1, width: width - 1)
      append(long & 1, width: 1)
    }
  }
}

extension BitReader {
  /// Reads numbers that ``BitWriter/append(interpolated:from:below:)`` wrote.
  ///
  /// - Parameters:
  ///   - count: How many; at most `high` − `low`.
  ///   - low: None is less.
  ///   - high: All are less.
  ///   - numbers: Where to append them, in ascending order.
  mutating func interpolated(
    _ count: Int, from low: UInt32, below high: UInt32, into numbers: inout [UInt32]
  ) {
    guard count > 0, low < high else { return }
    if count == 1 {
      numbers.append(low &+ next(below: high &- low))
      return
    }
    let start = numbers.count
    numbers.append(contentsOf: repeatElement(low, count: count))
    var span = numbers.mutableSpan
    place = readInterpolated(
      at: place, start..<start &+ count, from: low, below: high, into: &span)
  }

  /// Reads numbers into a range of places; returns the bit behind them.
  private func readInterpolated(
    at bit: Int, _ range: Range<Int>, from low: UInt32, below high: UInt32,
    into numbers: inout MutableSpan<UInt32>
  ) -> Int {
    var (bit, low, first) = (bit, low, range.lowerBound)
    while first < range.upperBound {
      let count = range.upperBound &- first
      let middle = count / 2
      let read = number(at: bit, below: high &- low &- UInt32(truncatingIfNeeded: count) &+ 1)
      let number = low &+ UInt32(truncatingIfNeeded: middle) &+ read.number
      bit = read.next
      numbers[first &+ middle] = number
      if middle > 0 {
        bit = readInterpolated(
          at: bit, first..<first &+ middle, from: low, below: number, into: &numbers)
      }
      first &+= middle &+ 1
      low = number &+ 1
    }
    return bit
  }

  /// Passes over numbers that ``BitWriter/append(interpolated:from:below:)`` wrote.
  ///
  /// - Parameters:
  ///   - bit: Where they begin.
  ///   - count: How many; at most `high` − `low`.
  ///   - low: None is less.
  ///   - high: All are less.
  /// - Returns: The bit behind them.
  func skipInterpolated(
    at bit: Int, _ count: Int, from low: UInt32, below high: UInt32
  ) -> Int {
    var (bit, low, count) = (bit, low, count)
    while count > 0 {
      let middle = count / 2
      let read = number(at: bit, below: high &- low &- UInt32(truncatingIfNeeded: count) &+ 1)
      let number = low &+ UInt32(truncatingIfNeeded: middle) &+ read.number
      bit = read.next
      if middle == 1 {
        bit = self.number(at: bit, below: number &- low).next
      } else if middle > 0 {
        bit = skipInterpolated(at: bit, middle, from: low, below: number)
      }
      count &-= middle &+ 1
      low = number &+ 1
    }
    return bit
  }

  @inline(__always)
  private mutating func next(below room: UInt32) -> UInt32 {
    let read = number(at: place, below: room)
    place = read.next
    return read.number
  }

  /// Reads a number in log₂ `room` bits or one less, at a bit; tells the bit behind it.
  ///
  /// Which of the two it is, is anybody's guess: there is no branch on it.
  @inline(__always)
  func number(at bit: Int, below room: UInt32) -> (number: UInt32, next: Int) {
    let short = (room &- 1).leadingZeroBitCount
    guard short < 32 else { return (0, bit) }
    let width = UInt64(31 &- short)
    let word = ahead(of: bit)
    let number = UInt32(truncatingIfNeeded: word & ((1 << width) &- 1))
    let last = UInt32(truncatingIfNeeded: word >> width & 1)
    let shortCodes = UInt32(truncatingIfNeeded: UInt64(2) << width &- UInt64(room))
    let isLong: UInt32 = number >= shortCodes ? 1 : 0
    let long = number &+ (number &- shortCodes) &+ last
    return (
      isLong == 1 ? long : number, bit &+ Int(width) &+ Int(truncatingIfNeeded: isLong)
    )
  }
}
