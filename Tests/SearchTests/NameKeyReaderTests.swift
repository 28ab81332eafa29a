import Testing

@testable import Search

@Suite struct NameKeyReaderTests {
  @Test(arguments: [
    "", "de la", "Amazon S3", "AWS", "CloudFront", "Route 53", "us-east-1", "10.0.0.0/16",
    "Les tables de routage", "l’Élasticité", "pare-feu", "aws Lambda@Edge : la fonction", "🚀",
    "https://a.b/c?d=e", "Œuvres d’été", "AWS::EC2::Instance et la suite",
  ]) func readsTheFormsOfTheWords(name: String) {
    var reader = NameKeyReader()
    let forms = normalForms(of: analyzedWords(of: Array(name.utf8)))
    #expect(reader.keys(of: name.utf8.span) == forms)
    #expect(reader.key(of: name.utf8.span) == forms.first)
  }
}
