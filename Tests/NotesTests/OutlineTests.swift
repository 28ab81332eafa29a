import Notes
import Testing

@Suite struct OutlineTests {
  @Test(arguments: [
    ("# A\n## B\n## C\n", ["A", "  B", "  C"]),
    ("# A\n### B\n## C\n", ["A", "  B", "  C"]),
    ("### A\n## B\n### C\n", ["A", "B", "  C"]),
    ("# A\n# B\n# C\n", ["A", "B", "C"]),
    ("## 1_A\n# 1. B\n# 2. C\n## 2. D\n# 1. E\n", ["A", "  B", "  C", "D", "  E"]),
    ("## 1. A\n# 2. B\n", ["A", "B"]),
    ("## A\n# 1. B\n# 2. C\n", ["A", "B", "C"]),
  ])
  func readsTheOutlineThatAReaderMeans(text: String, outline: [String]) throws {
    #expect(try note(text).outline == outline)
  }

  @Test(arguments: [
    ("---\ntitre: Du front matter\n---\n# Titre\n", "Du front matter"),
    ("## Sommaire\n# Le titre\n## Suite\n", "Le titre"),
    ("### *Elastic Compute Cloud\n## Suite\n", "Elastic Compute Cloud"),
    ("## 1_Infrastructure\n# 1. VPC\n", "Infrastructure"),
    ("Rien que du texte.\n", "ma note"),
    ("", "ma note"),
  ])
  func findsATitle(text: String, title: String) throws {
    #expect(try note(text, path: "dossier/ma-note.md").title == title)
  }

  @Test(arguments: [
    ("8. NAT Gateway :", "NAT Gateway"), ("1_Réseau", "Réseau"), ("2.3 Coûts", "Coûts"),
    ("3 sous-réseaux", "3 sous-réseaux"), ("🛡️ Les outils", "Les outils"),
    ("1. *Amazon Machine Image (AMI)*", "Amazon Machine Image (AMI)"), ("C++", "C++"),
    ("4) Suite", "Suite"), ("10.0.0.0/16", "10.0.0.0/16"), ("🎯", "🎯"),
  ])
  func namesASectionWithoutWhatOrdersIt(title: String, name: String) throws {
    #expect(try note("# \(title)\n").sections[0].name == name)
  }

  @Test func givesEachSectionAnAnchorOfItsOwn() throws {
    let note = try note("# Coût & quotas d’accès\n## Suite\n## Suite\n## Fin {#la-fin}\n")
    #expect(note.sections.map(\.anchor) == ["cout-quotas-d-acces", "suite", "suite-1", "la-fin"])
    #expect(note.sections[0].anchorAliases == ["coût--quotas-daccès"])
  }

  @Test func tellsTheLineOfEveryPieceOfText() throws {
    let note = try note(
      "Avant.\n\n# A\n\nUn.\nDeux.\n\n- Trois\n- Quatre\n\n| a | b |\n|---|---|\n| c | d |\n")
    #expect(note.sections[0].text == [TextLine("Avant.", line: 1)])
    #expect(
      note.sections[1].text == [
        TextLine("Un.", line: 5), TextLine("Deux.", line: 6), TextLine("Trois", line: 8),
        TextLine("Quatre", line: 9), TextLine("a · b", line: 11), TextLine("c · d", line: 13),
      ])
  }

  @Test func knowsThePathOfHeadings() throws {
    let note = try note("# VPC\n## Concepts\n### Routes\n")
    #expect(note.headings(above: 2) == ["VPC", "Concepts"])
    #expect(note.headings(above: 0).isEmpty)
  }

  @Test func reportsWhatAReaderWouldStumbleOver() throws {
    #expect(
      try note("### A\ntexte\n## B\n#### C\ntexte\n").problems == [
        Problem(line: 1, kind: .firstHeading(level: 3)),
        Problem(line: 4, kind: .headingJump(from: 2, to: 4)),
      ])
    #expect(
      try note("# A\n\n## Vide :\n\n## B\ntexte\n").problems == [
        Problem(line: 3, kind: .emptySection("Vide :"))
      ])
    #expect(
      try note("## 1_A\n# 1. B\ntexte\n# 2. C\ntexte\n").problems == [
        Problem(line: 1, kind: .firstHeading(level: 2)),
        Problem(line: 2, kind: .headingAbove(level: 1, parent: 2)),
        Problem(line: 4, kind: .headingAbove(level: 1, parent: 2)),
      ])
    #expect(try note("---\ntitle: T\n---\n## A\ntexte\n").problems.isEmpty)
  }
}
