import KnowledgeBase

extension IndexDefinition {
  /// Rules in Solr's form, each the names of one thing: those that the notes give a term, and the vocabulary's.
  ///
  /// OpenSearch knows no weights of synonyms: a name that ours counts a little counts in full there.
  var synonyms: [String] {
    var rules: [String] = []
    var seen: Set<String> = []
    let groups = knowledgeBase.vocabulary.groups + knowledgeBase.glossary.terms.map(\.names)
    for group in groups {
      var names: [String] = []
      for name in group where Self.isWord(name) && !names.contains(name) { names.append(name) }
      let rule = names.map(Self.escaped).joined(separator: ", ")
      if names.count > 1, seen.insert(rule).inserted { rules.append(rule) }
    }
    return rules
  }

  /// Whether something is left of a name when it is analysed, and it is not more than one line.
  private static func isWord(_ name: String) -> Bool {
    name.contains { $0.isLetter || $0.isNumber } && !name.contains(where: \.isNewline)
  }

  /// A name in which a comma parts nothing, an arrow makes no rule and a sharp begins no remark: a backslash takes
  /// the meaning from what follows it.
  private static func escaped(_ name: String) -> String { name.escaping("\\,#=") }
}
