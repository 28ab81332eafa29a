// Cuts texts at spaces and takes signs out of words: by bytes where a text is plain (see `isPlain`).

extension String {
  /// The pieces between spaces, as `split(separator: " ")` gives them.
  package var spaced: [Substring] { self[...].spaced }

  /// The parts between a sign of ASCII, as `split(separator:)` gives them.
  package func parts(between sign: Character) -> [Substring] {
    guard let byte = sign.asciiValue, isPlain(utf8.span) else { return split(separator: sign) }
    return self[...].cut(utf8.span, at: byte)
  }

  /// The pieces between white space, as `split(whereSeparator: \.isWhitespace)` gives them.
  package var pieces: [Substring] { self[...].pieces }
}

extension Substring {
  /// The pieces between spaces, as `split(separator: " ")` gives them.
  package var spaced: [Substring] {
    let bytes = utf8.span
    return isPlain(bytes) ? cut(bytes, at: 0x20) : split(separator: " ")
  }

  /// The pieces between white space, as `split(whereSeparator: \.isWhitespace)` gives them.
  package var pieces: [Substring] {
    let bytes = utf8.span
    return isPlain(bytes) ? cut(bytes, at: nil) : split(whereSeparator: \.isWhitespace)
  }

  /// The pieces between white space and some signs of ASCII.
  package func pieces(between signs: String) -> [Substring] {
    let bytes = utf8.span
    guard isPlain(bytes) else { return split { $0.isWhitespace || signs.contains($0) } }
    return cut(bytes) { place in
      signs.utf8.contains(bytes[place]) ? 1 : spaceLength(at: place, in: bytes)
    }
  }

  /// Cuts at a byte, or at white space.
  fileprivate func cut(_ bytes: Span<UInt8>, at sign: UInt8?) -> [Substring] {
    guard let sign else { return cut(bytes) { spaceLength(at: $0, in: bytes) } }
    return cut(bytes) { bytes[$0] == sign ? 1 : 0 }
  }

  /// Cuts where a separator begins; `length` tells how many bytes it has, 0 for none.
  @inline(__always)
  private func cut(_ bytes: Span<UInt8>, _ length: (Int) -> Int) -> [Substring] {
    var pieces: [Substring] = []
    var index = startIndex
    var offset = 0
    var start = 0
    var place = 0
    while place <= bytes.count {
      let separator = place == bytes.count ? 1 : length(place)
      if separator == 0 {
        place += 1
        continue
      }
      if place > start {
        let first = utf8.index(index, offsetBy: start - offset)
        index = utf8.index(first, offsetBy: place - start)
        offset = place
        pieces.append(self[first..<index])
      }
      place += separator
      start = place
    }
    return pieces
  }

  /// The word in lower case without accents, and without what is neither a letter nor one of some signs.
  ///
  /// - Parameter hyphens: Whether hyphens stay; apostrophes do.
  /// - Returns: The word, folded.
  package func bare(hyphens: Bool) -> String {
    let bytes = utf8.span
    guard isPlain(bytes) else {
      return folded(
        filter { $0.isLetter || $0 == "'" || $0 == "’" || hyphens && $0 == "-" })
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let isKept =
        switch byte {
        case 0x27: true
        case 0x2D: hyphens
        case ..<0x80: (byte | 0x20) &- 0x61 < 26
        case 0xC2: [0xAA, 0xB5, 0xBA].contains(bytes[place + 1])
        case 0xC3: bytes[place + 1] != 0x97 && bytes[place + 1] != 0xB7
        case 0xC4, 0xC5: true
        case 0xE2: bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99
        default: false
        }
      if isKept { for next in place..<(place + length) { kept.append(bytes[next]) } }
      place += length
    }
    return kept.count == bytes.count
      ? folded(self) : folded(String(decoding: kept, as: UTF8.self))
  }
}

/// The number of bytes of a white space in a plain text; 0 for anything else.
func spaceLength(at place: Int, in bytes: Span<UInt8>) -> Int {
  switch bytes[place] {
  case 0x20, 0x09...0x0D: 1
  case 0xC2: bytes[place + 1] == 0xA0 ? 2 : 0
  case 0xE2: bytes[place + 1] == 0x80 && bytes[place + 2] == 0xAF ? 3 : 0
  default: 0
  }
}

// MARK: - Parentheses

extension String {
  /// The text without the innermost parentheses that hold a part, or without all of them.
  ///
  /// - Parameters:
  ///   - part: What a parenthesis must hold to be taken out; `nil` takes out all.
  ///   - spaces: Whether the white space before goes too.
  /// - Returns: What is left.
  package func withoutParentheses(holding part: String?, spaces: Bool) -> String {
    guard utf8.contains(0x28), utf8.contains(0x29) else { return self }
    var result = ""
    var kept = startIndex
    var open: Index?
    var place = startIndex
    while place < endIndex {
      let character = self[place]
      if character == "(" {
        open = place
      } else if character == ")", let start = open {
        let inside = self[index(after: start)..<place]
        if part.map({ inside.contains($0) }) ?? true {
          var before = self[kept..<start]
          while spaces, let last = before.last, last.isWhitespace { before.removeLast() }
          result += before
          kept = index(after: place)
        }
        open = nil
      }
      place = index(after: place)
    }
    return kept == startIndex ? self : result + self[kept...]
  }
}

extension String {
  /// The text with straight apostrophes for curved ones.
  package var straightened: String { holds("’") ? replacing("’", with: "'") : self }
}
