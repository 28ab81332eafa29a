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
    Self.remembered(name, in: &normalNames) { Cards.normalName($0, &reader) }
  }

  /// The stems of a name's words that carry meaning.
  func stems(of name: String) -> Set<[UInt8]> {
    Self.remembered(name, in: &stemSets) { Cards.stems(of: $0) }
  }

  /// What stands for all names of one thing: a number, or the name itself where no note pairs it.
  func group(of name: String, in names: NameTable) -> String {
    Self.remembered(name, in: &groups) { names.group(of: $0).map(String.init) ?? $0 }
  }

  /// Whether a heading only orders (see `StructuralNames`).
  func isStructural(_ name: String) -> Bool {
    Self.remembered(name, in: &structural, StructuralNames.contains)
  }

  /// Whether a heading announces merits, advice or reasons (see `NameTest`).
  func heralds(_ heading: String) -> Bool {
    Self.remembered(heading, in: &heralds, NameTest.heralds)
  }

  /// Whether a name is a clause (see `NameTest`).
  func isClause(_ name: String) -> Bool {
    Self.remembered(name, in: &clauses, NameTest.isClause)
  }

  /// What was made of a name before, or is made of it now.
  private static func remembered<Value>(
    _ name: String, in table: inout [ExactText: Value], _ make: (String) -> Value
  ) -> Value {
    let key = ExactText(name)
    if let known = table[key] { return known }
    let value = make(name)
    table[key] = value
    return value
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
