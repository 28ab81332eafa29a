import Markdown
import Notes
import Testing

@Suite struct MetadataTests {
  @Test func readsTheKeysItKnowsInBothLanguages() throws {
    let french = try note(
      """
      ---
      service: VPC
      nom: Virtual Private Cloud
      noms_fr: [cloud privé virtuel]
      alias: Amazon VPC
      catégorie: Réseau
      tags: réseau, isolement
      domaines: ["CLF 3"]
      lies: [Sous-réseau]
      date: 2026-01-02
      ---
      """
    ).metadata
    #expect(french.service == "VPC")
    #expect(french.name == "Virtual Private Cloud")
    #expect(french.frenchNames == ["cloud privé virtuel"])
    #expect(french.aliases == ["Amazon VPC"])
    #expect(french.category == "Réseau")
    #expect(french.tags == ["réseau", "isolement"])
    #expect(french.domains == ["CLF 3"])
    #expect(french.related == ["Sous-réseau"])
    let english = try note("---\ntitle: T\ncategory: Network\nrelated:\n- EC2\n---\n").metadata
    #expect(english.title == "T")
    #expect(english.category == "Network")
    #expect(english.related == ["EC2"])
  }

  @Test func reportsAKeyOfTheWrongType() throws {
    let note = try note("---\ntitre: Bon\ncategorie: [a, b]\ntags: {a: b}\n---\ntexte\n")
    #expect(note.title == "Bon")
    #expect(
      note.problems == [
        Problem(line: 3, kind: .frontMatterType(key: "categorie", expected: .text)),
        Problem(line: 4, kind: .frontMatterType(key: "tags", expected: .texts)),
      ])
  }

  @Test func losesNoWordOfFrontMatterThatIsNotYAML() throws {
    let note = try note("---\ntitre: [oubli\n---\nSuite.\n")
    #expect(
      note.problems.contains { if case .frontMatterUnreadable = $0.kind { true } else { false } })
    let words = note.sections.flatMap { [$0.title] + $0.text.map(\.text) }.joined(separator: " ")
    #expect(words.contains("oubli"))
    #expect(words.contains("Suite."))
  }

  @Test func tellsWhereBytesAreNoUnicode() throws {
    let source = SourceText(bytes: Array("# Titre\n".utf8) + [0xE9, 0x74, 0xE9, 0x0A])
    let note = try Note(path: "a.md", source: source)
    #expect(note.sections[0].text.map(\.text) == ["été"])
    #expect(note.problems == [Problem(line: 2, kind: .notUnicode)])
  }
}
