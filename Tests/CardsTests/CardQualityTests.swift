import Cards
import Notes
import Testing

/// One test a kind of card that nobody would keep, and a sentence of the same shape that one would.
@Suite struct CardQualityTests {
  private static func port(_ text: String) throws -> Deck { try deck(text) }

  @Test func takesAQualityForATermOnlyWhereItIsExplained() throws {
    let deck = try deck(
      "## Quai\n\n- Durée : de trois à six mois selon la marée.\n- Price : depends on the length of the boat.\n"
    )
    #expect(deck.cards("plain-term").isEmpty)
    #expect(deck.omits("Price", .notATerm))
    let explained = try Self.port(
      "## Quai\n\n- Mémoire : la liste des bateaux passés par le quai.\n")
    #expect(explained.cards("plain-term").count == 1)
  }

  @Test(arguments: [
    "si le bateau entre, la cloche sonne deux fois.", "10 tonnes par mât et par jour.",
    "en cas de brume, la corne sonne sans arrêt.", "par défaut, la grue reste levée la nuit.",
    "they cannot enter the harbour after the bell.", "Bateau → Quai → Wagon → Dépôt",
    "permet de régler des options telles que", "nous monterons la lampe en haut de la tour.",
  ])
  func takesNoConditionAmountOrPlanForADefinition(_ text: String) throws {
    let deck = try deck("## Port\n\n- **Grue mobile** : \(text)\n")
    #expect(deck.cards("bold-term").isEmpty)
    #expect(deck.cards("bold-term-reverse").isEmpty)
  }

  @Test(arguments: [
    "Prochaine escale", "Grue et treuil", "3 méthodes d’amarrage",
    "Gives shelter", "Trop de brume", "Best practice", "Concrètement", "Option B",
  ])
  func takesNoPieceOfASentenceForATerm(_ term: String) throws {
    let deck = try deck(
      "## Port\n\n- **\(term)** : une lampe qui éclaire la digue toute la nuit.\n")
    #expect(deck.cards("bold-term").isEmpty)
    #expect(deck.omits(term, .notATerm))
  }

  @Test func asksNothingOfASentenceInPlaceOfATerm() throws {
    let deck = try deck(
      "## Port\n\n- **Le phare règle ça** : une lampe qui éclaire la digue toute la nuit.\n")
    #expect(deck.cards.isEmpty)
  }

  @Test func takesNoMeritForADefinition() throws {
    let deck = try deck(
      "# Phare\n\n## Avantages du phare\n\n- **Sobriété** : évite de brûler du bois toute la nuit.\n- **Portée longue** : limite les naufrages au large des récifs.\n"
    )
    #expect(deck.cards("bold-term").isEmpty)
    #expect(deck.cards("list").count == 1)
  }

  @Test func takesABareListForNoDefinition() throws {
    let deck = try deck(
      "## Port\n\n- Engins : grue, treuil, palan, chariot\n- Palan : poulie, crochet, et une corde qui passe de l’une à l’autre.\n"
    )
    #expect(deck.cards("plain-term").map(\.back).allSatisfy { $0.hasPrefix("poulie") })
    #expect(deck.omits("Engins", .notATerm))
  }

  @Test func asksNoStatementBackwards() throws {
    let deck = try deck(
      "## Port\n\n- **Éclusage** : Les bateaux trop longs peuvent gêner la manœuvre du soir.\n")
    #expect(deck.cards("bold-term").count == 1)
    #expect(deck.cards("bold-term-reverse").isEmpty)
  }

