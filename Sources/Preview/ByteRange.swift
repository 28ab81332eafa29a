/// The part of a file that a client asks for in the header `Range` (RFC 9110, 14).
enum ByteRange: Equatable {
  /// These bytes.
  case part(Range<Int>)
  /// A part behind the end: there is no such thing.
  case unsatisfiable
  /// Everything: the header is not understood, or asks for several parts, and may then be passed over.
  case whole

  /// Reads the header: `bytes=0-99`, `bytes=100-` or `bytes=-100`.
  ///
  /// - Parameters:
  ///   - header: The header's value.
  ///   - size: The length of the file, in bytes.
  init(_ header: String, size: Int) {
    self = .whole
    guard header.lowercased().hasPrefix("bytes=") else { return }
    let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    let first = Self.number(ends[0])
    let last = Self.number(ends[1])
    switch (first, last) {
    case (let first?, let last?) where first <= last:
      self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
    case (let first?, nil) where ends[1].isEmpty:
      self = first < size ? .part(first..<size) : .unsatisfiable
    case (nil, let count?) where ends[0].isEmpty:
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    default: break
    }
  }

  /// A number of bytes; one beyond all files where there are too many digits.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text) ?? Int.max - 1
  }
}
