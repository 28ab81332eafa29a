/// Finds network ports in running text: `port 3306`, `ports 80/443`, `port NFS 2049`.
enum PortFinder {
  /// The port numbers that a text names, in reading order.
  static func numbers(in text: String) -> [Int] {
    guard mayNamePort(text) else { return [] }
    var numbers: [Int] = []
    let words = text.split { isSpace($0) || isBracketOrComma($0) }
    for (place, word) in words.enumerated() where isPort(word) {
      for next in words.dropFirst(place + 1).prefix(6) {
        let found = ports(in: next)
        if found.isEmpty, !isBetween(next, after: numbers) { break }
        for number in found where !numbers.contains(number) { numbers.append(number) }
      }
    }
    return numbers
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

  /// The numbers of a cell that holds nothing else but ports.
  static func ports(in word: some StringProtocol) -> [Int] {
    let pieces = word.split { !(isNumber($0) && $0.isASCII) }
    let rest = word.filter { !(isNumber($0) && $0.isASCII) && !"/-–+.:;,et ".contains($0) }
    guard rest.isEmpty else { return [] }
    return pieces.compactMap { Int($0) }.filter { (1...65_535).contains($0) }
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
  private static func isBetween(_ word: Substring, after numbers: [Int]) -> Bool {
    let name = folded(word)
    if ["et", "ou", "and", "tcp", "udp", "numero", "le", "les", ":", "/", "→"].contains(name) {
      return true
    }
    return Initials.isAcronym(word) || (numbers.isEmpty && name == "par")
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
