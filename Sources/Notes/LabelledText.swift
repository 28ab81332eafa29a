/// A text that begins with what it is about: `**EBS** : disques …`, `Rôle : exécuter …`.
struct LabelledText {
  /// What stands before the colon, without markup.
  var label: String
  /// Whether the writer set the label in bold.
  var isBold: Bool
  /// What stands behind the colon; may be empty.
  var text: String
  /// Whether nothing stands behind the colon but links, which lead to what the label is rather than telling it.
  private(set) var isLink = false

  /// Takes in a line that goes on with the text.
  mutating func append(_ line: String) {
    text = trimmed(text + " " + line)
    if line.contains(where: isLetter) { isLink = false }
  }

  /// Splits a line of an item or a paragraph.
  ///
  /// A bold beginning may be followed by a colon, a dash or an equals sign, by a parenthesis before
  /// them, or hold the colon itself. A plain beginning is a label only if it reads like a name: few
  /// words, no sentence mark, and the colon is followed by a space.
  init?(_ line: RunLine) {
    guard !WrittenCardFinder.isCard(line) else { return nil }
    var runs = line.runs[...]
    guard runs.contains(where: { $0.isStrong || $0.text.utf8.contains(UInt8(ascii: ":")) }) else {
      return nil
    }
    while let first = runs.first, !first.isStrong, !first.text.contains(where: isLetter) {
      guard !first.text.contains(where: isNumber) else { break }
      runs = runs.dropFirst()
    }
    let bold = runs.prefix { $0.isStrong }
    if bold.isEmpty {
      self.init(
        plain: runs.count == 1 ? runs[runs.startIndex].text : runs.map(\.text).joined(),
        isCode: runs.first?.isCode == true)
      // « [Réseau : VPC](vpc.md) » names where it leads, and defines nothing.
      if runs.contains(where: \.isLink), Self.cutsLink(runs) { return nil }
    } else {
      self.init(
        bold: bold.map(\.text).joined(), rest: runs.dropFirst(bold.count).map(\.text).joined())
    }
    isLink = Self.isLink(behindColon: bold.isEmpty ? runs : runs.dropFirst(bold.count))
  }

  /// Whether the first colon of a plain line stands in a link.
  private static func cutsLink(_ runs: ArraySlice<RunLine.Run>) -> Bool {
    runs.first { run in run.text.utf8.contains(UInt8(ascii: ":")) && colon(in: run.text) != nil }?
      .isLink == true
  }

  /// Whether all words behind the label stand in links.
  private static func isLink(behindColon runs: ArraySlice<RunLine.Run>) -> Bool {
    guard runs.contains(where: \.isLink) else { return false }
    var rest = runs
    while let first = rest.first, !first.isLink, !first.text.contains(":") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty
      && rest.allSatisfy { run in
        let told = run.text.contains(":") ? run.text.drop { $0 != ":" } : run.text[...]
        return run.isLink || !told.contains(where: isLetter)
      }
  }

  private init?(bold: String, rest: String) {
    var label = trimmed(bold)
    var text = trimmed(rest)
    if label.last == ":" {
      label = trimmed(label.dropLast())
    } else {
      if text.first == "(", let close = text.firstIndex(of: ")") {
        let after = trimmed(text[text.index(after: close)...])
        if let mark = after.first, Self.separators.contains(mark) {
          label += " " + text[...close]
          text = after
        }
      }
      guard let mark = text.first, Self.separators.contains(mark) else { return nil }
      text = trimmed(text.dropFirst())
    }
    guard label.contains(where: { isLetter($0) || isNumber($0) }), label.count <= 90 else {
      return nil
    }
    (self.label, isBold, self.text) = (label, true, text)
  }

  private init?(plain: String, isCode: Bool) {
    guard let colon = Self.colon(in: plain) else { return nil }
    let label = trimmed(plain[..<colon])
    guard let first = label.first, isLetter(first) || isNumber(first) || isCode,
      !label.utf8.contains(where: Self.isOperator),
      label.holds("(") == label.holds(")"), label.count <= 60,
      label.count(where: isLetter) >= 2, Self.readsAsName(label.spaced),
      isCode || !label.utf8.contains(where: Self.mayBeginMark)
        || !label.contains(where: { Self.isSentenceMark($0) && !Self.isInsideWord($0, label) })
    else { return nil }
    (self.label, isBold) = (label, false)
    text = trimmed(plain[plain.index(after: colon)...])
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// Whether a byte may be the first of a sentence mark.
  private static func mayBeginMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
      UInt8(ascii: "\""), 0xC2, 0xE2:
      true
    default: false
    }
  }

  private static func isSentenceMark(_ character: Character) -> Bool {
    switch character {
    case ".", "!", "?", ";", "…", "\"", "«", "»": true
    default: false
    }
  }

  /// Whether a label is short and begins like a name rather than a sentence.
  private static func readsAsName(_ words: [Substring]) -> Bool {
    let opensSentence = words.count > 1 && words.first.map { openers.contains(folded($0)) } ?? false
    return words.count <= 7 && !opensSentence
  }

  private static let openers: Set = [
    "si", "if", "pour", "also", "prenons", "we", "you", "nous", "vous", "on", "il", "elle", "je",
    "voici",
    "voir", "afin", "puis", "ensuite", "enfin", "donc", "quand", "lorsque", "this", "these",
    "ces", "cet",
    "cette", "notre", "votre", "comme", "selon", "depuis", "avec", "sans", "dans", "in", "with",
    "for",
  ]

  private static let separators: Set<Character> = [":", "–", "—", "-", "=", "→"]

  /// The first colon that ends a label: behind it comes a space or the end.
  private static func colon(in text: String) -> String.Index? {
    let bytes = text.utf8
    var place = text.startIndex
    while let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) {
      let after = bytes.index(after: colon)
      if after == text.endIndex || isSpace(text[after]) { return colon }
      place = after
    }
    return nil
  }

  /// Whether every such mark stands inside a word, as the dot of `t3.micro`.
  private static func isInsideWord(_ mark: Character, _ text: String) -> Bool {
    mark == "." && !text.hasSuffix(".") && !text.holds(". ")
  }
}
