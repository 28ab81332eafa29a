internal import Notes

/// Hides a term and the words made of it, so that a question does not hold its answer.
struct Mask {
  /// What is shown in place of hidden words.
  static let gap = "[…]"

  private let stems: Set<[UInt8]>
  private let phrases: [[[UInt8]]]

  /// - Parameters:
  ///   - names: Names of which each word is to be hidden, whatever its ending.
  ///   - others: Names that are to be hidden where they stand as a whole.
  init(hiding names: [String], and others: [String] = []) {
    phrases = others.map { words(of: $0).filter { !$0.isFiller }.map(\.stem) }.filter {
      !$0.isEmpty
    }
    stems = Set(
      names.flatMap { name in words(of: name) }.lazy
        .filter { !$0.isFiller && !Self.generic.contains($0.stem) }.map(\.stem))
  }

  /// Hides in a text; hidden words that stand together leave one gap.
  ///
  /// - Returns: The text, and how many words of meaning are still to be read.
  func applied(to text: String) -> (text: String, rest: Int) {
    let all = words(of: text)
    let hidden = places(in: all)
    var result = ""
    var place = text.startIndex
    var last: String.Index?
    for (number, word) in all.enumerated() where hidden.contains(number) {
      let joins =
        last.map { end in
          text[end..<word.range.lowerBound].count <= 4
            && all[..<number].reversed().prefix { $0.range.lowerBound >= end }.allSatisfy(
              \.isFiller)
        } ?? false
      if !joins {
        result += text[place..<word.range.lowerBound]
        // Of « sous-réseau » nothing is left where « réseau » is hidden.
        if result.hasSuffix("-"), result.dropLast().last?.isLetter ?? false {
          while let last = result.last, last.isLetter || last == "-" { result.removeLast() }
        }
        result += Self.gap
      }
      place = word.range.upperBound
      last = place
    }
    result += text[place...]
    result = Self.withoutAsides(result)
    let rest =
      hidden.isEmpty
      ? all.count { !$0.isFiller }
      : tellingCount(of: result)
    return (result, rest)
  }

  /// Takes out parentheses that hold a gap: « désactive des […] (le […] y compris) ».
  private static func withoutAsides(_ text: String) -> String {
    guard text.holds(gap) else { return text }
    return text.withoutParentheses(holding: gap, spaces: true)
  }

  /// The places of the words to hide.
  private func places(in all: [Word]) -> Set<Int> {
    var hidden = Set(all.indices.filter { stems.contains(all[$0].stem) })
    let telling = all.indices.filter { !all[$0].isFiller }
    for phrase in phrases where phrase.count <= telling.count {
      for start in 0...(telling.count - phrase.count) {
        let run = telling[start..<(start + phrase.count)]
        if zip(run, phrase).allSatisfy({ all[$0].stem == $1 }) { hidden.formUnion(run) }
      }
    }
    return hidden
  }

  /// Words that so many names hold that they give nothing away.
  private static let generic = Set(
    ["service", "services", "aws", "amazon", "web", "un", "une", "gestion", "manager"].flatMap {
      words(of: $0).map(\.stem)
    })
}
