import Memory
import Testing

/// The verdict on an answer in one word.
func verdict(_ given: String, for accepted: String..., others: [String] = []) -> String {
  let grader = Grader(
    accepted: accepted.map { Array($0.utf8) }, others: others.map { Array($0.utf8) })
  return switch grader.grade(Array(given.utf8).span) {
  case .exact: "exact"
  case .typo: "typo"
  case .wrong: "wrong"
  }
}

@Suite struct GraderTests {
  @Test(
    arguments: [
      ("Équilibreur de charge", "equilibreur de charge"),
      ("NAT Gateway", "nat gateway"),
      ("Table de routage", "la table de routage"),
      ("Liste de contrôle d’accès", "liste de contrôle d'accès"),
      ("Mise en œuvre", "mise en oeuvre"),
      ("Sous-réseau", "sous réseau"),
      ("Sous-réseau", "SOUSRESEAU"),
      ("VPC (Virtual Private Cloud)", "VPC"),
      ("VPC (Virtual Private Cloud)", "virtual private cloud"),
      ("VPC", "VPC (Virtual Private Cloud)"),
      ("Elastic Block Store (EBS)", "EBS (Elastic Block Store)"),
      ("Amazon S3", "S3"),
      ("Lambda", "AWS Lambda"),
      ("CloudWatch", "Cloud Watch"),
      ("L’instance", "une instance"),
      ("S3 (Simple Storage Service)", "simple storage service"),
      ("EC2 (Elastic Compute Cloud)", "ec2"),
      ("e\u{301}lasticite\u{301}", "Élasticité"),
      ("Point de terminaison", "  point de\u{A0}terminaison. "),
      ("Front & Back", "front et back"),
      ("Classiﬁcation", "classification"),
      ("m² ＡＷＳ", "m2 aws"),
      ("3306", "3306"),
    ])
  func acceptsWhatAPersonWouldAccept(_ accepted: String, _ given: String) {
    #expect(verdict(given, for: accepted) == "exact")
  }

  @Test(
    arguments: [
      ("Lambda", "lamdba"), ("Azure", "Azurr"), ("Fargate", "Fargat"),
      ("CloudFront", "clodfrnt"), ("Groupe de sécurité", "grouppe de securrite"),
      ("VPC (Virtual Private Cloud)", "virtual privat cloud"), ("Route 53", "Ruote 53"),
      ("Passerelle internet", "paserelle intrenet"),
    ])
  func forgivesTypingErrorsByLength(_ accepted: String, _ given: String) {
    #expect(verdict(given, for: accepted) == "typo")
  }

  @Test(
    arguments: [
      ("S3", "S4"), ("ECS", "ECR"), ("3306", "3307"), ("IPv4", "IPv6"), ("99,99 %", "9999"),
      ("Route 53", "Route 54"), ("EC2", "EC 3"), ("Lambda", "lamda s"), ("Fargate", "forgot"),
      ("NACL", "NAC"), ("Subnets (publics)", "Subnets (privés)"), ("Lambda", ""), ("Lambda", "()"),
      ("Lambda", "\u{FEFF}\u{301}"), ("CloudFront", "CloudTrail"),
      ("Subnet (Sous-réseau)", "sous-réseau"),
    ])
  func refusesOtherCodesAndOtherTerms(_ accepted: String, _ given: String) {
    #expect(verdict(given, for: accepted) == "wrong")
  }

  @Test func refusesAnErrorThatIsAsNearToAnotherTerm() {
    #expect(verdict("Subnot", for: "Subnet") == "typo")
    #expect(verdict("Snowbell", for: "Snowball", others: ["Snowball Edge"]) == "typo")
    #expect(verdict("Autora", for: "Aurora", others: ["Autora"]) == "wrong")
    #expect(verdict("cloudwatcg", for: "CloudWatch", others: ["CloudWatch Logs"]) == "typo")
    #expect(verdict("egress", for: "ingress", others: ["Egress"]) == "wrong")
  }

  @Test func takesNoPluralOrAliasOfTheAnswerForAnotherTerm() {
    #expect(verdict("instanve", for: "Instance", others: ["Instances"]) == "typo")
    #expect(
      verdict("security gruop", for: "Security Group", others: ["SECURITY GROUPS"]) == "typo")
  }

  @Test func comparesWithTheNearestOfTheAcceptedAnswers() throws {
    let grader = Grader(
      accepted: ["SUBNET (Sous-réseau)", "Sous-réseau"].map { Array($0.utf8) })
    guard case .typo(let alignment) = grader.grade(Array("sous-resau".utf8).span) else {
      Issue.record("no typing error")
      return
    }
    #expect(alignment.accepted == 1)
  }

  @Test func givesGoodForARightAnswerAndAgainForAWrongOne() {
    let grader = Grader(accepted: [Array("Lambda".utf8)])
    let rating = { (given: String) in grader.grade(Array(given.utf8).span).rating }
    #expect(rating("lambda") == .good)
    #expect(rating("lambdz") == .good)
    #expect(rating("fargate") == .again)
    #expect(Rating(choiceIsRight: true) == .good)
    #expect(Rating(choiceIsRight: false) == .again)
  }

  @Test func survivesAnyBytes() {
    var random = SplitMix64(seed: 8)
    let letters = Array("aé’()œ &3Ｗ\u{301}\n,".utf8) + [0xFF, 0xC3, 0xE2, 0xF0, 0]
    let text = { (random: inout SplitMix64) in
      (0..<random.next(below: 24)).map { _ in letters[random.next(below: letters.count)] }
    }
    for _ in 0..<5000 {
      let accepted = [text(&random), text(&random)]
      let given = text(&random)
      let others = [text(&random)]
      switch Grader(accepted: accepted, others: others).grade(given.span) {
      case .exact, .wrong(nil): break
      case .typo(let alignment), .wrong(let alignment?):
        let expected = accepted[alignment.accepted]
        #expect(alignment.steps.allSatisfy { $0.expected.upperBound <= expected.count })
        #expect(alignment.steps.allSatisfy { $0.given.upperBound <= given.count })
      }
      _ = ListGrader(items: [[accepted[0]], others], others: [accepted[1]]).grade(given.span)
    }
  }
}
