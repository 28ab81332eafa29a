import Memory
import Testing

@testable import Cards

@Suite struct ExchangeTests {
  private let contents = LogContents(
    reviews: [review(2, "b \"<é>\"\n\u{1}"), review(1), undo(3, of: review(1))],
    flags: [CardFlag(id: id(4), card: "a", path: "é\\a.md", line: 12, time: 4000, isSet: true)],
    joins: [CardJoin(id: id(5), orphan: "a", card: "b", time: 5000)])

  @Test func readsWhatItWrites() throws {
    let json = Exchange(deck: "Notes « AWS »", contents: contents).json
    let read = try Exchange(json: Array(json.utf8))
    #expect(read == Exchange(deck: "Notes « AWS »", contents: contents.sorted()))
    #expect(read.json == json)
  }

  @Test func writesOneEventALine() {
    let contents = LogContents(reviews: [undo(2, of: review(1)), review(1)])
    #expect(
      Exchange(deck: "D", contents: contents).json == """
        {"format": "awsnotes-reviews", "version": 1, "deck": "D", "events": [
        {"id": "\(id(1))", "kind": "review", "card": "vpc", "time": 1000, "rating": 3, "duration": 1000},
        {"id": "\(id(2))", "kind": "undo", "card": "vpc", "time": 2000, "rating": 3, "duration": 0, \
        "undoes": "\(id(1))"}
        ]}

        """)
    #expect(throws: Never.self) {
      try Exchange(json: Array(Exchange(deck: "", contents: LogContents()).json.utf8))
    }
  }

  @Test func mergesTwoMachinesIntoOneHistory() throws {
    try withLogFolder { folder in
      let one = try ReviewLog(path: folder + "/1/revues.sqlite")
      let other = try ReviewLog(path: folder + "/2/revues.sqlite")
      try one.merge(LogContents(reviews: [review(1), review(4), undo(5, of: review(4))]))
      try other.merge(contents)
      let ours = Exchange(deck: "", contents: try one.contents()).json
      let theirs = Exchange(deck: "", contents: try other.contents()).json
      let fromOther = try Exchange(json: Array(theirs.utf8)).contents
      let fromOne = try Exchange(json: Array(ours.utf8)).contents
      #expect(try one.merge(fromOther) == 4)
      #expect(try one.merge(fromOther) == 0)
      #expect(try other.merge(fromOne) == 2)
      let (first, second) = (try one.contents(), try other.contents())
      #expect(first.count == 7 && first.sorted() == second.sorted())
      #expect(ReviewHistory(first).reviews == ReviewHistory(second).reviews)
    }
  }

  @Test func passesOverWhatItDoesNotKnow() throws {
    let json = """
      \u{FEFF}{"events": [{"id": "\(id(0xAB).uppercased())", "kind": "review", "card": "\\u00e9\\ud83d\\ude00",
        "time": 1e3, "rating": 3.0, "other": [null, true, {"a": -1.5e-3}]}],
        "version": 1, "format": "awsnotes-reviews"}
      """
    let event = try #require(try Exchange(json: Array(json.utf8)).contents.reviews.first)
    #expect(event.card == "é😀" && event.time == 1000 && event.id == id(0xAB) && event.duration == 0)
  }

  @Test(arguments: [
    ("{\"a\": 1,\n\n}", ExchangeError.syntax(line: 3)),
    ("", .syntax(line: 1)), ("[1]x", .syntax(line: 1)), ("[01]", .syntax(line: 1)),
    ("[\"\u{1}\"]", .syntax(line: 1)), ("[\"\\ud800\"]", .syntax(line: 1)),
    ("[\"\\u12g4\"]", .syntax(line: 1)), ("[nul]", .syntax(line: 1)), ("[1.]", .syntax(line: 1)),
    (String(repeating: "[", count: 100_000), .syntax(line: 1)),
    ("[]", .notAHistory), ("{\"format\": \"x\", \"version\": 1, \"events\": []}", .notAHistory),
    ("{\"format\": \"awsnotes-reviews\", \"version\": 2, \"events\": []}", .newer(version: 2)),
  ])
  func saysWhatIsWrong(text: String, error: ExchangeError) {
    #expect(throws: error) { try Exchange(json: Array(text.utf8)) }
  }

  @Test(arguments: [
    ("\"id\": \"12\"", "id"), ("\"kind\": \"other\"", "kind"), ("\"time\": -1", "time"),
    ("\"time\": 1.5", "time"), ("\"time\": 9007199254740991", "time"), ("\"rating\": 0", "rating"),
    ("\"rating\": 300", "rating"),
    ("\"card\": 3", "card"), ("\"kind\": \"undo\"", "undoes"), ("\"kind\": \"join\"", "to"),
    ("\"kind\": \"flag\"", "path"),
  ])
  func namesTheMemberThatIsWrong(change: String, member: String) {
    // Of two members with one name the last counts.
    let event = """
      {"id": "\(id(1))", "kind": "review", "card": "a", "time": 1, "rating": 3, \(change)}
      """
    let json = "{\"format\": \"awsnotes-reviews\", \"version\": 1, \"events\": [\(event)]}"
    #expect(throws: ExchangeError.event(number: 1, member: member)) {
      try Exchange(json: Array(json.utf8))
    }
  }

  @Test func writesTablesForOtherPrograms() {
    let history = ReviewHistory(
      LogContents(reviews: [review(2, "b", .easy), review(1, "a"), undo(9, of: review(8))]))
    let cards = [
      card("a", front: "=SOMME(A1), dit \"x\"\nfin", category: "Réseau", service: "@vpc")
    ]
    let table = ReviewTable(history, cards: cards)
    let head = [
      "id", "time", "card", "note", "service", "category", "front", "rating", "duration_ms",
    ]
    #expect(
      table.text(.csv) == head.joined(separator: ",") + "\r\n" + """
        \(id(1)),1970-01-01T00:00:01.000Z,a,reseau/vpc.md,'@vpc,Réseau,"'=SOMME(A1), dit ""x""\nfin",3,1000\r
        \(id(2)),1970-01-01T00:00:02.000Z,b,,,,,4,1000\r

        """)
    #expect(
      table.text(.tsv).split(separator: "\n")[1]
        == "\(id(1))\t1970-01-01T00:00:01.000Z\ta\treseau/vpc.md\t'@vpc\tRéseau\t"
        + "'=SOMME(A1), dit \"x\" fin\t3\t1000")
  }

  @Test func letsNoQuotationMarkOpenACellOfATable() {
    #expect(ReviewTable.Format.tsv.line(["\"=1+1\"", "b"]) == "'\"=1+1\"\tb\n")
    #expect(ReviewTable.Format.csv.line(["\"=1+1\"", "b"]) == "\"\"\"=1+1\"\"\",b\r\n")
  }

  @Test(arguments: [
    "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{200B}=", "\u{202E}@", "\u{1B}+", "\u{7F}-",
  ])
  func letsNoCellBecomeAFormula(start: String) {
    #expect(ReviewTable.Format.tsv.line([start + "1"]).hasPrefix("'"))
    #expect(ReviewTable.Format.csv.line([start + "1"]).drop { $0 == "\"" }.hasPrefix("'"))
  }

  @Test func writesMomentsInUTC() {
    #expect(ReviewTable.date(1_795_255_030_125) == "2026-11-21T09:57:10.125Z")
    #expect(ReviewTable.date(-1) == "1969-12-31T23:59:59.999Z")
  }
}
