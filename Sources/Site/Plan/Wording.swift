/// A text of the interface in both languages.
struct Wording: Hashable, Sendable {
  let french: String
  let english: String

  init(_ french: String, _ english: String) { (self.french, self.english) = (french, english) }
}

/// The language of the interface of a site.
enum SiteLanguage: String, Hashable, Sendable {
  case french = "fr"
  case english = "en"

  func callAsFunction(_ wording: Wording) -> String {
    self == .french ? wording.french : wording.english
  }

  func callAsFunction(_ french: String, _ english: String) -> String {
    self == .french ? french : english
  }

  /// A number with the word for what is counted.
  ///
  /// - Parameters:
  ///   - count: The number.
  ///   - one: The word for one.
  ///   - many: The word for several; by default the first with an s.
  /// - Returns: `12 notes`, with a space that does not break.
  func count(_ count: Int, _ one: Wording, _ many: Wording? = nil) -> String {
    let isOne = self == .french ? count < 2 : count == 1
    let word = isOne ? self(one) : many.map { self($0) } ?? self(one) + "s"
    return "\(number(count))\u{A0}\(word)"
  }

  /// A number with its thousands apart.
  func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    let sign = number < 0 ? "-" : ""
    return sign + groups.joined(separator: self == .french ? "\u{202F}" : ",")
  }
}
