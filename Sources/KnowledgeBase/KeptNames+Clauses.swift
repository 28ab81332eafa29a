// Names as a query has them behind a label: `service:EC2`, `tag:réseau`.

extension KeptNames {
  /// What queries call a kind, without accents.
  private static let labels: [String: Kind] = [
    "service": .services, "note": .notes, "tag": .tags, "etiquette": .tags,
    "categorie": .categories, "category": .categories, "terme": .terms, "term": .terms,
  ]

  /// A label and what stands behind its colon; `nil` for a word that has none.
  private static func clause(_ word: String) -> (label: Substring, kind: Kind, name: Substring)? {
    guard let colon = word.firstIndex(of: ":") else { return nil }
    let label = word[..<colon]
    let isSigned = label.hasPrefix("+") || label.hasPrefix("-")
    let folded = folded(Array(label.dropFirst(isSigned ? 1 : 0).utf8))
    return labels[String(decoding: folded, as: UTF8.self)].map { kind in
      (label, kind, word[colon...].dropFirst())
    }
  }

  /// The clauses of a query that begin like what was typed.
  ///
  /// - Parameter prefix: What was typed; without a label and a colon there are none.
  /// - Returns: Clauses in order, each with the label as it was typed.
  /// - Complexity: O(*n*) in the number of names of that kind.
  public func clauses(beginningWith prefix: String) -> [String] {
    guard let (label, kind, typed) = Self.clause(prefix) else { return [] }
    return names(beginningWith: String(typed), of: [kind]).map { "\(label):\($0)" }
  }

  /// A word of a command line as a query says it: where it is a label and a name of several words that something
  /// has, the shell took the quotation marks away.
  fileprivate func clause(restoring word: String) -> String {
    guard let (label, kind, name) = Self.clause(word), name.contains(" "), !name.contains("\"")
    else { return word }
    let folded = Self.folded(Array(name.utf8))
    let isName = names(beginningWith: String(name), of: [kind])
      .contains { Self.folded(Array($0.utf8)) == folded }
    return isName ? "\(label):\"\(name)\"" : word
  }
}

extension Library {
  /// The query that the words of a command line make.
  ///
  /// `service:"NAT gateway"` comes without its marks from a shell, and means the same.
  ///
  /// - Parameter words: The words.
  /// - Returns: The query.
  /// - Complexity: O(*n*) in the number of names where a word has a label and spaces, else O(1).
  public func query(of words: [String]) -> String {
    words.map { $0.contains(" ") && $0.contains(":") ? names.clause(restoring: $0) : $0 }
      .joined(separator: " ")
  }
}
