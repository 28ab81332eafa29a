internal import Notes

/// Hides a term and the words made of it, so that a question does not hold its answer.
struct Mask {
  /// What is shown in place of hidden words.
  static let gap = "[…]"

  private let stems: Set<[UInt8]>

  /// - Parameter names: All names of what is to be hidden.
  init(hiding names: [String]) {
    stems = Set(
      names.flatMap { name in words(of: name) }.lazy
        .filter { !$0.isFiller && !Self.generic.contains($0.stem) }.map(\.stem))
  }

  /// Hides in a text; hidden words that stand together leave one gap.
  ///
  /// - Returns: The text, and how many words of meaning are still to be read.
  func applied(to text: String) -> (text: String, rest: Int) {
    let all = words(of: text)
    var result = ""
    var place = text.startIndex
    var last: String.Index?
    for (number, word) in all.enumerated() where stems.contains(word.stem) {
      let joins =
        last.map { end in
          text[end..<word.range.lowerBound].count <= 4
            && all[..<number].reversed().prefix { $0.range.lowerBound >= end }.allSatisfy(
              \.isFiller)
        } ?? false
      if !joins { result += text[place..<word.range.lowerBound] + Self.gap }
      place = word.range.upperBound
      last = place
    }
    result += text[place...]
    return (result, all.count { !$0.isFiller && !stems.contains($0.stem) })
  }

  /// Whether a text holds a hidden word.
  func isBroken(by text: String) -> Bool { words(of: text).contains { stems.contains($0.stem) } }

  /// Words that so many names hold that they give nothing away.
  private static let generic = Set(
    ["service", "services", "aws", "amazon", "web", "un", "une", "gestion", "manager"].flatMap {
      words(of: $0).map(\.stem)
    })
}
