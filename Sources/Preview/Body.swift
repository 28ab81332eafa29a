internal import Glibc

/// The bytes of an answer: those of a file, with some put in between.
///
/// Whatever the length, no more of it is in memory than the client takes at a time.
final class Body: Sendable {
  private let file: OpenFile?

  /// Where in the file `inserted` stands.
  private let place: Int

  private let inserted: [UInt8]

  /// The length in bytes.
  let size: Int

  /// A file as it is.
  init(_ file: OpenFile) {
    self.file = file
    (place, inserted, size) = (file.size, [], file.size)
  }

  /// A page of the site, with something put before its end.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - markup: What comes before `</body>`, or at the end where that is not to be found.
  init(_ page: OpenFile, adding markup: [UInt8]) {
    file = page
    let tail = page.tail(Self.longestTail)
    let end = Self.lastPlace(of: Array("</body".utf8), in: tail) ?? tail.count
    place = page.size - tail.count + end
    inserted = markup
    size = page.size + markup.count
  }

  /// Bytes from memory.
  init(_ bytes: [UInt8]) {
    file = nil
    (place, inserted, size) = (0, bytes, bytes.count)
  }

  /// How far from a page's end its `</body>` is looked for.
  private static let longestTail = 64 << 10

  /// Reads bytes into memory.
  ///
  /// - Parameters:
  ///   - buffer: Where they go.
  ///   - offset: The place of the first in the body.
  /// - Returns: How many were read, which may be less than asked for; 0 at the end, or where a file has
  ///   become shorter.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let end = place + inserted.count
    if offset >= place, offset < end {
      let part = inserted[offset - place..<min(inserted.count, offset - place + buffer.count)]
      unsafe buffer.copyBytes(from: part)
      return part.count
    }
    guard let file else { return 0 }
    if offset >= end { return unsafe file.read(into: buffer, at: offset - inserted.count) }
    let count = min(buffer.count, place - offset)
    return unsafe file.read(
      into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]), at: offset)
  }

  /// Where letters stand last in a text, in either case.
  private static func lastPlace(of letters: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= letters.count else { return nil }
    return (0...text.count - letters.count).last { start in
      letters.indices.allSatisfy { text[start + $0] | 0x20 == letters[$0] | 0x20 }
    }
  }
}
