internal import Notes

/// The only number of a statement, with its unit.
struct Quantity {
  /// The number as it is written.
  let number: String
  /// The unit; empty where the number counts what follows.
  let unit: String
  /// Where both stand.
  let range: Range<String.Index>
  /// What follows.
  let after: String
  /// Whether the statement begins with the number: « 3 sous-réseaux … ».
  let isCount: Bool

  init?(in text: String) {
    guard text.count <= 170, let start = text.firstIndex(where: \.isNumber) else { return nil }
    var end = start
    while end < text.endIndex, Self.isPart(text[end], in: text, at: end) {
      end = text.index(after: end)
    }
    let number = Notes.trimmed(text[start..<end])
    let rest = text[end...]
    guard !rest.contains(where: \.isNumber), Int(number.filter(\.isNumber)) != nil else {
      return nil
    }
    if let before = start > text.startIndex ? text[text.index(before: start)] : nil,
      !before.isWhitespace, before != "("
    {
      return nil
    }
    let following = Notes.trimmed(rest)
    let word = following.prefix { !$0.isWhitespace && !",;.:)".contains($0) }
    guard word.count >= 1,
      rest.first.map({ $0.isWhitespace || $0 == "%" }) ?? false || number.last?.isNumber != true
    else { return nil }
    let name = folded(word)
    let isUnit = Self.units.contains(name)
    isCount =
      start == text.startIndex && following.spaced.count >= 2 && word.count >= 4
      && !(isUnit
        && ["seconde", "minute", "heure", "jour", "semaine", "mois", "annee", "octet"].contains {
          name.hasPrefix($0)
        })
      && word.allSatisfy { $0.isLetter || $0 == "-" } && word.first?.isLowercase == true
    guard isCount || (isUnit && start > text.startIndex && text.spaced.count >= 5)
    else { return nil }
    self.number = number
    unit = isUnit && !isCount ? String(word) : ""
    let wordStart = rest.firstIndex { !$0.isWhitespace } ?? rest.endIndex
    range = start..<(isUnit && !isCount ? text.index(wordStart, offsetBy: word.count) : wordStart)
    after = isCount ? following : String(text[range.upperBound...])
  }

  private static func isPart(_ character: Character, in text: String, at place: String.Index)
    -> Bool
  {
    if character.isNumber { return true }
    let next = text.index(after: place)
    return next < text.endIndex && text[next].isNumber && ",.\u{A0}\u{202F} ".contains(character)
  }

  private static let units: Set = [
    "%", "bits", "go", "to", "mo", "ko", "po", "gio", "tio", "mio", "gb", "tb", "mb", "kb", "ms",
    "s", "seconde", "secondes", "minute",
    "minutes", "min", "heure", "heures", "h", "jour", "jours", "semaine", "semaines", "mois", "an",
    "ans", "annee", "annees",
    "gbit/s", "mbit/s", "gbps", "mbps", "iops", "vcpu", "zones", "az", "regions", "instances",
    "adresses", "octets", "caracteres",
    "connexions", "requetes", "versions", "neufs", "vpc", "comptes", "utilisateurs", "groupes",
    "regles", "nat", "sous-reseaux", "volumes", "fichiers",
    "seconds", "hours", "days", "years", "months",
  ]
}
