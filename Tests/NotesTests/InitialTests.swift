import Testing

@testable import Notes

@Suite struct InitialTests {
  @Test(arguments: [
    ("NAT", "Network Address Translation", true), ("EC2", "Elastic Compute Cloud", true),
    ("S3", "Simple Storage Service", true), ("IaC", "Infrastructure as Code", true),
    ("MFA", "Multi-Factor Authentication", true), ("ACLs", "Access Control List", true),
    ("RTO", "Objectif de temps de reprise", false), ("CF", "CloudFront", true),
    ("ETL", "Extraction, transformation et chargement", false), ("SEO", "Éditeur", false),
    ("EE", "Équipe d’Été", true), ("DA", "Date d’ajout", true), ("A1", "Autre", false),
    ("1A", "Un autre", false), ("", "Rien du tout", false), ("VPC", "", false),
    ("aaaaaaaaaaaa", "a b c", false), ("ASS", "Aß Sß Sß", true), ("X9", "X x", false),
  ])
  func toldByBytesAsByCharacters(short: String, long: String, matches: Bool) {
    #expect(Initials.match(short, long) == matches)
    // A letter that joins with what follows is read as characters.
    #expect(Initials.match(short, long + " \u{200D}") == matches)
    #expect(InitialBytes.match(short.utf8.span, long.utf8.span) == matches)
    #expect(InitialBytes.match(short.utf8.span, (long + " \u{200D}").utf8.span) != !matches)
  }
}
