import Notes
import Testing

@Suite struct DefinitionTests {
  struct Case: Sendable {
    var text: String
    var term: String
    var expansion: String?
    var aliases: [String] = []
    var definition: String
    var pattern: Definition.Pattern
    var line: Int
  }

  @Test(arguments: [
    Case(
      text: "# Stockage\n- **EBS (Elastic Block Store)** : Un disque qui dure.\n", term: "EBS",
      expansion: "Elastic Block Store", definition: "Un disque qui dure.", pattern: .boldTerm,
      line: 2),
    Case(
      text: "# Réseau\n- **SUBNET (Sous-réseau)** : Une tranche du réseau.\n", term: "SUBNET",
      aliases: ["Sous-réseau"], definition: "Une tranche du réseau.", pattern: .boldTerm, line: 2),
    Case(
      text: "# Réseau\n**Application Load Balancer (ALB) :** partage les visites.\n",
      term: "Application Load Balancer", aliases: ["ALB"], definition: "partage les visites.",
      pattern: .boldTerm, line: 2),
    Case(
      text: "# Disques\n3. **EBS** (Elastic Block Store) – des disques\n", term: "EBS",
      expansion: "Elastic Block Store", definition: "des disques", pattern: .boldTerm, line: 2),
    Case(
      text: "### Lambda\nAWS Lambda est un service qui lance du code.\nEt autre chose.\n",
      term: "Lambda", definition: "AWS Lambda est un service qui lance du code.",
      pattern: .headingSentence, line: 2),
    Case(
      text: "### Efs\nAmazon Elastic File System (Amazon EFS) est un partage.\n", term: "Efs",
      expansion: "Elastic File System",
      definition: "Amazon Elastic File System (Amazon EFS) est un partage.",
      pattern: .headingSentence, line: 2),
    Case(
      text: "### Secrets\nAWS Secrets Manager vous aide à garder des secrets.\n", term: "Secrets",
      aliases: ["Secrets Manager"],
      definition: "AWS Secrets Manager vous aide à garder des secrets.",
      pattern: .headingSentence, line: 2),
    Case(
      text: "### Cloud formation\nAWS CloudFormation est un outil de description.\n",
      term: "Cloud formation", aliases: ["CloudFormation"],
      definition: "AWS CloudFormation est un outil de description.", pattern: .headingSentence,
      line: 2),
    Case(
      text: "### *Elastic Compute Cloud\n\nest un service qui loue des machines.\n",
      term: "Elastic Compute Cloud", definition: "est un service qui loue des machines.",
      pattern: .headingSentence, line: 3),
    Case(
      text: "# Plan\n* NAT Gateway : Posée dans une tranche publique.\n", term: "NAT Gateway",
      definition: "Posée dans une tranche publique.", pattern: .plainTerm, line: 2),
    Case(
      text: "### 1. *Amazon Machine Image (AMI)*\n- **Description** : Une image de départ.\n",
      term: "Amazon Machine Image", aliases: ["AMI"], definition: "Une image de départ.",
      pattern: .label, line: 2),
    Case(
      text:
        "# 2. Amazon Elastic Container Registry (ECR)\n\nRôle : Ranger les images.\nAvantages : Aucun.\n",
      term: "Amazon Elastic Container Registry", aliases: ["ECR"], definition: "Ranger les images.",
      pattern: .label, line: 3),
    Case(
      text:
        "# Outils\n| Outil | Rôle |\n|---|---|\n| **GuardDuty** | Surveille les journaux sans relâche |\n",
      term: "GuardDuty", definition: "Surveille les journaux sans relâche", pattern: .label, line: 4
    ),
    Case(
      text: "# Notes\n> [!NOTE]\n> **Bucket** : un seau d’objets.\n", term: "Bucket",
      definition: "un seau d’objets.", pattern: .boldTerm, line: 3),
  ])
  func findsADefinition(_ expected: Case) throws {
    let note = try note(expected.text)
    let found = try #require(note.definition(expected.term), "\(note.definitions.map(\.term))")
    #expect(found.expansion == expected.expansion)
    #expect(found.aliases == expected.aliases)
    #expect(found.text == expected.definition)
    #expect(found.pattern == expected.pattern)
    #expect(found.line == expected.line)
  }

