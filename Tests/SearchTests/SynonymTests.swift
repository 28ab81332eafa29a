import Search
import Testing

@Suite struct SynonymTests {
  private func both(_ short: String, _ long: String) -> [SourceSynonym] {
    [
      SourceSynonym(name: utf8(short), other: utf8(long), weight: 0.3),
      SourceSynonym(name: utf8(long), other: utf8(short), weight: 1),
    ]
  }

  @Test func findsTheAcronymWhereTheExpansionIsTyped() throws {
    let index = try index(
      [("A", "EFS se monte sur deux machines."), ("B", "Un disque quelconque.")],
      synonyms: both("EFS", "Elastic File System"))
    #expect(index.titles("elastic file system") == ["A"])
  }

  @Test func putsTheAcronymAboveItsExpansionWhereTheAcronymIsTyped() throws {
    let index = try index(
      [
        ("A", "Elastic File System : un partage."), ("B", "EFS : un partage."),
        ("C", "Un partage."),
      ],
      synonyms: both("EFS", "Elastic File System"))
    #expect(index.titles("EFS") == ["B", "A"])
  }

  @Test(arguments: [("pare-feu", "A"), ("firewall", "B"), ("pare feu", "A"), ("parefeu", "A")])
  func neverPutsATranslationAboveTheWordItself(query: String, first: String) throws {
    let index = try index(
      [("A", "Le pare-feu filtre."), ("B", "Le firewall filtre."), ("C", "Rien d’autre ici.")],
      synonyms: [
        SourceSynonym(name: utf8("pare-feu"), other: utf8("firewall"), weight: 0.6),
        SourceSynonym(name: utf8("firewall"), other: utf8("pare-feu"), weight: 0.6),
      ])
    let titles = index.titles(query)
    #expect(titles.first == first)
    #expect(Set(titles) == ["A", "B"])
  }

  @Test(arguments: [
    "nat", "NAT", "le NAT", "Amazon NAT", "network address translation", "traduction d'adresses",
    "traduction d’adresse",
  ])
  func answersWithTheDefinitionOfANamedTerm(query: String) throws {
    let index = try index(
      [("NAT gateway", "La passerelle de sortie.")],
      entries: [
        SourceEntry(
          names: [
            utf8("NAT"), utf8("Network Address Translation"), utf8("traduction d’adresses"),
          ], definition: utf8("Laisse sortir sans laisser entrer."),
          section: .own(note: 0, document: 0), line: 9)
      ])
    let answer = try #require(index.search(Query(utf8(query))).answer)
    #expect(string(answer.definition) == "Laisse sortir sans laisser entrer.")
    #expect(answer.line == 9)
  }

  @Test(arguments: ["NAT vs VPN", "NAT ou VPN", "+NAT", "NAT -vpc", "NAT service:vpc", "NA*"])
  func givesNoDefinitionWhereNoTermIsNamed(query: String) throws {
    let index = try index(
      [("NAT", "Une passerelle, comme un VPN.")],
      entries: [
        SourceEntry(
          names: [utf8("NAT")], definition: utf8("Passerelle."),
          section: .own(note: 0, document: 0), line: 1)
      ])
    #expect(index.search(Query(utf8(query))).answer == nil)
  }

  @Test func keepsTheLittleWordsOfAName() throws {
    let index = try index(
      [("A", "Du calcul serverless, rien que serverless."), ("B", "Un serveur de plus.")],
      synonyms: [SourceSynonym(name: utf8("sans serveur"), other: utf8("serverless"), weight: 0.6)])
    #expect(index.titles("sans serveur").first == "A")
  }

  @Test func givesNoDefinitionWhereMoreIsAsked() throws {
    let index = try index(
      [("NAT", "Une passerelle.")],
      entries: [
        SourceEntry(
          names: [utf8("NAT")], definition: utf8("Passerelle."),
          section: .own(note: 0, document: 0), line: 1)
      ])
    #expect(index.search(Query(utf8("prix NAT"))).answer == nil)
  }
}
