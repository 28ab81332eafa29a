import KnowledgeBase
import Search
import Testing

@Suite struct SearchTests {
  private static let library = Result { try KnowledgeBaseTests.library(Folders.notes) }

  @Test(arguments: [
    ("NAT", "boutique.md › Réseau"),
    ("nat", "boutique.md › Réseau"),
    ("groupe de securite", "boutique.md › Réseau"),
    ("groupe de sécurité", "boutique.md › Réseau"),
    ("security group", "boutique.md › Réseau"),
    ("pare-feu", "boutique.md › Réseau"),
    ("pare feu", "boutique.md › Réseau"),
    ("parefeu", "boutique.md › Réseau"),
    ("firewall", "boutique.md › Réseau"),
    ("équilibreur de charge", "boutique.md › Réseau"),
    ("EQUILIBREUR DE CHARGE", "boutique.md › Réseau"),
    ("application load balancer", "boutique.md › Réseau"),
    ("sous-réseau", "boutique.md › Réseau"),
    ("subnet", "boutique.md › Réseau"),
    ("virtual private cloud", "boutique.md › Réseau"),
    ("elastic ip", "boutique.md › Réseau"),
    ("access control list", "boutique.md › Réseau"),
    ("elastic file system", "boutique.md › Stockage"),
    ("simple storage service", "boutique.md › Stockage"),
    ("stockage d’objets", "boutique.md › Stockage"),
    ("stockage d'objets", "boutique.md › Stockage"),
    ("stockage objet", "boutique.md › Stockage"),
    ("data lifecycle manager", "boutique.md › Stockage"),
    ("snapshots", "boutique.md › Stockage"),
    ("ecs", "boutique.md › Conteneurs"),
    ("elastic container service", "boutique.md › Conteneurs"),
    ("task definition", "boutique.md › Conteneurs"),
    ("cloudwatch", "boutique.md › Surveillance"),
    ("cloud watch", "boutique.md › Surveillance"),
    ("iam", "boutique.md › Sécurité"),
    ("identity and access management", "boutique.md › Sécurité"),
    ("secrets manager", "boutique.md › Sécurité"),
    ("cloud map", "boutique.md › Annuaire"),
    ("route53", "visio.md › Route 53"),
    ("ECR", "choix.md › Amazon Elastic Container Registry (ECR)"),
    ("dépôt d’images docker", "choix.md › Amazon Elastic Container Registry (ECR)"),
    ("api gateway", "choix.md › Amazon API Gateway"),
    ("fargate", "choix.md › Tenue en charge"),
    ("lamda", "visio.md › Lambda"),
    ("Lambda", "visio.md › Lambda"),
    ("cloud front", "visio.md › cloudfront"),
    ("CloudFront", "visio.md › cloudfront"),
    ("rds", "visio.md › Rds"),
    ("base de données relationnelle", "visio.md › Rds"),
    ("simple email service", "visio.md › Simple email service"),
    ("cloudformation", "visio.md › Cloud formation"),
    ("alerte de facture", "visio.md › Budgets"),
    ("port mysql", "nuage-prive.md › Règles"),
    ("port 2049", "nuage-prive.md › Règles"),
    ("3306", "nuage-prive.md › Règles"),
    ("bastion", "nuage-prive.md › Réseau & accès"),
    ("autoscaling group", "nuage-prive.md › Calcul"),
    ("launch template", "nuage-prive.md › Calcul"),
    ("modèle de lancement", "nuage-prive.md › Calcul"),
    ("image de machine", "machines.md › Amazon Machine Image (AMI)"),
    ("ami", "machines.md › Amazon Machine Image (AMI)"),
    ("user data", "machines.md › Données utilisateur (User Data)"),
    ("type d’instance", "machines.md › Type d'instance"),
    ("etiquettes", "machines.md › Balises (Tags)"),
    ("key pair", "machines.md › Paire de clés (Key Pair)"),
    ("machines virtuelles", "machines.md › Elastic Compute Cloud"),
  ])
  func putsTheSectionThatAnswersFirst(query: String, section: String) throws {
    #expect(try Self.library.get().found(query).first == section)
  }

  @Test(arguments: [
    ["l'élasticité", "l’élasticité", "L’ÉLASTICITÉ", "l’elasticite"],
    ["groupe de sécurité", "Groupe de Securite", "GROUPE DE SÉCURITÉ"],
    ["stockage d'objets", "stockage d’objets", "Stockage D’Objets"],
  ])
  func answersAlikeHoweverAQueryIsTyped(spellings: [String]) throws {
    let library = try Self.library.get()
    let answers = Set(spellings.map { library.found($0) })
    #expect(answers.count == 1)
  }

  @Test(arguments: [
    ("NAT", "Les machines cachées sortent"), ("lamda", "AWS Lambda est un service"),
    ("ASG", "Ajoute et retire"), ("efs", "Un partage de fichiers"), ("ami", "Une image de départ"),
  ])
  func answersWithTheDefinitionOfATerm(query: String, beginning: String) throws {
    let results = try Self.library.get().index.search(Query(Array(query.utf8)))
    let answer = try #require(results.answer)
    #expect(string(answer.definition).hasPrefix(beginning))
  }
}
