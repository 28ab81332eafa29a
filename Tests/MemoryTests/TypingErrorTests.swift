import Foundation
import Memory
import Testing

@Suite struct TypingErrorTests {
  @Test func acceptsNearlyEveryAnswerWithOneTypingError() {
    let count = TypingErrors(terms: ownTerms).count()
    #expect(count.typos > 4_000)
    #expect(count.share >= 0.99, "\(count)")
    #expect(count.wronglyAccepted.isEmpty, "\(count.wronglyAccepted)")
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: sharedFolder.appending(path: "seeds").path),
      "There are no notes in ../shared/seeds beside the checkout."))
  func acceptsTypingErrorsInTheTermsOfNotes() throws {
    let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Content")
    var terms: Set<String> = []
    for folder in [sharedFolder.appending(path: "seeds"), content] {
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "md" else { continue }
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for match in text.matches(of: /\*\*([^*\n]{2,40}?) ?:?\*\* ?:/) {
          terms.insert(String(match.1))
        }
      }
    }
    let count = TypingErrors(terms: terms.sorted()).count()
    #expect(count.share >= 0.99, "\(count)")
    #expect(count.wronglyAccepted.count * 1000 <= count.pairs, "\(count.wronglyAccepted)")
  }
}

/// Answers with one typing error each, drawn from a seed, and answers that name another term.
private struct TypingErrors {
  var terms: [String]

  struct Count: CustomStringConvertible {
    var typos = 0
    var refused: [String] = []
    var pairs = 0
    var wronglyAccepted: [String] = []

    var share: Double { 1 - Double(refused.count) / Double(typos) }

    var description: String {
      "\(refused.count) of \(typos) refused: \(refused.prefix(20)); "
        + "\(wronglyAccepted.count) of \(pairs) wrongly accepted"
    }
  }

  func count() -> Count {
    var count = Count()
    var random = SplitMix64(seed: 2026)
    let bytes = terms.map { Array($0.utf8) }
    for (place, term) in terms.enumerated() {
      let others = bytes.indices.filter { $0 != place }.map { bytes[$0] }
      let grader = Grader(accepted: [bytes[place]], others: others)
      let letters = Array(term.prefix { $0 != "(" })
      if letters.count(where: \.isLetter) >= 5 {
        for typo in Self.typos(of: letters, &random) {
          count.typos += 1
          if !grader.grade(Array(typo.utf8).span).isRight {
            count.refused.append("\(term): \(typo)")
          }
        }
      }
      for other in terms where other != term {
        count.pairs += 1
        if case .typo = grader.grade(Array(other.utf8).span) {
          count.wronglyAccepted.append("\(term): \(other)")
        }
      }
    }
    return count
  }

  /// Each letter left out, doubled, swapped with the next, replaced, and one put before it; words with a
  /// digit are codes and stay as they are.
  private static func typos(of term: [Character], _ random: inout SplitMix64) -> [String] {
    var typos: [String] = []
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    for place in term.indices where term[place].isLetter && !isCode(term, at: place) {
      let letter = alphabet[random.next(below: 26)]
      let other = alphabet[random.next(below: 26)]
      let head = String(term[..<place])
      let tail = String(term[(place + 1)...])
      typos += [head + tail, head + [term[place], term[place]] + tail]
      typos += [head + [letter] + tail, head + [other, term[place]] + tail]
      if place + 1 < term.count, term[place + 1].isLetter {
        typos.append(head + [term[place + 1], term[place]] + tail.dropFirst())
      }
    }
    return typos
  }

  private static func isCode(_ term: [Character], at place: Int) -> Bool {
    let head = term[..<place].reversed().prefix { !$0.isWhitespace }
    let tail = term[place...].prefix { !$0.isWhitespace }
    return head.contains(where: \.isNumber) || tail.contains(where: \.isNumber)
  }
}

/// Terms as notes have them.
private let ownTerms = """
  Lambda|Fargate|CloudFront|CloudWatch|CloudTrail|CloudFormation|Aurora|DynamoDB|Redshift|Glacier
  Route 53|Internet Gateway|NAT Gateway|API Gateway|Storage Gateway|Security Group|Network ACL
  Table de routage|Sous-réseau public|Sous-réseau privé|Équilibreur de charge|Groupe de sécurité
  Zone de disponibilité|Région|Point de terminaison|Passerelle internet|Élasticité|Instance réservée
  Instance ponctuelle|Chiffrement au repos|Chiffrement en transit|Clé de partition|Haute disponibilité
  Tolérance aux pannes|Mise en œuvre|Mise à l’échelle automatique|Responsabilité partagée
  Elastic Beanstalk|Elastic File System|Elastic Block Store|Auto Scaling|Step Functions|EventBridge
  Secrets Manager|Systems Manager|Parameter Store|Trusted Advisor|Cost Explorer|Savings Plans|Budgets
  Snowball|Snowmobile|DataSync|Transfer Family|Athena|Kinesis|QuickSight|SageMaker|Rekognition|Polly
  Réplication|Sauvegarde|Instantané|Volume|Compartiment|Objet|Cycle de vie|Politique IAM|Rôle IAM
  VPC (Virtual Private Cloud)|ECS (Elastic Container Service)|EC2|S3|RDS|SQS|SNS|KMS|ECR|EKS|EFS|EBS
  """.split { $0 == "|" || $0 == "\n" }.map(String.init)