  @Test(arguments: [
    "# Lambda\n * [Page de présentation](https://a.test)\n * [Page d'administration](https://b.test)\n",
    "# Coûts estimation :\n",
    "# Load balancer d’application\nElastic Search répartit tout à fait autre chose.\n",
    "# VPC\nSelon la documentation :\n",
    "# VPC\nVoir https://exemple.test pour la suite.\n",
    "# VPC\n```\nnom : valeur\n```\n",
    "# VPC\n[Retour](../a.md) | [Début](/b.md)\n",
    "# VPC\n- Exemple : un réseau\n- Remarque : rien\n",
  ])
  func takesNoTrapForADefinition(text: String) throws {
    #expect(try note(text).definitions.isEmpty)
  }

  @Test func takesARecurringLabelForFacts() throws {
    let text = (1...3).map { "## Thème \($0)\n- **Granularité** : fine \($0).\n" }.joined()
    let note = try note("# Cours\n" + text)
    #expect(note.definitions.isEmpty)
    #expect(note.facts.map(\.subject) == ["Thème 1", "Thème 2", "Thème 3"])
  }

  @Test func knowsToWhichTermANestedOneBelongs() throws {
    let note = try note(
      "# Sécurité\n- **IAM (Identity and Access Management)** : Les droits.\n  - **Rôle IAM** : Une casquette.\n"
    )
    #expect(note.definition("Rôle IAM")?.parent == "IAM")
  }

  @Test(arguments: [
    ("EFS (Elastic File System)", "EFS", "Elastic File System"),
    ("l’Elastic Compute Cloud (Amazon EC2)", "EC2", "Elastic Compute Cloud"),
    ("le Simple Storage Service (S3)", "S3", "Simple Storage Service"),
    ("la MFA (Multi-Factor Authentication)", "MFA", "Multi-Factor Authentication"),
    ("un rôle IAM (Identity and Access Management)", "IAM", "Identity and Access Management"),
    ("des Infrastructure as Code (IaC)", "IaC", "Infrastructure as Code"),
    ("des VPCs (Virtual Private Cloud)", "VPC", "Virtual Private Cloud"),
  ])
  func pairsAcronymsWithTheirExpansions(text: String, short: String, long: String) throws {
    let found = try note("# A\nOn y trouve \(text) et d’autres choses.\n").acronyms
    #expect(found == [Acronym(short: short, expansion: long, section: 0)])
  }

  @Test(arguments: [
    "deux zones de disponibilité (AZ)", "des instances (EC2, conteneurs)", "GPU (P3)",
    "la liste (voir plus bas)",
  ])
  func pairsNothingElse(text: String) throws {
    #expect(try note("# A\nOn y trouve \(text).\n").acronyms.isEmpty)
  }

  @Test(arguments: [
    "Les NACL sont sans état : il faut autoriser le retour.",
    "**Le root a tous les droits** : ne pas l’utiliser.",
    "SQS permet de découpler : oui, toujours.",
    "Les deux règles ne se recouvrent pas : l’une suffit.", "Ce que vous possédez : un appareil.",
    "**Le commentaire n'est pas décoratif** : on le lit.", "Sets are unique : no value twice here.",
    "La base s’ajuste : elle grandit seule.", "Les secrets définissent deux entrées : deux formes.",
  ])
  func takesNoSentenceForATerm(line: String) throws {
    #expect(try note("# Notes\n\n\(line)\n").definitions.isEmpty)
  }

