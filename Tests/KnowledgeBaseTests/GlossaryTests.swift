import KnowledgeBase
import Markdown
import Notes
import Testing

@Suite struct GlossaryTests {
  private func knowledgeBase(_ texts: [String], vocabulary: [[String]] = []) throws -> KnowledgeBase
  {
    let notes = try texts.enumerated().map { number, text in
      try Note(path: "\(number).md", source: SourceText(bytes: Array(text.utf8)))
    }
    return KnowledgeBase(notes: notes, vocabulary: Vocabulary(groups: vocabulary))
  }

  @Test func gathersAllNamesOfATerm() throws {
    let base = try knowledgeBase(
      [
        "# A\n- **EFS (Elastic File System)** : un partage.\n",
        "# B\nLe système de fichiers élastique sert à tous.\n",
      ], vocabulary: [["système de fichiers élastique", "elastic file system"]])
    let term = try #require(base.glossary.terms.first)
    #expect(base.glossary.terms.count == 1)
    #expect(term.names == ["EFS", "Elastic File System", "système de fichiers élastique"])
    for name in ["efs", "ELASTIC FILE SYSTEM", "Amazon EFS", "systeme de fichiers elastique"] {
      #expect(base.glossary.place(of: name) == 0)
    }
  }

  @Test func putsTheDefinitionOfTheTermsOwnNoteFirst() throws {
    let base = try knowledgeBase([
      "# Divers\n- **S3 (Simple Storage Service)** : cité en passant.\n",
      "---\nservice: S3\nnom: Simple Storage Service\ncategorie: Stockage\n---\n# S3\n**S3** : un entrepôt d’objets.\n",
    ])
    let term = try #require(base.glossary.terms.first)
    #expect(term.definitions.map { base.definition(at: $0).text }.first == "un entrepôt d’objets.")
    #expect(term.category == "Stockage")
    #expect(term.note == 1)
  }

  @Test(arguments: [
    "**EC2 (Elastic Compute Cloud)** : service de machines virtuelles.",
    "**EC2** : un service qui loue des machines.", "**EC2** : machines managées, à l’heure.",
    "## EC2\nEC2 est un service de machines.",
    "**EC2** : a fully managed web service for machines.",
    "**EC2 (Elastic Computing Service)** : des machines à louer.",
    "**EC2** : des machines à louer.\n\n```sh\naws ec2 describe-instances\n```",
    "**EC2** : des machines.\n\nLe rôle cite ec2.amazonaws.com et rien d’autre.",
    "**EC2** : des machines.\n\nVoir arn:aws:ec2:eu-west-3::image/ami-1.",
    "# EC2\n\nMachines virtuelles managées, à l’heure.",
  ])
  func knowsAServiceByWhatANoteSaysOfIt(text: String) throws {
    #expect(try knowledgeBase([text + "\n"]).services.map { $0.names[0] } == ["EC2"])
  }

  @Test(arguments: [
    "**Région** : zone où les services sont offerts.",
    "**DDoS (Denial of Service)** : une attaque.",
    "**SaaS (Software as a Service)** : un logiciel loué.", "**microservice** : un service à part.",
    "**Caractéristique clé** : service global, sans région.",
    "**NAT Gateway** : passerelle managée.",
    "**Version** : numéro de la politique.\n\n```sh\naws --version\n```",
    "**Configure** : régler l’outil.\n\n```sh\naws configure\n```",
    "**Policy** : ce que le service attend.",
  ])
  func takesNoOtherTermForAService(text: String) throws {
    #expect(try knowledgeBase([text + "\n"]).services.isEmpty)
  }

  @Test func asksTheFrontMatterAloneWhereMostNotesHaveOne() throws {
    let base = try knowledgeBase([
      "---\nservice: S3\n---\n# S3\n**S3** : des objets.\n",
      "---\nservice: SQS\n---\n# SQS\n**SQS** : des files.\n",
      "# Divers\n**EC2** : service de machines virtuelles.\n",
    ])
    #expect(base.services.map { $0.names[0] } == ["S3", "SQS"])
  }

