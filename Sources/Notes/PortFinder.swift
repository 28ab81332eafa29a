/// Finds network ports in running text: `port 3306`, `ports 80/443`, `port NFS 2049`.
enum PortFinder {
  /// The ports that a text names, in reading order: `80/443` are two, `1024-65535` is a range.
  static func ranges(in text: String) -> [ClosedRange<Int>] {
    guard mayNamePort(text) else { return [] }
    var ranges: [ClosedRange<Int>] = []
    let words = text.split { isSpace($0) || isBracketOrComma($0) }
    for (place, word) in words.enumerated() where isPort(word) {
      // « de 1024 à 65535 » goes on with the last one.
      var isOpen = false
      for next in words.dropFirst(place + 1).prefix(6) {
        let found = ports(in: next)
        if found.isEmpty {
          guard isBetween(next, isFirst: ranges.isEmpty) else { break }
          isOpen = !ranges.isEmpty && ["a", "to"].contains(folded(next))
          continue
        }
        if isOpen {
          guard let last = ranges.last, last.count == 1, let end = found.first?.lowerBound,
            found.count == 1, last.lowerBound < end
          else { break }
          ranges[ranges.count - 1] = last.lowerBound...end
        } else {
          ranges += found.filter { !ranges.contains($0) }
        }
        isOpen = false
      }
    }
    return ranges
  }

  /// Whether a text holds `ort` and a digit: what most texts do not, seen without cutting words.
  private static func mayNamePort(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var hasDigit = false
    var matched = 0
    for place in bytes.indices {
      let byte = bytes[place]
      if byte &- 0x30 < 10 { hasDigit = true }
      guard matched < 3 else { continue }
      switch (matched, byte | 0x20) {
      case (1, UInt8(ascii: "r")), (2, UInt8(ascii: "t")): matched += 1
      case (_, UInt8(ascii: "o")): matched = 1
      default: matched = 0
      }
    }
    return hasDigit && matched == 3
  }

  /// The ports of a cell that holds nothing else.
  static func ports(in word: some StringProtocol) -> [ClosedRange<Int>] {
    let pieces = word.split { !(isNumber($0) && $0.isASCII) }
    let rest = word.filter { !(isNumber($0) && $0.isASCII) && !"/-–+.:;,et ".contains($0) }
    guard rest.isEmpty else { return [] }
    let numbers = pieces.compactMap { Int($0) }.filter { (1...65_535).contains($0) }
    let signs = word.filter { !isNumber($0) && !isSpace($0) }
    if numbers.count == 2, pieces.count == 2, numbers[0] < numbers[1],
      signs == ["-"] || signs == ["–"]
    {
      return [numbers[0]...numbers[1]]
    }
    return numbers.map { $0...$0 }
  }

  private static func isBracketOrComma(_ character: Character) -> Bool {
    switch character {
    case "(", ")", "[", "]", ",", ";": true
    default: false
    }
  }

  private static func isPort(_ word: Substring) -> Bool {
    // Of the words of ASCII only those with a p can be it.
    guard word.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "p") || $0 >= 0x80 }) else {
      return false
    }
    let name = folded(word.filter { isLetter($0) })
    return name == "port" || name == "ports"
  }

  /// Words that may stand between `port` and the number, or between two numbers.
  private static func isBetween(_ word: Substring, isFirst: Bool) -> Bool {
    let name = folded(word)
    if ["et", "ou", "and", "tcp", "udp", "numero", "le", "les", ":", "/", "→"].contains(name) {
      return true
    }
    if isFirst { return Initials.isAcronym(word) || ["par", "de", "from"].contains(name) }
    return Initials.isAcronym(word) || ["a", "to"].contains(name)
  }

  /// What a line says of who uses the port: the text before the parenthesis or the colon.
  static func subject(of text: String, else fallback: String) -> String {
    var subject = text[...]
    if let open = subject.firstIndex(of: "("), folded(subject[open...]).contains("port") {
      subject = subject[..<open]
    } else if let colon = subject.firstIndex(of: ":") {
      subject = subject[..<colon]
    } else {
      return fallback
    }
    let name = trimmed(subject)
    return name.isEmpty || name.count > 80 || isPort(subject) ? fallback : name
  }
}