  @Test(arguments: [
    "Région Est", "À ne pas faire", "Mise à jour", "Classe A", "Elle", "Droit d’accès à la console",
    "Capacity reservation", "Règle de débit", "S’authentifier",
  ])
  func takesANounForATerm(name: String) throws {
    #expect(try note("# Notes\n\n**\(name)** : ce que cela veut dire.\n").definition(name) != nil)
  }

  @Test(arguments: [
    "[Réseau : VPC](vpc.md)", "- [Calcul : EC2](ec2.md) et la suite", "Suite : [la page](b.md)",
    "**Cours** : [[stockage]], [[calcul]].", "Lien sauvage : [ici](https://example.org/)",
  ])
  func takesNoLinkForADefinition(line: String) throws {
    #expect(try note("# Notes\n\n\(line)\n").definitions.isEmpty)
  }

  @Test func takesALinkInADefinitionForAPartOfIt() throws {
    let found = try note("# Notes\n\n**VPC** : réseau [privé](b.md) d’une région.\n")
    #expect(found.definition("VPC")?.text == "réseau privé d’une région.")
  }

  @Test(arguments: [
    ("## Lambda c’est quoi ?", "Lambda"), ("## Qu'est-ce que Lambda ?", "Lambda"),
    ("## Qu’est-ce qu’une Lambda", "Lambda"), ("## What is Lambda ?", "Lambda"),
    ("## C’est quoi Lambda", "Lambda"),
  ])
  func readsTheNameThatAHeadingAsksFor(heading: String, term: String) throws {
    let found = try note("\(heading)\nLambda est un service qui lance du code.\n")
    #expect(found.definitions.map(\.term) == [term])
  }

  @Test(arguments: [
    ("# RDS\n\nBase de données relationnelle managée. Multi-AZ.\n", "RDS"),
    ("# Cloud Watch\n\nUn outil de surveillance, pour tout.\n", "Cloud Watch"),
    ("# RDS\n\nNotes du cours de mardi dernier.\n", nil),
    ("# RDS\n\nBase de données relationnelle :\n", nil),
    ("# RDS\n\nLes bases sont relationnelles et managées.\n", nil),
    ("# Mes bases\n\nBase de données relationnelle managée.\n", nil),
    ("# RDS\n\n## Aurora\n\nBase de données relationnelle managée.\n", nil),
  ])
  func readsWhatATitleIsWithoutAVerb(text: String, term: String?) throws {
    #expect(try note(text).definitions.map(\.term) == [term].compactMap(\.self))
  }

  @Test func definesNoTermsInTheRowsBehindTheFirstOfATable() throws {
    let rows = (1...50).map { "| Action\($0) | ce que fait l’action \($0) |\n" }.joined()
    let note = try note("# Actions\n\n| Action | Description |\n|---|---|\n" + rows)
    #expect(note.definitions.count == Fact.mostRows)
    #expect(note.facts.map(\.row) == (0..<50).map { $0 })
    #expect(note.sections[0].text.count == 51)
  }

  @Test func tellsCellsOfARowApart() throws {
    let text = try note("# A\n\n| | EBS | EFS |\n|---|---|---|\n| Type | bloc | |\n").sections[0]
      .text
    #expect(text.map(\.text) == ["EBS · EFS", "Type · bloc"])
  }

  @Test func knowsTheLinesOfCode() throws {
    let text = try note("# A\n\nDu texte.\n\n```sh\n# un commentaire\naws s3 ls\n```\n").sections[0]
      .text
    #expect(text.map(\.isCode) == [false, true, true])
  }

  @Test(arguments: [
    ("Sortie (ports 1024-65535).", ["1024–65535"]), ("Les ports 1024 à 65535.", ["1024–65535"]),
    ("Les ports de 1024 à 65535, et 22.", ["1024–65535", "22"]),
    ("Les ports 80/443.", ["80", "443"]),
    ("| Flux | Port |\n|---|---|\n| RTP | 10000–20000 |", ["10000–20000"]),
    ("Le port 443 à 3 endroits.", ["443"]),
  ])
  func findsRangesOfPorts(text: String, numbers: [String]) throws {
    #expect(try note("# Règles\n\(text)\n").ports.map(\.numbers) == numbers)
  }

