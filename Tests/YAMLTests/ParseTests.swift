import Testing
import YAML

@Suite struct ParseTests {
  @Test(arguments: [
    ("bonjour", "1:bonjour"),
    ("a: 1\nb: deux", "1:{1:a=1:1 2:b=2:deux}"),
    ("a:\n  - x\n  - y: z\n", "1:{1:a=2:[2:x 3:{3:y=3:z}]}"),
    ("tags: [vpc, 'nat', \"s3\"]", "1:{1:tags=1:[1:vpc 1:'nat' 1:'s3']}"),
    ("# un commentaire\n\nclef: valeur", "3:{3:clef=3:valeur}"),
    ("clef:\n", "1:{1:clef=1:}"),
    ("texte: |\n  un\n  deux\nfin: x", "1:{1:texte=1:'un\ndeux\n' 4:fin=4:x}"),
    ("texte: >\n  un\n  deux\n", "1:{1:texte=1:'un deux\n'}"),
    (#"e: "\u00e9\0!""#, "1:{1:e=1:'é\0!'}"),
    ("port: !!str 443", "1:{1:port=1:'443'}"),
    ("date: 2024-05-01", "1:{1:date=1:2024-05-01}"),
    ("a: b\r\nc: d\r\n", "1:{1:a=1:b 2:c=2:d}"),
    ("\u{FEFF}a: b", "1:{1:a=1:b}"),
    ("{}", "1:{}"),
    ("[]", "1:[]"),
    ("---\na: b\n---\n: : not : read [", "2:{2:a=2:b}"),
    ("---", "1:"),
    ("--- un\n--- deux\n", "1:un"),
    ("été: naïve 🗻", "1:{1:été=1:naïve 🗻}"),
  ])
  func findsValuesAndTheirLines(text: String, outline: String) throws {
    #expect(try parse(text)?.outline == outline)
  }

  @Test(arguments: ["", "\n\n", "# rien\n", "  \r\n"])
  func holdsNothingWhereNothingIsWritten(text: String) throws {
    #expect(try parse(text) == nil)
  }

  @Test func countsLinesFromTheFirstLineGiven() throws {
    #expect(try parse("a: 1\nb: 2", firstLine: 2)?.outline == "2:{2:a=2:1 3:b=3:2}")
  }

  @Test func repeatsAnAnchoredValueOnTheLineOfItsAlias() throws {
    let text = "base: &b [x, y]\nautre: *b\nnom: &n clef\n*n : 1"
    let outline = "1:{1:base=1:[1:x 1:y] 2:autre=2:[1:x 1:y] 3:nom=3:clef 4:clef=4:1}"
    #expect(try parse(text)?.outline == outline)
  }

  @Test func lastAnchorOfANameWins() throws {
    #expect(try parse("[&a x, *a, &a y, *a]")?.outline == "1:[1:x 1:x 1:y 1:y]")
  }
}
