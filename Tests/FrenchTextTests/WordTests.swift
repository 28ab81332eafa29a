import FrenchText
import Testing

@Suite struct WordTests {
  @Test(arguments: [
    ("", ""),
    ("  ... — « » !", ""),
    ("Un réseau privé.", "un/0 réseau/1 privé/2"),
    ("ÉLASTIQUE Œuvre œuf", "élastique/0! œuvre/1 œuf/2"),
    ("port 443, puis 8080", "port/0 443/1# puis/2 8080/3#"),
    ("AWS et ECS", "aws/0! et/1 ecs/2!"),
    ("A b", "a/0 b/1"),
    ("Straße ﬁxe ﬂux", "straße/0 fixe/1 flux/2"),
    ("Привет ΚΌΣΜΕ", "привет/0 κόσμε/1!"),
    ("ŠKODA Ÿ ıŁÓDŹ", "škoda/0! ÿ/1 ıłódź/2"),
    ("東京AWS", "東/0 京/1 aws/2!"),
    ("カナ", "カ/0 ナ/1"),
    ("שלום עולם", "שלום/0 עולם/1"),
    ("coût\u{A0}: 3\u{202F}€", "coût/0 3/1#"),
    ("bien🚀vu ✅ fait", "bien/0 vu/1 fait/2"),
    ("in\u{AD}stance dé\u{200B}ploie\u{FEFF}ment", "instance/0 déploiement/1"),
    ("a×b÷c", "a/0 b/1 c/2"),
    ("m² et n°5", "m/0 et/1 n/2 5/3#"),
  ])
  func cutsTextIntoWords(text: String, expected: String) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    ("l'instance l’instance lʼinstance", "instance/0 instance/1 instance/2"),
    ("L'EBS, D’Amazon", "ebs/0! amazon/1"),
    ("qu'on n'a pas jusqu’à", "on/0 a/1 pas/2 à/3"),
    ("lorsqu’il puisqu'elle quoiqu’on", "il/0 elle/1 on/2"),
    ("ç'a été, c’était", "a/0 été/1 était/2"),
    ("presqu’île quelqu'un", "île/0 un/1"),
    ("l´accès l`accès l‘accès", "accès/0 accès/1 accès/2"),
    ("l'**instance** d'« hôte »", "instance/0 hôte/1"),
    ("l' instance", "l/0 instance/1"),
    ("Aujourd’hui aujourd'hui", "aujourd'hui/0 aujourd'hui/1"),
    ("entr’ouvert", "entr/0 ouvert/1"),
    ("chef-d’œuvre main-d'œuvre", "chef/0 œuvre/1 main/2 œuvre/3"),
    ("AWS's don't we’re it's I'll", "aws/0! don/1 we/2 it/3 i/4"),
    ("d'us-east-1", "us-east-1/0+3$ us/0 east/1 1/2#"),
    ("qu’est-ce", "est/0 ce/1"),
    ("l''x l'-y", "x/0 y/1"),
  ])
  func dropsElisions(text: String, expected: String) {
    #expect(described(text) == expected)
  }

  @Test func startsAgainAfterRestart() {
    let first = Array("pare-feu".utf8)
    let second = Array("autre".utf8)
    var tokenizer = Tokenizer()
    #expect(tokenizer.next(in: first.span)?.width == 2)
    tokenizer.restart()
    let token = tokenizer.next(in: second.span)
    #expect(token?.position == 0 && token?.range == 0..<5)
    #expect(tokenizer.form == Array("autre".utf8))
    #expect(tokenizer.next(in: second.span) == nil)
    #expect(tokenizer.next(in: second.span) == nil)
  }
}