  @Test(arguments: [
    ("* Instances → RDS MySQL (port 3306).", [3306], "Instances → RDS MySQL"),
    ("* ALB → Instances (ports 80/443).", [80, 443], "ALB → Instances"),
    ("* Instances → EFS (port NFS 2049).", [2049], "Instances → EFS"),
    ("* SSH : le port 22, pour les personnes.", [22], "SSH"),
    ("Ouvrez les ports 80 et 443.", [80, 443], "Règles"),
    ("| Service | Port |\n|---|---|\n| PostgreSQL | 5432 |", [5432], "PostgreSQL"),
    ("Le transport de 300 colis.", [], ""),
  ])
  func findsPorts(text: String, numbers: [Int], subject: String) throws {
    let ports = try note("# Règles\n\(text)\n").ports
    #expect(ports.map(\.number) == numbers)
    #expect(ports.allSatisfy { $0.subject == subject })
  }

  @Test func knowsTheLineOfAPortBelowAFootnote() throws {
    let aside = try note(
      "# Règles\n[^1]: SSH passe par le port 22.\n\nUne base[^1].\n\nElle attend sur le port 3306.\n"
    )
    #expect(aside.sections[0].text.map(\.line) == [4, 6, 2])
    #expect(
      aside.ports.map { aside.text(of: $0) } == [
        "Elle attend sur le port 3306.", "SSH passe par le port 22.",
      ])
    let row = try note("# R\n[^1]: SSH.\n\nA[^1].\n\n|Service|Port|\n|-|-|\n|RDS|3306|\n")
    #expect(row.ports.map { row.text(of: $0)?.contains("RDS") } == [true])
  }

  @Test func readsCardsThatWereWrittenWithoutTheirMarks() throws {
    let note = try note(
      "# A\nQuel port ?\n?\nLe 22.\n\nPort de RDP :: 3389, `a :: b`\n\n`c :: d`\n")
    #expect(
      note.sections[0].text.map(\.text) == [
        "Quel port ?", "Le 22.", "Port de RDP → 3389, a :: b", "c :: d",
      ])
    #expect(note.writtenCards.map(\.answer) == ["Le 22.", "3389, a :: b"])
  }

  @Test(arguments: [
    ("Que choisir ?\n\n- [ ] A\n- [x] B\n", true), ("À faire :\n\n- [ ] A\n- [x] B\n", false),
    ("Que choisir ?\n\n- [ ] A\n- [ ] B\n", false), ("Que choisir ?\n\n- A\n- B\n", false),
  ])
  func tellsAQuestionFromAListOfTasks(text: String, isQuestion: Bool) throws {
    #expect(try note("# A\n\(text)").sections[0].isQuestion == isQuestion)
  }

  @Test func groupsTheTermsThatAreListedTogether() throws {
    let note = try note(
      "# Plan\n## Stockage\n- **S3** : objets, à l’infini.\n- **EBS** : un disque dur.\n")
    #expect(note.groups.contains { $0.name == "Stockage" && $0.members == ["S3", "EBS"] })
  }

  @Test func collectsLinksAndImagesWithTheirLines() throws {
    let note = try note("# A\nVoir [[AWS AMI|l’AMI]] et\n[la suite](b.md#fin).\n\n![Plan](p.png)\n")
    #expect(
      note.links == [
        NoteLink(kind: .wiki, target: "AWS AMI", text: "l’AMI", section: 0, line: 2),
        NoteLink(
          kind: .inline, target: "b.md", fragment: "fin", text: "la suite", section: 0, line: 3),
      ])
    #expect(note.images == [NoteImage(source: "p.png", alternative: "Plan", section: 0, line: 5)])
  }
}
