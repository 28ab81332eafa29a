import Search
import Testing

@Suite struct RankingTests {
  @Test func ranksTitleMatchesAboveBodyMatches() throws {
    let index = try index([
      ("Facturation", "Un volume EBS se paie au gigaoctet ; un volume EBS détaché se paie aussi."),
      ("EBS", "Des disques que l’on attache à une machine."),
    ])
    #expect(index.titles("ebs") == ["EBS", "Facturation"])
  }

  @Test func ranksTheSectionWithMoreOfTheQueryFirst() throws {
    let index = try index([
      ("Bases", "Un port s’ouvre dans le groupe."), ("Moteurs", "MySQL écoute sur le port 3306."),
      ("Journaux", "MySQL écrit ses journaux."),
    ])
    #expect(index.titles("port mysql").first == "Moteurs")
  }

  @Test func ranksASectionOfANoteAboutTheQueryAboveAStrayMention() throws {
    let notes = [
      SourceNote(
        path: utf8("divers.md"), title: utf8("Divers"),
        documents: [SourceDocument(title: utf8("Divers"), text: utf8("Un bucket existe aussi."))]),
      SourceNote(
        path: utf8("s3.md"), title: utf8("S3"),
        documents: [
          SourceDocument(title: utf8("Bucket"), text: utf8("Le bucket range des objets.")),
          SourceDocument(
            title: utf8("Classes"), headings: [utf8("Bucket")],
            text: utf8("Chaque objet du bucket a une classe, et le bucket une politique.")),
        ]),
    ]
    #expect(try index(notes: notes).titles("bucket").last == "Divers")
  }

  @Test func prefersWordsThatStandTogether() throws {
    let filler = "ainsi que bien d’autres choses dont il sera question plus loin dans ce cours"
    let index = try index([
      ("Un", "La table \(filler) et le routage, rien que cela."),
      ("Deux", "La table de routage \(filler) et rien que cela."),
    ])
    #expect(index.titles("table routage").first == "Deux")
  }

  @Test(arguments: [
    ("sécurité", "securite"), ("réseau privé", "RESEAU PRIVE"), ("l’élasticité", "elasticite"),
    ("œuvre", "oeuvre"), ("\"zone de disponibilité\"", "\"zone de disponibilite\""),
  ])
  func answersAlikeWithAndWithoutAccents(accented: String, plain: String) throws {
    let index = try index([
      ("Sécurité", "La sécurité du réseau privé."), ("Élasticité", "L’élasticité suit la charge."),
      ("Œuvre", "Une œuvre en cours."), ("Zones", "Une zone de disponibilité par région."),
    ])
    #expect(!index.titles(accented).isEmpty)
    #expect(index.titles(accented) == index.titles(plain))
  }

  @Test func putsTheExactSpellingFirst() throws {
    let index = try index([
      ("A", "Le coût des pays cotés."), ("B", "La côte est au bout de la route."),
    ])
    #expect(index.titles("côte").first == "B")
    #expect(index.titles("cotés").first == "A")
  }

  @Test func putsTheTypedInflectionBeforeOthers() throws {
    let index = try index([
      ("A", "Les instances sont prêtes."), ("B", "Une instance est prête."),
    ])
    #expect(index.titles("instance") == ["B", "A"])
    #expect(index.titles("instances") == ["A", "B"])
  }

  @Test func leavesAcronymsUnstemmed() throws {
    let index = try index([("A", "ECR garde les images."), ("B", "ECS lance les conteneurs.")])
    #expect(index.titles("ECS") == ["B"])
  }

  @Test(arguments: ["CloudFront", "cloudfront", "cloud front", "Cloud-Front"])
  func meetsJoinedAndSplitSpellings(query: String) throws {
    let index = try index([
      ("A", "CloudFront diffuse le contenu."), ("B", "Cloudfront garde des copies."),
      ("C", "Rien à voir avec la plage."),
    ])
    #expect(Set(index.titles(query)) == ["A", "B"])
  }

  @Test func ignoresFillerWordsUnlessNothingElseIsAsked() throws {
    let index = try index([("A", "Le port de la base."), ("B", "Comment faire les choses.")])
    #expect(index.titles("comment trouver le port").first == "A")
    #expect(index.titles("comment") == ["B"])
  }

  @Test func breaksTiesInReadingOrder() throws {
    let index = try index([("Note", "port"), ("Note", "port"), ("Note", "port")])
    let hits = index.search(Query(utf8("port"))).hits
    #expect(hits.map(\.document.rawValue) == [0, 1, 2])
  }

  @Test func explainsTheWholeScore() throws {
    let index = try index([
      ("Routage", "La table de routage vise la passerelle."), ("Autre", "Une table."),
    ])
    let results = index.search(Query(utf8("table routage")), isExplained: true)
    for hit in results.hits {
      let sum = hit.explanation.reduce(0) { $0 + $1.value }
      #expect(abs(sum - hit.score) < 0.001)
    }
  }

  @Test func putsASectionThatAsksBelowOneThatAnswers() throws {
    var asking = SourceDocument(title: utf8("Question"), text: utf8("Quel port ouvrir ?"))
    asking.prior = 0.6
    let answering = SourceDocument(title: utf8("Réponse"), text: utf8("Il faut ouvrir le port."))
    let index = try index(notes: [
      SourceNote(path: utf8("a.md"), title: utf8("A"), documents: [asking, answering])
    ])
    #expect(index.titles("port ouvrir") == ["Réponse", "Question"])
  }

  @Test func countsAllThatWasFoundBeyondTheLimit() throws {
    let index = try index((1...30).map { ("Note \($0)", "un port") })
    let results = index.search(Query(utf8("port")), limit: 3)
    #expect(results.hits.count == 3)
    #expect(results.total == 30)
    #expect(results.noteTotal == 30)
  }
}
