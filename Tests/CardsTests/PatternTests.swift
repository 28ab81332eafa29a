import Cards
import Testing

/// One test a pattern: what a careful reader would ask of a note of this shape.
@Suite struct PatternTests {
  @Test func asksABoldTermBothWays() throws {
    let deck = try deck("## Eau\n\n- **Vanne** : ferme le tuyau pendant les travaux de la rue.\n")
    #expect(
      deck.cards("bold-term").map(\.plainFront) == ["Qu’est-ce que Vanne, à propos de « Eau » ?"])
    let reverse = try #require(deck.cards("bold-term-reverse").first)
    #expect(reverse.plainFront.contains("ferme le tuyau"))
    #expect(reverse.accepted.first == "Vanne")
    #expect(reverse.kind == .typed)
  }

  @Test func asksWhatAHeadingsFirstSentenceSays() throws {
    let deck = try deck(
      "# Notes\n\n### Moulin\n\nAWS Moulin est un service de calcul qui broie des nombres la nuit.\n"
    )
    #expect(deck.cards("heading-sentence").count == 1)
    let reverse = try #require(deck.cards("heading-sentence-reverse").first)
    #expect(
      reverse.plainFront
        == "Quel service répond à cette définition : « un service de calcul qui broie des nombres la nuit » ?"
    )
  }

  @Test func asksLabelledParagraphsByTheirLabel() throws {
    let deck = try deck(
      "# Phare\n\nRôle : Guider les bateaux vers le port pendant la nuit.\nAvantages : il se voit de loin et ne tombe jamais en panne.\nJustification : aucune bouée ne porte aussi loin que lui.\n"
    )
    #expect(deck.fronts.contains("Quel est le rôle de Phare ?"))
    #expect(deck.fronts.contains("Quels sont les avantages de Phare ?"))
    #expect(deck.fronts.contains("Qu’est-ce qui justifie le choix de Phare ?"))
    #expect(
      deck.fronts.contains("Qu’est-ce qui sert à guider les bateaux vers le port pendant la nuit ?")
    )
  }

  @Test func asksALabelledListUnderAHeading() throws {
    let deck = try deck(
      "# Port\n\n## 1. *Balises*\n\n- **Description** : des feux flottants qui bordent le chenal.\n- **Utilisation** : elles guident les bateaux de nuit.\n"
    )
    #expect(deck.fronts.contains("Que sont les balises ?"))
    #expect(deck.fronts.contains("À quoi servent les balises ?"))
  }

  @Test func asksAPlainTermAndPutsItsContext() throws {
    let deck = try deck(
      "## Quai\n\n* Grue : Soulève les caisses des bateaux et les pose sur les wagons.\n")
    #expect(deck.cards("plain-term").count == 1)
    #expect(
      deck.cards("plain-term-reverse").map(\.plainFront) == [
        "« Quai » : qu’est-ce qui soulève les caisses des bateaux et les pose sur les wagons ?"
      ])
  }

  @Test func asksAnAcronymBothWays() throws {
    let deck = try deck(
      "- **GDP (Garde du phare)** : allume la lampe à la tombée du jour et la nettoie.\n")
    let cards = deck.cards("acronym")
    #expect(
      cards.map(\.plainFront) == [
        "Que signifie le sigle GDP ?", "Quel est le sigle de « Garde du phare » ?",
      ])
    #expect(cards.map(\.back) == ["Garde du phare", "GDP"])
  }

  @Test func asksATranslationBothWays() throws {
    let deck = try deck("- **LIGHTHOUSE (Phare)** : tour qui porte une lampe au bord de la mer.\n")
    #expect(deck.cards("alias").map(\.back) == ["Phare", "LIGHTHOUSE"])
  }

  @Test func asksMembersAndTheirCategory() throws {
    let deck = try deck(Self.harbour)
    let list = try #require(deck.cards("list").first { $0.plainFront.contains("« Quais »") })
    #expect(list.kind == .list)
    #expect(list.accepted == ["GRUE", "TREUIL"])
    let member = try #require(deck.cards("member").first { $0.plainFront.contains("« GRUE »") })
    #expect(member.back == "Quais")
  }

  @Test func asksNestedItemsOfTheirParent() throws {
    let deck = try deck(
      "# Port\n\n* Pilote :\n  * Guide les navires jusqu’au quai.\n  * Annonce les manœuvres par radio.\n"
    )
    let nested = try #require(deck.cards("nested").first)
    #expect(nested.plainFront == "Que fait Pilote ? Citez 2 points.")
    #expect(deck.cards("nested-reverse").map(\.back) == ["Pilote", "Pilote"])
  }

  @Test func asksPortsOfTheirFlowAndBack() throws {
    let deck = try deck(
      "# Port\n\n- Phare → Capitainerie (port 4711)\n- Bouée → Phare (ports 80/443)\n")
    let cards = deck.cards("port")
    #expect(cards.count == 3)
    #expect(cards[0].accepted == ["4711"])
    #expect(cards[1].back == "Phare → Capitainerie")
    #expect(cards[2].accepted == ["80", "443"])
    #expect(
      cards.map(\.plainFront) == [
        "« Port » : par quel port passe le flux de « Phare » vers « Capitainerie » ?",
        "« Port » : quel flux passe par le port 4711 ?",
        "« Port » : par quels ports passe le flux de « Bouée » vers « Phare » ?",
      ])
  }

  @Test func asksARangeOfPortsAsOne() throws {
    let deck = try deck("# Port\n\n- Phare → Bouées (ports 1024-65535)\n")
    #expect(
      deck.fronts == [
        "« Port » : par quelle plage de ports passe le flux de « Phare » vers « Bouées » ?",
        "« Port » : quel flux passe par les ports 1024 à 65535 ?",
      ])
    #expect(deck.cards[0].accepted == ["1024–65535", "1024 à 65535"])
  }

  @Test(arguments: [
    "SSH se fait sur le port 22, RDP sur le 3389.", "Ports : 3306 pour MySQL, 5432 pour PostgreSQL",
  ])
  func asksNoPortOfAHeadingWhoseLineTellsSeveralUses(line: String) throws {
    let deck = try deck("# RDS\n\n\(line)\n")
    #expect(deck.cards("port").isEmpty)
    #expect(deck.omits("RDS", .severalAnswers))
  }

  @Test func asksThePortOfAHeadingThatHasOne() throws {
    let deck = try deck("# RDS\n\nLa base écoute sur le port 3306.\n")
    #expect(deck.fronts == ["Quel port est utilisé pour « RDS » ?"])
  }

  @Test func asksHowManyAndWhichNumber() throws {
    let deck = try deck(
      "# Port\n\n* Quais :\n  * 3 pontons publics pour les voiliers de passage.\n  * La lampe tourne une fois toutes les 12 secondes environ.\n"
    )
    #expect(deck.cards("number").map(\.back) == ["3", "12 secondes"])
    #expect(
      deck.cards("number").map(\.plainFront).first
        == "« Quais » : combien de pontons publics pour les voiliers de passage ?")
  }

  @Test func asksInstanceFamiliesBothWays() throws {
    let deck = try deck(
      "# Machines\n\n- **Catégories** : généraliste (Q3, Q4), optimisé pour le calcul (Z5).\n")
    #expect(
      deck.cards("family").map(\.back) == [
        "Q3, Q4", "généraliste", "Z5", "optimisé pour le calcul",
      ])
  }

  @Test func asksByWhichMeansAGoalIsReached() throws {
    let deck = try deck(
      "# Port\n\n* Le but :\n  * Une entrée sûre grâce aux bouées et au phare.\n  * Une attente courte avec deux pilotes.\n"
    )
    #expect(deck.cards("goal").map(\.back) == ["bouées et au phare", "deux pilotes"])
  }

  @Test func takesNoAdviceForAGoal() throws {
    let deck = try deck(
      "# Port\n\n* Que choisir :\n  * Une entrée large avec du courant ; prenez les bouées.\n")
    #expect(deck.cards("goal").isEmpty)
  }

  static let harbour = """
    # Port

    ## Quais

    - **GRUE** : soulève les caisses des bateaux et les pose à terre.
    - **TREUIL** : enroule les amarres à la force du moteur.

    ## Signaux

    - **BOUÉE** : flotte au bord du chenal et en marque la limite.
    - **CORNE** : sonne dans la brume à intervalles réguliers.
    """
}
