import Testing

@testable import Search

@Suite struct QueryTests {
  private func sample() throws -> Index {
    try index(notes: [
      SourceNote(
        path: utf8("reseau/vpc.md"), title: utf8("VPC"), services: [utf8("VPC")],
        categories: [utf8("Réseau")], tags: [utf8("isolement")],
        documents: [
          SourceDocument(
            title: utf8("Routage"), headings: [utf8("VPC")], terms: [utf8("Table de routage")],
            text: utf8("La table de routage vise la passerelle NAT."))
        ]),
      SourceNote(
        path: utf8("calcul/ec2.md"), title: utf8("EC2"), services: [utf8("EC2")],
        categories: [utf8("Calcul")], tags: [utf8("serveur")],
        documents: [
          SourceDocument(
            title: utf8("Réseau"), headings: [utf8("EC2")],
            text: utf8("La passerelle a une table et du routage.")),
          SourceDocument(
            title: utf8("Stockage"), headings: [utf8("EC2")], text: utf8("Un volume.")),
        ]),
    ])
  }

  @Test(arguments: [
    ("\"table de routage\"", ["Routage"]),
    ("« table de routage »", ["Routage"]),
    ("“table de routage”", ["Routage"]),
    ("\"routage table\"", []),
    ("passerelle +nat", ["Routage"]),
    ("passerelle -nat", ["Réseau"]),
    ("passerelle -\"table de routage\"", ["Réseau"]),
    ("volu*", ["Stockage"]),
    ("titre:routage", ["Routage"]),
    ("title:routage", ["Routage"]),
    ("terme:table", ["Routage"]),
    ("passerelle service:EC2", ["Réseau"]),
    ("passerelle service:vpc", ["Routage"]),
    ("passerelle -service:vpc", ["Réseau"]),
    ("passerelle note:ec2", ["Réseau"]),
    ("passerelle note:calcul", ["Réseau"]),
    ("passerelle tag:isolement", ["Routage"]),
    ("passerelle catégorie:Réseau", ["Routage"]),
    ("passerelle categorie:calcul", ["Réseau"]),
    ("passerelle category:\"Réseau\"", ["Routage"]),
    ("service:EC2", ["Réseau", "Stockage"]),
    ("passerelle service:rds", []),
  ])
  func understands(query: String, titles: [String]) throws {
    #expect(try Set(sample().titles(query)) == Set(titles))
  }

  @Test(arguments: [
    "", " ", "\"", "+", "-", "*", "«", ":", "++--", "\"\"", "note:\"", "\u{FFFD}",
  ])
  func findsNothingInAQueryWithoutWords(query: String) throws {
    #expect(try sample().titles(query).isEmpty)
  }

  @Test func readsAnyBytesAsAQuery() throws {
    let index = try sample()
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var query: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        query.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      #expect(index.search(Query(query)).hits.count <= 3)
    }
  }

  @Test(arguments: ["lamda", "lambada", "lmabda"])
  func mendsTypingMistakesWhereNothingMatches(query: String) throws {
    let index = try index([("Lambda", "Lambda lance une fonction."), ("EC2", "Une machine.")])
    let results = index.search(Query(utf8(query)))
    #expect(results.hits.first.map { string(index.document($0.document).title) } == "Lambda")
    #expect(results.corrections.map { string($0.candidates[0]) } == ["lambda"])
  }

  @Test(arguments: ["loadbalancer", "route53", "Route53"])
  func cutsInTwoWhatOnlyOccursInTwo(query: String) throws {
    let index = try index([
      ("A", "Un load balancer partage."), ("B", "La route 53 répond."), ("C", "Autre chose."),
    ])
    #expect(index.titles(query) == [query == "loadbalancer" ? "A" : "B"])
  }

  @Test func saysThatItCompletedAWord() throws {
    let index = try index([("A", "Le firewall filtre.")])
    let found = index.search(Query(utf8("firewal")))
    #expect(found.corrections.map { string($0.candidates[0]) } == ["firewall"])
    #expect(found.total == 1)
  }

  @Test(arguments: ["note:absente EC2", "-service:absent EC2", "tag:absent", "catégorie:absente"])
  func saysWhichLabelsNoNoteHas(query: String) throws {
    let results = try sample().search(Query(utf8(query)))
    #expect(results.unmatchedFilters.map { string($0.value) }.allSatisfy { $0.hasPrefix("absent") })
    #expect(results.unmatchedFilters.count == 1)
    #expect(results.hits.isEmpty == !query.hasPrefix("-"))
  }

  @Test func asksForTheOtherNamesOfWhatAnUnknownWordBeginsTheNameOf() throws {
    let index = try index(
      [
        ("Rôle", "Le répartiteur de charge partage les requêtes."),
        ("Autre", "L’équilibre de la charge."),
      ],
      synonyms: [
        SourceSynonym(
          name: utf8("équilibreur de charge"), other: utf8("répartiteur de charge"), weight: 0.5)
      ])
    let results = index.search(Query(utf8("équilibreur")))
    #expect(results.hits.map { string(index.document($0.document).title) } == ["Rôle"])
    #expect(results.corrections.map { $0.candidates.map(string) } == [["répartiteur de charge"]])
  }

  @Test func mendsNoShortWordToOneWithAnotherBeginning() throws {
    let index = try index([("A", "Il crée un volume.")])
    #expect(index.titles("free").isEmpty)
  }

  @Test func putsOtherWordsOfTheStemFarBelow() throws {
    let index = try index([
      ("Chiffres et limites", "Cinq par région."),
      ("Sécurité", "Le chiffrement au repos se règle ici."),
    ])
    #expect(index.titles("chiffrement").first == "Sécurité")
  }

  @Test func doesNotMendWhatIsRight() throws {
    let index = try index([("Table", "Une table."), ("Sable", "Du sable.")])
    #expect(index.titles("table") == ["Table"])
    #expect(index.search(Query(utf8("table"))).corrections.isEmpty)
  }

  @Test func completesHalfAWordThatIsNone() throws {
    let index = try index([("A", "La passerelle."), ("B", "Le passage.")])
    #expect(index.titles("passer") == ["A"])
  }

  @Test func mendsNoCodes() throws {
    let index = try index([("A", "Le port 3306.")])
    #expect(index.titles("3307").isEmpty)
  }

  @Test func passesOverWhatFollowsTheFirstWordsOfAnEndlessQuery() throws {
    let index = try index([("VPC", "Une table de routage."), ("NAT", "Une passerelle.")])
    let words = (0..<20_000).map { "table\($0) " }.joined()
    #expect(Query(utf8(words)).clauses.map(\.words.count) == [Query.mostItems])
    #expect(index.titles("table " + words + "+passerelle") == ["VPC"])
    let phrase = "\"" + String(repeating: "table de ", count: 20_000) + "\""
    #expect(Query(utf8(phrase)).clauses.map(\.words.count) == [Query.mostItems])
    let filters = String(repeating: "-note:nat ", count: 20_000)
    #expect(Query(utf8(filters)).filters.count == Query.mostItems)
    #expect(index.titles(filters) == ["VPC"])
  }
}
