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
  /// Reads numbers that ``BitWriter/append(interpolated:from:below:)`` wrote, in ascending order.
  mutating func interpolated(
    _ count: Int, from low: UInt32, below high: UInt32, _ body: (UInt32) -> Void
  ) {
    guard count > 0, low < high else { return }
    guard high &- low > UInt32(truncatingIfNeeded: count) else {
      for number in low..<high { body(number) }
      return
    }
    let middle = count / 2
    let number = low &+ UInt32(middle) &+ self.number(below: high &- low &- UInt32(count) &+ 1)
    if count == 1 { return body(number) }
    interpolated(middle, from: low, below: number, body)
    body(number)
    interpolated(count - middle - 1, from: number &+ 1, below: high, body)
  }

  /// Passes over numbers that ``BitWriter/append(interpolated:from:below:)`` wrote.
  @inline(__always)
  mutating func skipInterpolated(_ count: Int, from low: UInt32, below high: UInt32) {
    // Most words stand in a section once.
    if count == 1, high &- low > 1 {
      _ = number(below: high &- low)
      return
    }
    interpolated(count, from: low, below: high) { _ in }
  }

  @inline(__always)
  private mutating func number(below room: UInt32) -> UInt32 {
    let width = BitPacking.width(of: room &- 1)
    guard width > 0 else { return 0 }
    let short = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(width)) &- UInt64(room))
    let number = bits(width &- 1)
    guard number >= short else { return number }
    return (number << 1 | bits(1)) &- short
  }
}
