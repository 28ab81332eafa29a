internal import Notes
internal import Search

/// Remembers what was made of names: the same ones come back in every rule for cards.
///
/// It belongs to one thread.
final class TextMemo {
  private var reader = NameKeyReader()
  private var normalNames: [ExactText: String] = [:]
  private var groups: [ExactText: String] = [:]
  private var structural: [ExactText: Bool] = [:]
  private var heralds: [ExactText: Bool] = [:]
  private var clauses: [ExactText: Bool] = [:]
  private var stemSets: [ExactText: Set<[UInt8]>] = [:]
  var readings = TextTable<DefinitionReading>()
  var questions = TextTable<AskedText>()
  var facts = TextTable<Omission.Reason?>()
  var items = TextTable<ListItem>()

  /// A name as identities are made of it: no case, accents, plural, hyphens.
  ///
  /// - Complexity: O(1) for a name that was asked for before, beside the reading of its bytes.
  func normalName(_ name: String) -> String {
    let key = ExactText(name)
    if let known = normalNames[key] { return known }
    let normal = Cards.normalName(name, &reader)
    normalNames[key] = normal
    return normal
  }

  /// The stems of a name's words that carry meaning.
  func stems(of name: String) -> Set<[UInt8]> {
    let key = ExactText(name)
    if let known = stemSets[key] { return known }
    let stems = Cards.stems(of: name)
    stemSets[key] = stems
    return stems
  }

  /// What stands for all names of one thing: a number, or the name itself where no note pairs it.
  func group(of name: String, in names: NameTable) -> String {
    let key = ExactText(name)
    if let known = groups[key] { return known }
    let group = names.group(of: name).map(String.init) ?? name
    groups[key] = group
    return group
  }

  /// Whether a heading only orders (see `StructuralNames`).
  func isStructural(_ name: String) -> Bool {
    let key = ExactText(name)
    if let known = structural[key] { return known }
    let isStructural = StructuralNames.contains(name)
    structural[key] = isStructural
    return isStructural
  }

  /// Whether a heading announces merits, advice or reasons (see `NameTest`).
  func heralds(_ heading: String) -> Bool {
    let key = ExactText(heading)
    if let known = heralds[key] { return known }
    let heralds = NameTest.heralds(heading)
    self.heralds[key] = heralds
    return heralds
  }

  /// Whether a name is a clause (see `NameTest`).
  func isClause(_ name: String) -> Bool {
    let key = ExactText(name)
    if let known = clauses[key] { return known }
    let isClause = NameTest.isClause(name)
    clauses[key] = isClause
    return isClause
  }

  /// Whether a text holds one of some names as whole words.
  ///
  /// - Complexity: O(*n*) in the length of the text and of the names.
  func holds(_ text: String, anyOf names: [String]) -> Bool {
    guard !names.isEmpty else { return false }
    let text = " " + Cards.normalName(text, &reader) + " "
    return names.contains { name in
      let name = normalName(name)
      return !name.isEmpty && text.holds(" " + name + " ")
    }
  }
}
