internal import Notes

/// Tells lists that are worth knowing from talk that is set as a list.
enum ListTest {
  /// Whether an item goes on with a sentence, names a condition or only says that there is more.
  static func isAside(_ item: String) -> Bool {
    let words = foldedWords(item.prefix(40))
    guard let first = words.first else { return true }
    return ["si", "if", "etc", "and", "et", "ou", "or", "puis", "then", "sinon", "else"].contains(
      first)
      && (words.count > 1 || first == "etc")
  }

  /// Whether an item is a sentence about its subject: « Les bateaux sont amarrés avant la nuit ».
  static func isSentence(_ item: String) -> Bool {
    let words = item.pieces
    guard words.count > 7, let first = words.first.map({ folded($0) }) else { return false }
    return ["le", "la", "les", "tous", "toutes", "chaque", "the", "each", "all"].contains(first)
      || first.hasPrefix("l’") || first.hasPrefix("l'")
  }

  /// Whether a line that announces a list talks to its reader, or is an example.
  static func isChatty(_ lead: String) -> Bool {
    let words = foldedWords(lead)
    if words.count > 18 || lead.holds(". ") { return true }
    if let first = words.first,
      ["il", "elle", "ils", "elles", "ce", "cela", "ceci", "it", "they"].contains(first)
        || words.prefix(2) == ["pour", "y"]
        || FrenchVerbs.third.contains(first) && words.count > 1
    {
      return true
    }
    return words.contains { talk.contains($0) } || isInstance(lead)
  }

  /// Whether a text is about one case: an example, a test, something that was done once.
  static func isInstance(_ text: String) -> Bool {
    let plain = folded(text)
    if ["par exemple", "ex :", "ex:", "exemple", "for example", "example", "e.g"].contains(where: {
      plain.holds($0)
    }) {
      return true
    }
    guard let first = foldedWords(text.prefix(40)).first else { return true }
    return ["ex", "test", "resultat", "result", "augmenter", "reduire", "creation", "fenetre"]
      .contains(first)
  }

  /// The question for a line that is but a label: « Avantages » asks « quels sont les avantages ? ».
  static func label(_ lead: String, count: Int) -> String? {
    lead.spaced.count <= 2 || Labels.isLabel(lead)
      ? plural(lead, count: count) : nil
  }

  /// « quelles sont les 3 caractéristiques », if the name is a plural whose gender is known.
  static func plural(_ name: String, count: Int) -> String? {
    let noun = FrenchNoun(name.loweredFirst)
    guard noun.isCommon, name.isPlural,
      !["notes", "exemples", "liens", "infos", "remarques", "sources"].contains(folded(name)),
      noun.whichAre.contains(" sont les ")
    else { return nil }
    let question = noun.whichAre.replacing(" sont les ", with: " sont les \(count) ")
    return question.prefix(1).lowercased() + question.dropFirst()
  }

  /// The name of a list that reads as a sentence's beginning: « Le port est composé de ».
  static func clause(_ name: String) -> String? {
    foldedWords(name).contains {
      ["est", "sont", "is", "are", "can", "peut", "peuvent", "doit", "have", "has"].contains($0)
    } && !name.holds(" › ") ? name : nil
  }

  /// Whether a member of a group is a remark: « Have cache monitoring », « Similar to layers ».
  static func isRemark(_ member: String) -> Bool {
    NameTest.isClause(member) && member.first?.isNumber != true || NameTest.isCutOff(member)
      || member.holds(" : ") || ["etc", "autres", "others", "..."].contains(folded(member))
  }

  private static let talk: Set = [
    "vous", "nous", "tu", "je", "j", "you", "we", "your", "votre", "vos", "notre", "nos", "on",
    "voir", "voyez", "voici",
  ]
}