  @Test func asksBackwardsWithoutTheSubjectThatRepeatsTheTerm() throws {
    let deck = try deck(
      "## Port\n\n- **Bouée** : Une bouée est un flotteur amarré au bord du chenal.\n")
    #expect(
      deck.cards("bold-term-reverse").map(\.plainFront) == [
        "« Port » : quel terme répond à cette définition : « un flotteur amarré au bord du chenal » ?"
      ])
  }

  @Test func leavesOutWhatTheQuestionWouldMaskTooOften() throws {
    let deck = try deck(
      "## Port\n\n- **Phare de digue** : phare au bout de la digue, plus bas que le phare du large, sur la digue nord.\n"
    )
    #expect(deck.cards("bold-term-reverse").isEmpty)
  }

  @Test func masksACompoundAsAWhole() throws {
    let deck = try deck(
      "## Port\n\n- **Quai public** : avant-quai ouvert à tous, bordé de pontons et de bancs.\n")
    #expect(
      deck.cards("bold-term-reverse").first?.plainFront.contains("« […] ouvert à tous") == true)
  }

  @Test func asksNoSentenceForItsMeans() throws {
    let deck = try deck(
      "# Port\n\n* Le but :\n  * Une barque lit ses feux avec la lampe du quai.\n  * Une entrée sûre grâce aux bouées.\n"
    )
    #expect(deck.cards("goal").map(\.back) == ["bouées"])
  }

  @Test func takesNoPraiseForADefinition() throws {
    let deck = try deck(
      "# Notes\n\n## Grue\n\nLa grue est l’outil par excellence des dockers.\n\n## Phare\n\nLe phare est une tour qui porte une lampe.\n"
    )
    #expect(deck.cards("heading-sentence").map(\.plainFront) == ["Qu’est-ce que Phare ?"])
  }

  @Test func takesNoSentenceAboutTheNoteForADefinition() throws {
    let deck = try deck("# Guide\n\nCe guide contient des notes sur les phares et les bouées.\n")
    #expect(deck.cards("heading-sentence").isEmpty)
  }

  // MARK: - Lists

  @Test(arguments: [
    "Comme vous le voyez, plusieurs moyens existent", "Il sert aussi dans ces ports",
    "Pour y parvenir, plusieurs voies sont ouvertes", "Autorise le pilote à",
  ])
  func completesNoChattyLead(_ lead: String) throws {
    let deck = try deck("# Port\n\n\(lead) :\n\n- le treuil du quai\n- la corde du bord\n")
    #expect(deck.cards("list").isEmpty)
  }

  @Test func asksALabelledListByItsLabel() throws {
    let deck = try deck(
      "# Port\n\n## Phare\n\nAvantages :\n\n- visible de très loin par temps clair\n- simple à entretenir par un seul gardien\n"
    )
    #expect(deck.fronts.contains("« Phare » : quels sont les 2 avantages ?"))
  }

  @Test func listsNoRemarksAndNoHalfSentences() throws {
    let deck = try deck(
      "# Port\n\n## Grues\n\n- Treuil\n- Have a bell\n\n## Cordes\n\n- Chanvre\n- Fixer avec des outils comme\n"
    )
    #expect(deck.cards("list").isEmpty)
  }

  @Test func listsTheSameMembersOnceAtMost() throws {
    let keys = ["Ouvrir", "Fermer"].map { "## \($0) les vannes\n\n- Nord : roue\n- Sud : levier\n" }
    #expect(try deck("# Port\n\n" + keys.joined(separator: "\n")).cards("list").isEmpty)
  }

  @Test func asksNoCategoryOfASectionWithSeveralLists() throws {
    let deck = try deck(
      PatternTests.harbour
        + "\n\nEncore :\n\n- **GONG** : sonne au fond de la brume du matin.\n- **FANAL** : brille en haut du mât de beaupré.\n\n## Mâts\n\n- **VOILE** : prend le vent et pousse la coque.\n- **VERGUE** : porte la toile en travers du mât.\n"
    )
    #expect(!deck.cards("member").contains { $0.back == "Signaux" })
    #expect(deck.cards("member").contains { $0.back == "Quais" })
  }

  @Test func asksForNoNumberOfAnExample() throws {
    let deck = try deck(
      "# Port\n\n* Quais :\n  * Augmenter le nombre de bateaux reçus de 30 % cette année.\n  * La lampe tourne une fois toutes les 12 secondes environ.\n"
    )
    #expect(deck.cards("number").map(\.back) == ["12 secondes"])
  }

  // MARK: - Tables

  static let table = """
    # Port

    ## Engins

    | Engin | Portée | Quand | Ce que cela change |
    |---|---|---|---|
    | Grue | trente mètres | à marée haute | tout |
    | une lampe | très longue | la nuit | rien du tout |
    """

  @Test func asksACellByWhatItsColumnIs() throws {
    let fronts = try deck(Self.table).fronts
    #expect(fronts.contains("« Engins » : quelle est la portée de « Grue » ?"))
    #expect(fronts.contains("« Engins » : pour « une lampe », quelle est la portée ?"))
    #expect(fronts.contains("« Engins » : quand s’applique « Grue » ?"))
    #expect(fronts.contains("« Engins » : pour « une lampe », qu’est-ce que cela change ?"))
  }

  @Test func asksAComparisonByWhatIsCompared() throws {
    let deck = try deck(
      "# Quai ou ponton\n\n| | Quai | Ponton |\n|---|---|---|\n| Portée | fixe | suit la marée |\n"
    )
    #expect(
      deck.fronts == [
        "« Quai ou ponton » : quelle est la portée de « Quai » ?",
        "« Quai ou ponton » : quelle est la portée de « Ponton » ?",
      ])
  }

  @Test(arguments: [
    ("Couche de peinture", "deux", "pour « Quai », quelle est la couche de peinture"),
    ("Couche", "oui", "qu’en est-il de la couche pour « Quai »"),
    ("Examine", "les coques", "qu’examine « Quai »"),
    ("Plusieurs régions", "en été", "qu’en est-il de « Plusieurs régions » pour « Quai »"),
    ("Contient", "des bornes", "que contient « Quai »"),
    ("Où il se place", "au bord", "pour « Quai », où est-ce qu’il se place"),
    ("Qui s’en sert", "les marins", "pour « Quai », qui s’en sert"),
    ("Pourquoi", "la marée", "pourquoi « Quai »"),
    ("Pour qui", "les marins", "pour qui est « Quai »"),
    ("Se lit", "de loin", "qu’en est-il de « Se lit » pour « Quai »"),
    (
      "Recommandé pour", "les barques", "qu’en est-il de « Recommandé pour » s’agissant de « Quai »"
    ),
  ])
  func asksInFrenchWhatACriterionTells(criterion: String, answer: String, question: String) throws {
    let deck = try deck(
      "# Amarrages\n\n| Critère | Quai | Ponton |\n|---|---|---|\n| \(criterion) | \(answer) | autre chose |\n"
    )
    #expect(deck.fronts.first == "« Amarrages » : \(question) ?")
  }

  @Test func keepsTheIdOfACellWhoseQuestionIsWordedOtherwise() throws {
    let row = "|---|---|---|\n| Portée | fixe | suit la marée |\n"
    let compared = try deck("# Port\n\n| | Quai | Ponton |\n" + row)
    let listed = try deck("# Port\n\n| Mesure | Quai | Ponton |\n" + row)
    #expect(compared.fronts != listed.fronts)
    #expect(compared.cards.map(\.id) == listed.cards.map(\.id))
  }

  @Test func learnsTheFirstRowsOfALongTable() throws {
    let rows = (1...60).map { "| Bouée\($0) | feu numéro \($0) |\n" }.joined()
    let deck = try deck("# Bouées\n\n| Bouée | Feu |\n|---|---|\n" + rows)
    #expect(deck.cards("table").count == Fact.mostRows)
    #expect(deck.cards("table").last?.back == "feu numéro 40")
    #expect(deck.omissions.count { $0.reason == .tooManyRows(20) } == 1)
    let longer = try self.deck60(plus: "| Bouée61 | feu numéro 61 |\n")
    #expect(longer.cards.map(\.id) == deck.cards.map(\.id))
  }

  private func deck60(plus row: String) throws -> Deck {
    let rows = (1...60).map { "| Bouée\($0) | feu numéro \($0) |\n" }.joined()
    return try deck("# Bouées\n\n| Bouée | Feu |\n|---|---|\n" + rows + row)
  }

  @Test func asksNoCellThatWasMeasuredOrRepeatsItsRow() throws {
    let deck = try deck(
      "# Port\n\n| Engin | Temps | Sens |\n|---|---|---|\n| Grue | 3,5 → 3,6 s | bras qui lève |\n| Condition | ~12 ms | Conditions d’accès |\n"
    )
    #expect(deck.cards("table").map(\.back) == ["bras qui lève"])
  }

  // MARK: - French

  @Test(arguments: [
    ("Fonction Lambda", "une fonction Lambda"), ("Sous-réseau", "un sous-réseau"),
    ("Paramètre n", "le paramètre n"), ("Commande find", "la commande find"),
    ("Longueur minimale", "la longueur minimale"), ("Principe du levier", "le principe du levier"),
    ("Comportement de cache", "un comportement de cache"),
    ("Mise à l’échelle planifiée", "la mise à l’échelle planifiée"),
  ])
  func setsTheArticleThatTheNounWants(_ term: String, _ noun: String) throws {
    let deck = try deck(
      "## Port\n\n- **\(term)** : ce que le gardien du phare relève chaque matin.\n")
    let front = try #require(deck.cards("bold-term").first).plainFront
    let isElided = noun.hasPrefix("un")
    #expect(front.hasPrefix("Qu’est-ce qu\(isElided ? "’" : "e ")\(noun)"), "\(front)")
  }

  @Test(arguments: ["Route 53", "Bastion Host", "Application Gateway", "Access Keys"])
  func setsNoArticleBeforeAName(_ term: String) throws {
    let deck = try deck(
      "## Port\n\n- **\(term)** : ce que le gardien du phare relève chaque matin.\n")
    let front = try #require(deck.cards("bold-term").first).plainFront
    #expect(front.contains(term), "\(front)")
  }

  @Test func takesAnEnglishTermForAName() throws {
    let deck = try deck("## Port\n\n- File : copies the list of boats to the other harbour.\n")
    #expect(deck.cards("plain-term").first?.plainFront.hasPrefix("Qu’est-ce que File") == true)
  }
}
