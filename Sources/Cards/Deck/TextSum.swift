/// A checksum of texts and numbers: FNV-1a, 64 bits, the same in every run of the program.
struct TextSum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a text, and where it ends.
  mutating func add(_ text: String) {
    for byte in text.utf8 { addByte(byte) }
    // No byte of UTF-8.
    addByte(0xFF)
  }

  /// Adds a number.
  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      addByte(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private mutating func addByte(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