  @Test func knowsTheNoteThatDefinesATermAndNamesIt() throws {
    let texts = [
      "calcul.md":
        "# Calcul\n\n**EC2** : des machines.\n\n**S3** : cité ici.\n\nVoir [[S3]] et [[EBS]].\n",
      "stockage-s3.md": "# Le stockage objet\n\n**S3 (Simple Storage Service)** : des objets.\n",
      "disques.md": "# Disques EBS et autres\n\n**EBS** : des disques.\n",
    ]
    let notes = try texts.sorted { $0.key < $1.key }.map { path, text in
      try Note(path: path, source: SourceText(bytes: Array(text.utf8)))
    }
    let base = KnowledgeBase(notes: notes, vocabulary: Vocabulary())
    let about = { (name: String) in
      base.glossary.place(of: name).flatMap { base.glossary.terms[$0].note }.map { notes[$0].path }
    }
    #expect(about("S3") == "stockage-s3.md")
    #expect(about("EBS") == "disques.md")
    #expect(about("EC2") == nil)
    var resolver = LinkResolver(base, others: [])
    let led = notes[0].links.map { link -> String? in
      guard case .section(let place) = resolver.destination(of: link, in: 0) else { return nil }
      return notes[place.note].path
    }
    #expect(led == ["stockage-s3.md", "disques.md"])
    #expect(resolver.noteNamed("EC2") == nil)
  }

  @Test func keepsTermsApartThatShareNoName() throws {
    let base = try knowledgeBase(["# A\n- **S3** : des objets.\n- **EBS** : des disques.\n"])
    #expect(base.glossary.terms.map { $0.names[0] } == ["EBS", "S3"])
  }

  @Test func knowsPortsFactsAndNeighboursOfATerm() throws {
    let base = try knowledgeBase([
      "# RDS\nAmazon RDS est une base louée.\n\nAvantages : rien à entretenir.\n",
      "# Plan\n- **RDS** : la base.\n- **EFS** : le partage.\n\nInstances → RDS (port 3306).\n",
    ])
    let place = try #require(base.glossary.place(of: "rds"))
    let term = base.glossary.terms[place]
    #expect(base.facts(about: term).map(\.label) == ["Avantages"])
    #expect(base.ports(of: term).map(\.port.number) == [3306])
    #expect(base.related(to: term) == ["EFS"])
    #expect(base.services.map { $0.names[0] } == [term.names[0]])
  }

  @Test(arguments: [
    // Who uses it, its section, its line, the note's title: the first that names a term.
    (
      "# Plan\n- **ALB** : un répartiteur.\n- **EC2** : une machine.\n\n## EC2\nOuvrir le port 22.\n",
      "EC2"
    ),
    (
      "# ALB\n**ALB** : un répartiteur.\n\n**EC2** : une machine.\n\n## Accès\nEC2 attend sur le port 22.\n",
      "EC2"
    ),
    (
      "# ALB\n**ALB** : un répartiteur.\n\n**EC2** : une machine.\n\n## Accès\nOuvrir le port 22.\n",
      "ALB"
    ),
    // A footnote's text comes last, though it stands above.
    (
      "# ALB\n**ALB** : un répartiteur.\n\n**EC2** : une machine.\n\n## Accès\n[^1]: Depuis 2006.\n\nUn[^1].\n\nDeux.\n\nTrois.\n\nEC2 attend sur le port 22.\n",
      "EC2"
    ),
  ])
  func givesAPortToWhatTheNoteTellsItOf(note: String, name: String) throws {
    let base = try knowledgeBase([note])
    let owners = base.glossary.terms.filter { !base.ports(of: $0).isEmpty }
    #expect(owners.map { $0.names[0] } == [name])
    let places = TermStatements(base).ports.enumerated().filter { !$1.isEmpty }.map(\.offset)
    #expect(places.map { base.glossary.terms[$0].names[0] } == [name])
  }
}
