internal import Search

/// Gathers what a file is made from, to tell whether it would be the same again.
struct Digest {
  private var bytes: [UInt8] = []

  /// Adds a text, its end included: `ab`, `c` is not `a`, `bc`.
  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0)
  }

  /// Adds a text that may be missing.
  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  /// Adds a number.
  mutating func add(_ number: Int) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a digest.
  mutating func add(_ digest: UInt64) { add(Int(bitPattern: UInt(digest))) }

  /// 64 bits that are the same for the same additions on every machine.
  ///
  /// - Complexity: O(*n*) in the length of what was added.
  var value: UInt64 { checksum(bytes) }
}

/// A checksum as it stands in names of files: twelve letters and digits.
func nameHash(_ bytes: [UInt8]) -> String {
  let text = String(checksum(bytes), radix: 36)
  return String((String(repeating: "0", count: 13) + text).suffix(12))
}
