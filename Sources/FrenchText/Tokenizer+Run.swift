extension Tokenizer {
  /// The bytes a form may have before its run is cut.
  static var longestForm: Int { 255 }

  /// Reads a run: parts that signs or capitals join, with the elisions before it taken off.
  /// - Returns: Its first token, or nil if there was only an elision.
  mutating func wordRun(in text: Span<UInt8>) -> Token? {
    form.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    nextPart = 0
    joiners = []
    open = OpenPart(start: cursor, form: 0)
    if text[cursor] == .colon { readAddressPrefix(in: text) }
    while true {
      readPart(in: text)
      guard cursor < text.count, form.count > open.form, form.count < Self.longestForm
      else { break }
      if extendNumber(in: text) { continue }
      if let sign = apostrophe(in: text) {
        guard endAtApostrophe(sign, in: text) else { break }
        continue
      }
      guard let sign = joiner(in: text) else { break }
      closePart()
      cursor += sign.length
      for _ in 0..<sign.colons { form.append(.colon) }
      if sign.byte != .colon { form.append(sign.byte) }
      joiners.insert(Joiners(sign.byte))
      if sign.colons > 0 { joiners.insert(.colon) }
      open = OpenPart(start: cursor, form: form.count)
    }
    if open.start < cursor, open.form < form.count {
      appendSharps(in: text)
      closePart()
    }
    noteURL(in: text)
    return firstToken()
  }

  /// Reads letters, digits and the marks among them into the form.
  private mutating func readPart(in text: Span<UInt8>) {
    while cursor < text.count, form.count < Self.longestForm {
      let byte = text[cursor]
      if byte.isSmallLetter, open.takesSmallLetter {
        form.append(byte)
        open.takeSmallLetter()
        cursor += 1
        continue
      }
      var scalar = UInt32(byte)
      var length = 1
      var character = CharacterClass(byte: byte)
      if byte >= 0x80 {
        let decoded = UTF8Scalar(at: cursor, in: text)
        (scalar, length) = (decoded.value, decoded.length)
        character = CharacterClass(scalar: scalar)
      }
      if character.opensWord {
        if let part = open.take(character, at: cursor, form: form.count) { parts.append(part) }
        appendLowercased(scalar)
      } else if byte < 0x80 {
        return
      } else if character == .mark {
        compose(scalar)
      } else if character != .ignorable {
        return
      }
      cursor += length
    }
  }

  private mutating func appendLowercased(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      form.append(UInt8(truncatingIfNeeded: lowercased(scalar)))
    case 0xFB00...0xFB06:
      let ligatures: StaticString = "ff fi fl ffi ffl st st"
      var rank: UInt32 = 0xFB00
      _ = ligatures.anyWord { range in
        if rank == scalar { for index in range { form.append(ligatures.byte(at: index)) } }
        rank += 1
        return rank > scalar
      }
    default:
      form.append(scalar: lowercased(scalar))
    }
  }

  /// Puts a combining accent on the letter before it; accents that make no Latin letter are dropped.
  private mutating func compose(_ mark: UInt32) {
    guard form.count > open.form, let base = form.last, base < 0x80,
      let composed = Accents.compose(base, mark)
    else { return }
    form.removeLast()
    form.append(scalar: composed)
  }

  private mutating func closePart() {
    parts.append(open.closed(at: cursor, form: form.count))
  }
}

// MARK: - Numbers, URLs, languages

extension Tokenizer {
  /// Goes on after the dot of a dotted number or the comma of a decimal one.
  private mutating func extendNumber(in text: Span<UInt8>) -> Bool {
    let sign = text[cursor]
    guard sign == .dot || sign == .comma, open.count.letters == 0, open.start < cursor,
      !joiners.contains(.dot)
    else { return false }
    var end = cursor + 1
    while end < text.count, text[end].isDigit { end += 1 }
    guard end > cursor + 1, !opensWord(at: end, in: text) else { return false }
    if sign == .comma {
      // One comma is a decimal sign; more of them make a list.
      let isListed = hasListComma(at: open.start - 1, in: text) || hasListComma(at: end, in: text)
      guard !isListed, open.numbers == 1 else { return false }
      open.numbers = 5
    } else {
      open.numbers += 1
    }
    form.append(sign)
    cursor += 1
    return true
  }

  /// Whether a comma between two digits stands at `index`.
  private func hasListComma(at index: Int, in text: Span<UInt8>) -> Bool {
    index > 0 && index + 1 < text.count && text[index] == .comma && text[index - 1].isDigit
      && text[index + 1].isDigit
  }

  /// Keeps `c++`, `c#` and the like whole.
  private mutating func appendSharps(in text: Span<UInt8>) {
    guard parts.isEmpty, form.count == 1, open.count.letters == 1, cursor < text.count
    else { return }
    var end = cursor
    if text[end] == .hash {
      end += 1
    } else if text[end] == .plus, end + 1 < text.count, text[end + 1] == .plus {
      end += 2
    }
    guard end > cursor, !opensWord(at: end, in: text) else { return }
    for index in cursor..<end { form.append(text[index]) }
    cursor = end
    open.isCode = true
  }

  /// Whether an IPv6 address begins at `cursor` with its colons: `::1`, `::/0`.
  func opensAddress(in text: Span<UInt8>) -> Bool {
    guard cursor + 2 < text.count, text[cursor + 1] == .colon else { return false }
    if text[cursor + 2].isDigit { return true }
    return text[cursor + 2] == .slash && cursor + 3 < text.count && text[cursor + 3].isDigit
  }

  private mutating func readAddressPrefix(in text: Span<UInt8>) {
    while text[cursor] == .colon || text[cursor] == .slash {
      form.append(text[cursor])
      cursor += 1
    }
    open.isCode = true
  }

  /// Notes where a URL ends when its scheme was just read.
  private mutating func noteURL(in text: Span<UInt8>) {
    guard cursor >= urlEnd, cursor + 2 < text.count, text[cursor] == .colon,
      text[cursor + 1] == .slash, text[cursor + 2] == .slash
    else { return }
    var end = cursor
    while end < text.count {
      switch text[end] {
      case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), .backtick,
        UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "|"):
        urlEnd = end
        return
      default:
        end += 1
      }
    }
    urlEnd = end
  }
}
