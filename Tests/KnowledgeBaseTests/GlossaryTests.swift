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
