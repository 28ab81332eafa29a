/// A term as it is written before its definition, taken apart: `EFS (Elastic File System)`.
package struct TermName {
  package var term: String
  package var expansion: String?
  package var aliases: [String] = []

  package init(_ written: String) {
    let name = headingName(written)
    guard name.holds("("), let open = name.firstIndex(of: "("),
      name.hasSuffix(")") || name.contains(")")
    else {
      term = name
      return
    }
    let close = name[open...].firstIndex(of: ")") ?? name.endIndex
    let before = trimmed(name[..<open])
    let inner = trimmed(name[name.index(after: open)..<close])
    let after = close < name.endIndex ? trimmed(name[name.index(after: close)...]) : ""
    guard !before.isEmpty, !inner.isEmpty else {
      term = name
      return
    }
    let bare = withoutVendor(inner)
    let isExpanded = Initials.match(before, bare)
    let isAbbreviated = Initials.match(bare, withoutVendor(before))
    // « Elastic Container Service (ECS) avec Fargate » names ECS; what follows is another matter.
    term = after.isEmpty || isExpanded || isAbbreviated ? before : before + " " + after
    if isExpanded {
      expansion = bare
    } else if isAbbreviated {
      aliases = [bare]
    } else if after.isEmpty, Self.readsAsName(inner), !Self.endsWithAcronym(before, of: bare) {
      aliases = [inner]
    }
  }

  /// Whether a parenthesis gives another name, and neither examples nor a remark.
  private static func readsAsName(_ inner: String) -> Bool {
    guard let first = inner.first, isUppercase(first) else { return false }
    let words = foldedWords(inner)
    return words.count <= 4 && !inner.contains(",") && !inner.contains("/")
      && !words.contains {
        ["et", "ou", "and", "or", "ex", "optionnel", "port", "ports"].contains($0)
      }
  }

  /// Whether the parenthesis expands only the last word: `Rôle IAM (Identity and Access Management)`.
  private static func endsWithAcronym(_ term: String, of expansion: String) -> Bool {
    term.split(separator: " ").last.map { Initials.match(String($0), expansion) } ?? false
  }
}

/// A name without a leading vendor: `EC2` for `Amazon EC2`.
package func withoutVendor(_ name: String) -> String {
  for vendor in ["Amazon ", "AWS ", "Aws ", "amazon ", "aws "] where name.hasPrefix(vendor) {
    let rest = trimmed(name.dropFirst(vendor.count))
    if !rest.isEmpty { return rest }
  }
  return name
}
