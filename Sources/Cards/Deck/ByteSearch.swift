internal import Notes

// Looks for a text in another by comparing bytes. Where characters could be made of more than one scalar,
// what was found is looked for again by characters: then the answer is that of the standard library.

extension String {
  /// Whether a part stands in the text, as `contains` tells; the part is plain (see `Notes.isPlain`).
  ///
  /// - Complexity: O(*n*) in the bytes of the text, without allocation where the text is plain.
  func holds(_ part: String) -> Bool { self[...].holds(part) }

  /// The first place of a part, as `firstRange(of:)` tells; the part is plain.
  func firstPlace(of part: String) -> Range<Index>? {
    let (bytes, wanted) = (utf8.span, part.utf8.span)
    guard let offset = find(wanted, in: bytes, from: 0) else { return nil }
    guard isPlain(bytes) else { return firstRange(of: part) }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.count)
  }

  /// How often a part stands in the text; the part is plain.
  func count(of part: String) -> Int {
    let (bytes, wanted) = (utf8.span, part.utf8.span)
    var count = 0
    var place = 0
    while let found = find(wanted, in: bytes, from: place) {
      count += 1
      place = found + wanted.count
    }
    return count == 0 || isPlain(bytes) ? count : ranges(of: part).count
  }

  /// The pieces between spaces, as `split(separator: " ")` gives them.
  var spaced: [Substring] { self[...].spaced }
}

extension Substring {
  /// Whether a part stands in the text, as `contains` tells; the part is plain.
  func holds(_ part: String) -> Bool {
    let bytes = utf8.span
    guard find(part.utf8.span, in: bytes, from: 0) != nil else { return false }
    return isPlain(bytes) || contains(part)
  }

  /// The pieces between spaces, as `split(separator: " ")` gives them.
  var spaced: [Substring] {
    let bytes = utf8.span
    guard isPlain(bytes) else { return split(separator: " ") }
    var pieces: [Substring] = []
    var place = startIndex
    var offset = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      if end > start {
        let first = utf8.index(place, offsetBy: start - offset)
        place = utf8.index(first, offsetBy: end - start)
        offset = end
        pieces.append(self[first..<place])
      }
      start = end + 1
    }
    return pieces
  }
}

/// The first place from a byte on where some bytes stand; `nil` where there is none.
func find(_ wanted: Span<UInt8>, in bytes: Span<UInt8>, from start: Int) -> Int? {
  guard wanted.count > 0 else { return nil }
  let first = wanted[0]
  var place = start
  while place + wanted.count <= bytes.count {
    if bytes[place] == first {
      var length = 1
      while length < wanted.count, bytes[place + length] == wanted[length] { length += 1 }
      if length == wanted.count { return place }
    }
    place += 1
  }
  return nil
}
