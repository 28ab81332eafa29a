/// A checksum of bytes: 64 bits, thirty-two bytes a step, no guard against malice.
///
/// Four words are folded apart from each other, so that the processor multiplies them at once.
///
/// - Complexity: O(`bytes.count`)
func rapidChecksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  let count = bytes.count
  var lanes = InlineArray<4, UInt64> { lane in
    0x9E37_79B9_7F4A_7C15 &* UInt64(lane + 1) ^ UInt64(truncatingIfNeeded: count)
  }
  var offset = 0
  while offset &+ 32 <= count {
    for lane in 0..<4 {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset &+ 8 &* lane, as: UInt64.self)
      lanes[lane] = mixed(lanes[lane], word)
    }
    offset &+= 32
  }
  var sum = mixed(mixed(lanes[0], lanes[1]), mixed(lanes[2], lanes[3]))
  while offset < count {
    sum = mixed(sum, UInt64(unsafe bytes[offset]))
    offset &+= 1
  }
  return sum
}

/// The two halves of a product, as wyhash folds them; the word itself, so that zeros do not swallow it.
private func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
  let product = (sum ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low ^ word
}
