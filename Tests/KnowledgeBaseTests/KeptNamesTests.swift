import Foundation
import KnowledgeBase
import Testing

@Suite struct KeptNamesTests {
  private static let notes = [
    "reseau/nat.md":
      "---\nservice: NAT gateway\ncategorie: Réseau\ntags: [examen, réseau]\n---\n# NAT gateway\n\n**NAT (Network Address Translation)** : une porte.\n",
    "calcul/ec2.md": "# EC2\n\n**Écouteur** : ce qui attend des connexions.\n",
  ]

  /// Indexes notes, and opens what was kept.
  private func withNames(_ body: (KeptNames, _ root: String) throws -> Void) throws {
    try Folders.withTemporary { root in
      for (path, text) in Self.notes { try write(text, to: "\(root)/notes/\(path)") }
      _ = try library("\(root)/notes", cache: "\(root)/cache")
      let settings = try Settings.ofContent("\(root)/notes")
      let names = KeptNames(settings, environment: ["XDG_CACHE_HOME": "\(root)/cache"])
      try body(try #require(names), root)
    }
  }

  @Test func findsNamesByTheirBeginning() throws {
    try withNames { names, _ in
      #expect(names.names(beginningWith: "NET", of: [.terms]) == ["Network Address Translation"])
      #expect(names.names(beginningWith: "ecou", of: [.terms]) == ["Écouteur"])
      #expect(names.names(beginningWith: "nat", of: [.notes]) == ["NAT gateway"])
      #expect(names.names(beginningWith: "", of: [.paths]) == ["calcul/ec2.md", "reseau/nat.md"])
      #expect(names.names(beginningWith: "Reseau", of: [.paths]).isEmpty)
      #expect(
        names.names(beginningWith: "reseau", of: [.categories, .tags]) == ["Réseau", "réseau"])
      #expect(names.names(beginningWith: "NAT g", of: [.services, .notes]) == ["NAT gateway"])
    }
  }

  @Test func hasNoNamesOfNotesThatAreGone() throws {
    try withNames { _, root in
      try FileManager.default.removeItem(atPath: "\(root)/notes/reseau/nat.md")
      _ = try library("\(root)/notes", cache: "\(root)/cache")
      let settings = try Settings.ofContent("\(root)/notes")
      let names = KeptNames(settings, environment: ["XDG_CACHE_HOME": "\(root)/cache"])
      #expect(names?.names(beginningWith: "", of: [.paths]) == ["calcul/ec2.md"])
    }
  }

  @Test func isNothingWithoutACache() throws {
    try withNames { _, root in
      let settings = try Settings.ofContent("\(root)/notes")
      #expect(KeptNames(settings, environment: ["XDG_CACHE_HOME": "\(root)/none"]) == nil)
      #expect(KeptNames(settings, environment: [:]) == nil)
    }
  }
}
