import Foundation
import KnowledgeBase
import Notes
import Testing

@Suite struct CheckTests {
  private func findings(_ notes: [String: String]) throws -> [String] {
    try Folders.withTemporary { root in
      for (path, text) in notes { try write(text, to: "\(root)/\(path)") }
      return try Library.check(Settings.ofContent(root)).findings.map(described)
    }
  }

  private func described(_ finding: Finding) -> String {
    let place = "\(finding.path):\(finding.line)"
    return switch finding.kind {
    case .brokenLink(let target): "\(place) link \(target)"
    case .brokenAnchor(let target, let fragment): "\(place) anchor \(target)#\(fragment)"
    case .unresolvedWikiLink(let name): "\(place) wiki \(name)"
    case .missingImage(let source): "\(place) image \(source)"
    case .foreignPath(let path): "\(place) foreign \(path)"
    case .duplicateDefinition(let term, let path, let line):
      "\(place) twice \(term) \(path):\(line)"
    case .unreadableEntry: "\(place) folder"
    case .note(.emptySection(let title)): "\(place) empty \(title)"
    case .note(.headingJump(let from, let to)): "\(place) jump \(from) \(to)"
    case .note(.headingAbove(let level, let parent)): "\(place) above \(level) \(parent)"
    case .note(.firstHeading(let level)): "\(place) first \(level)"
    case .note: "\(place) note"
    }
  }

  @Test func isSilentOnNotesInOrder() throws {
    let text = """
      # A
      Voir [b](sous/b.md), [sa fin](sous/b.md#la-fin), [[B]], [[b#La fin|fin]], [ici](#a),
      <https://exemple.test>, [un mail](mailto:a@b.test), [racine](/sous/b.md), [dossier](sous/).
      ![Plan](plan.png) ![Web](https://exemple.test/a.png) [[plan.png]] [encodé](sous/c%20d.md)
      """
    #expect(
      try findings([
        "a.md": text, "sous/b.md": "# B\n## La fin\ntexte\n",
        "sous/README.md": "# Dossier\ntexte\n",
        "plan.png": "x", "sous/c d.md": "# C\ntexte [retour](../a.md)\n",
      ]).isEmpty)
  }

  @Test func reportsEachThingAtItsLine() throws {
    let text = """
      # A

      Un [lien](absent.md) et [[Note absente]],
      une [ancre](b.md#rien), ![image](rien.png)
      et ![autre](\\Users\\moi\\plan.png).

      ## Vide

      #### Saut
      texte [dehors](../../etc/passwd)
      """
    #expect(
      try findings(["a.md": text, "b.md": "# B\ntexte\n"])
        == [
          "a.md:3 link absent.md", "a.md:3 wiki Note absente", "a.md:4 anchor b.md#rien",
          "a.md:4 image rien.png", "a.md:5 foreign \\Users\\moi\\plan.png", "a.md:7 jump 2 4",
          "a.md:10 link ../../etc/passwd",
        ].map { $0.replacing("a.md:7 jump", with: "a.md:9 jump") })
  }

  @Test func reportsATermThatIsDefinedTwice() throws {
    #expect(
      try findings([
        "a.md": "# A\n- **EBS (Elastic Block Store)** : un disque.\n",
        "b.md": "# B\ntexte\n\n**EBS** : encore un disque.\n",
      ]) == ["b.md:4 twice EBS a.md:2"])
  }

  @Test func findsTheFaultsOfOurFixtures() throws {
    let found = try Library.check(Settings.ofContent(Folders.notes)).findings.map(described)
    for expected in [
      "boutique.md:3 image Plan de la boutique.png", "boutique.md:5 empty Budget :",
      "choix.md:1 first 2", "choix.md:2 above 1 2",
      "choix.md:19 foreign \\Users\\camille\\Images\\plan.png", "machines.md:1 first 3",
      "machines.md:6 wiki Moule AMI", "visio.md:1 link ../index.md", "visio.md:1 link /debut.md",
    ] {
      #expect(found.contains(expected), "\(found)")
    }
  }

  @Test(.enabled(if: Folders.shared("seeds") != nil, "no ../shared/seeds beside the checkout"))
  func findsTheFaultsOfTheSeeds() throws {
    let seeds = try #require(Folders.shared("seeds"))
    let found = try Library.check(Settings.ofContent(seeds)).findings.map(described)
    let kinds = [
      "image", "foreign", "wiki AWS AMI", "empty Coûts estimation :", "above 1 2", "first 3",
    ]
    for kind in kinds { #expect(found.contains { $0.contains(kind) }, "\(kind)") }
  }
}
