import Foundation
import KnowledgeBase
import Testing

@testable import Site

struct MarkupTests {
  private func page(_ text: String) throws -> String {
    var html = ""
    try withSite(["a.md": "# A\n\n" + text]) { html = $0.file("a/index.html") ?? "" }
    let main = html.split(separator: "<div class=\"text\">").last ?? ""
    return String(main.split(separator: "</article>").first ?? "")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>", "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))",
    "[x](java&#10;script:alert(1))", "![x](javascript:alert(1))", "<javascript:alert(1)>",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "<iframe src=https://a.example></iframe>",
    "<style>*{display:none}</style>", "<b onmouseover=alert(1)>x</b>", "<base href=//a.example>",
    "<form action=//a.example><input></form>", "`<script>alert(1)</script>`",
    "```\"><script>alert(1)</script>\nx\n```", "| <script>a</script> |\n|---|\n| <img onerror=a> |",
    "# <script>alert(1)</script>", "<details ontoggle=alert(1) open>x</details>",
    "[[x\"onclick=alert(1)|<script>a</script>]]",
    "<math><mtext></table><mglyph><style><img src=x onerror=a>",
    "> [!note] <script>alert(1)</script>\n> x", "[^1]\n\n[^1]: <script>alert(1)</script>",
    "<!-- --><script>alert(1)</script> -->", "<meta http-equiv=refresh content=0;url=//a.example>",
  ])
  func makesHarmlessWhatNotesHold(text: String) throws {
    let html = try page(text).lowercased()
    for tag in [
      "<script", "<iframe", "<style", "<base", "<form", "<meta", "<svg onload", "<math",
      "<details ontoggle",
    ] {
      #expect(!html.contains(tag), "\(html)")
    }
    #expect(html.firstMatch(of: /<[a-z]+[^>"]* on[a-z]+\s*=/) == nil, "\(html)")
    #expect(html.firstMatch(of: /(href|src)="\s*(javascript|data|vbscript):/) == nil, "\(html)")
  }

  @Test func writesHTMLAsItIsWhereTheSettingsTrustTheNotes() throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      try site.write("# A\n\n<details><summary>x</summary>y</details>\n", to: "a.md")
      try site.build { $0.site.trustsNotes = true }
      #expect(site.file("a/index.html")?.contains("<details><summary>x</summary>") == true)
    }
  }

  @Test func keepsTagsThatOnlySayHowAWordLooks() throws {
    let html = try page("Ctrl-<kbd>K</kbd>, H<sub>2</sub>O<br>et <b class=\"x\">gras</b>, <i>seul.")
    #expect(html.contains("<kbd>K</kbd>"))
    #expect(html.contains("H<sub>2</sub>O<br>"))
    #expect(html.contains("<b>gras</b>"))
    #expect(!html.contains("<i>"))
  }

  @Test(arguments: [
    ("Port *par défaut* :: 3306", "<dt>Port <em>par défaut</em></dt><dd>3306</dd>"),
    ("Port de SSH ::: 22\nde `RDP` :: 3389", "<dt>de <code>RDP</code></dt><dd>3389</dd></dl>"),
    (
      "Avant\nA B :: C\naprès",
      "<p>Avant</p><dl class=\"written\"><dt>A B</dt><dd>C</dd></dl><p>après</p>"
    ),
    ("Quel port ?\n?\nLe **22**.", "<dt>Quel port\u{202F}?</dt><dd>Le <strong>22</strong>.</dd>"),
    ("Quel port ?\n\n?\n\nLe 22.", "<p>Quel port\u{202F}?</p><p>Le 22.</p>"),
    ("- A B :: C", "<li><dl class=\"written\"><dt>A B</dt><dd>C</dd></dl></li>"),
    ("`a :: b` est un mot", "<p><code>a :: b</code> est un mot</p>"),
    ("Reste :: ", "<p>Reste ::</p>"),
  ])
  func showsCardsThatWereWrittenWithoutTheirMarks(text: String, html: String) throws {
    #expect(try page(text).contains(html))
  }

  @Test func takesNoFileFromElsewhereThroughALink() throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      try site.write("# A\n\n![Un secret](secret.png)\n", to: "a.md")
      try FileManager.default.createSymbolicLink(
        atPath: site.content + "/secret.png", withDestinationPath: "/etc/hostname")
      try site.build()
      #expect(site.file("a/index.html")?.contains("Image absente\u{A0}: Un secret") == true)
      #expect(site.file("fichiers/secret.png") == nil)
    }
  }

  @Test func givesALongGlossaryAPageALetter() throws {
    let terms = (1...301).map { "- **Mot\($0)** : chose numéro \($0) que l’on range.\n" }
    let text =
      "# A\n\n- **Éclair** : trait de lumière.\n- **Eau** : liquide clair.\n" + terms.joined()
    try withSite(["a.md": text]) { site in
      let all = try #require(site.file("glossaire/index.html"))
      #expect(all.contains("href=\"m/#mot1\""))
      #expect(!all.contains("liquide clair"))
      let page = try #require(site.file("glossaire/e/index.html"))
      let (water, lightning) =
        (page.firstRange(of: "iquide clair"), page.firstRange(of: "rait de lumi"))
      #expect(try #require(water).lowerBound < #require(lightning).lowerBound)
    }
  }

  @Test func showsWhatAMissingPictureWouldHaveShown() throws {
    let html = try page("![Un schéma](schema.png) et ![](https://a.example/b.png)")
    #expect(html.contains("Image absente\u{A0}: Un schéma"))
    #expect(!html.contains("<img"))
  }

  @Test func opensDefinitionsOnTheFirstOccurrenceInASection() throws {
    try withSite([
      "a.md": "# A\n\nUn NACL et un NACL.\n\n## B\n\nEncore un NACL, `NACL`, [NACL](nacl.md).\n",
      "nacl.md": "# NACL\n\n**NACL (Network Access Control List)** : le filtre d’un sous-réseau.\n",
    ]) { site in
      let html = try #require(site.file("a/index.html"))
      #expect(html.split(separator: "<button type=\"button\" class=\"term\"").count == 3)
      #expect(html.split(separator: "id=\"def--nacl\"").count == 2)
    }
  }

  @Test func opensTheAnswersOfAQuestionWhenAsked() throws {
    let html = try page(
      "## Question\n\nQuel port ?\n\n- [ ] Le `80` — sans chiffre.\n- [x] Le `443` — HTTPS.\n")
    #expect(
      html.contains(
        "<ul class=\"choices\"><li>Le <code>80</code></li><li>Le <code>443</code></li></ul>"
          + "<details class=\"solution\"><summary>Réponse</summary><ul class=\"choices\">"
          + "<li>Le <code>80</code> — sans chiffre.</li><li class=\"correct\">"))
    #expect(html.contains("Bonne réponse : </span>Le <code>443</code> — HTTPS.</li>"))
  }

  @Test(arguments: [
    "- [ ] a\n- [ ] b\n", "- [x] a\n- [x] b\n",
    "Une question ? Écrivez-moi.\n\nCourses :\n\n- [x] pain\n- [ ] lait\n",
  ])
  func leavesAListOfTasksOpen(list: String) throws {
    let html = try page("## À faire\n\n" + list)
    #expect(html.contains("<ul class=\"tasks\">"))
    #expect(!html.contains("<details"))
  }

  @Test func buildsASiteWhoseOnlyCardIsAQuestion() throws {
    try withSite(["a.md": "Quel port ?\n\n- [ ] 80\n- [x] 443\n"]) { site in
      #expect(site.file("index.html") != nil)
    }
  }

  @Test func saysNothingElsewhereOfWhatAnswersSay() throws {
    try withSite([
      "a.md": "# A\n\n## Question\n\nQuel pare-feu ?\n\n- [ ] NACL — sans état.\n- [x] Rien.\n",
      "nacl.md": "# NACL\n\n**NACL (Network Access Control List)** : le filtre d’un sous-réseau.\n",
    ]) { site in
      let html = try #require(site.file("nacl/index.html"))
      #expect(!html.contains("sans état"))
    }
  }

  @Test func showsWhatIsNoTagOfHTML() throws {
    let html = try page("Puis `ssh`, ssh ubuntu@<adresse-publique>, <kbd>a</kbd><blink>b</blink>\n")
    #expect(html.contains("ubuntu@&lt;adresse-publique&gt;, <kbd>a</kbd>b</p>"))
  }

  @Test func holdsATermTogetherWithWhatTouchesIt() throws {
    let terms = ["ALB", "NLB", "SNS", "SQS", "IAM"].map { "**\($0)** : un service.\n\n" }
    try withSite([
      "a.md": "# A\n\nPar l’ALB ; vite (NLB), SNS/SQS. Puis IAM.\n",
      "b.md": "# B\n\n" + terms.joined(),
    ]) { site in
      let html = try #require(site.file("a/index.html"))
      let signs = [
        "<button": "[", "</button": "]", "<span class=\"held\"": "{", "</span": "}",
      ]
      var text = ""
      for piece in html.split(separator: "<") {
        let parts = "<\(piece)".split(separator: ">", maxSplits: 1)
        text += signs.first { parts[0].hasPrefix($0.key) }?.value ?? ""
        text += parts.dropFirst().first ?? ""
      }
      #expect(
        text.contains("Par {l’[ALB]\u{202F};} vite {([NLB]),} {[SNS]/}{[SQS].} Puis {[IAM].}"))
    }
  }

  @Test func mendsHeadingsThatJump() throws {
    try withSite(["a.md": "# A\n\n#### B\n\nx\n\n## C\n\ny\n"]) { site in
      let html = try #require(site.file("a/index.html"))
      #expect(html.contains("<h2 id=\"b\">B"))
      #expect(html.contains("<h2 id=\"c\">C"))
    }
  }

  @Test func numbersFootnotesAsTheyAreReferredTo() throws {
    let html = try page("Un[^b] deux[^a] trois[^b].\n\n[^a]: A\n[^b]: B\n")
    #expect(html.contains("id=\"ref-1-2\" href=\"#footnote-1\""))
    #expect(html.contains("<li id=\"footnote-1\"><p>B</p>"))
  }

  @Test func namesTablesAfterTheirSectionAndMakesNoLandmarkOfThem() throws {
    let html = try page("| a | b |\n|---|---|\n| c | d |\n")
    #expect(html.contains("role=\"group\" aria-label=\"Tableau\u{202F}: A\" tabindex=\"0\""))
    #expect(!html.contains("role=\"region\""))
  }

  @Test func coloursCode() throws {
    let html = try page("```bash\naws s3 ls # tout\n```\n")
    #expect(html.contains("<span class=\"tok-comment\"># tout</span>"))
  }
}

struct TypographyTests {
  @Test(arguments: [
    ("Quoi ?", "Quoi\u{202F}?"), ("a : b ; c !", "a\u{202F}: b\u{202F}; c\u{202F}!"),
    ("« ici »", "«\u{202F}ici\u{202F}»"), ("10:30 https://a.b", "10:30 https://a.b"),
    ("x := 1 ?y=2", "x := 1 ?y=2"), ("a\u{A0}: b", "a\u{202F}: b"), ("rien", "rien"),
  ])
  func setsSpacesThatAreThere(text: String, set: String) { #expect(frenchSpaced(text) == set) }
}

struct TermMatcherTests {
  private func names(_ text: String, _ terms: [[String]]) -> [String] {
    let bytes = Array(text.utf8)
    let matcher = TermMatcher(terms.map { Term(names: $0) })
    return matcher.matches(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func findsTheLongestName() {
    #expect(names("Un NAT gateway public.", [["NAT"], ["NAT gateway"]]) == ["NAT gateway"])
  }

  @Test func tellsAnAcronymFromAWord() {
    #expect(names("un ami, une AMI, des AMIs", [["AMI"]]) == ["AMI", "AMIs"])
  }

  @Test func readsNamesOfSeveralWordsInAnyCaseAndWithoutAccents() {
    #expect(names("Les Groupes de securite", [["groupe de sécurité"]]).isEmpty)
    #expect(names("Le GROUPE de securite", [["groupe de sécurité"]]) == ["GROUPE de securite"])
  }

  @Test func doesNotJoinWordsOverPunctuation() {
    #expect(names("NAT. Gateway", [["NAT gateway"]]).isEmpty)
    #expect(names("multi-AZ, Multi\u{A0}AZ", [["Multi-AZ"]]) == ["multi-AZ", "Multi\u{A0}AZ"])
  }
}

struct SmallPartsTests {
  @Test func writesRelativeAddresses() {
    let page = PagePath("reseau/vpc/")
    #expect(page.link(to: PagePath("reseau/nacl/"), anchor: "a b") == "../nacl/#a%20b")
    #expect(page.link(to: .home) == "../../")
    #expect(PagePath.home.link(to: .home) == "./")
    #expect(PagePath("", absoluteRoot: "/notes/").link(to: page) == "/notes/reseau/vpc/")
  }

  @Test(arguments: [
    (0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_795_132_800, "2026-11-20"),
    (-1, "1969-12-31"),
  ])
  func tellsTheDayOfAMoment(seconds: Int, day: String) {
    #expect(CivilDate(secondsSince1970: seconds).iso == day)
  }

  @Test func readsSizesOfPictures() {
    let png: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 2, 0, 0, 0, 3,
    ]
    #expect(ImageSize(png) == ImageSize(width: 258, height: 3))
    let gif = Array("GIF89a".utf8) + [0x10, 0, 0x20, 0]
    #expect(ImageSize(gif) == ImageSize(width: 16, height: 32))
    #expect(ImageSize(Array(png.prefix(18))) == nil)
    #expect(ImageSize([0xFF, 0xD8, 0xFF]) == nil)
  }

  @Test(arguments: [
    ("<svg width=\"120\" height='80px' viewBox=\"0 0 9 9\">", ImageSize(width: 120, height: 80)),
    (
      "<?xml version=\"1.0\"?>\n<!-- x -->\n<svg\n  viewBox=\"0,0 24.4 16\"/>",
      ImageSize(width: 24, height: 16)
    ),
    (
      "<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 30 20\">", ImageSize(width: 30, height: 20)
    ),
    ("<svg width=\"60\" viewBox=\"0 0 30 20\">", ImageSize(width: 60, height: 40)),
    ("<svg stroke-width=\"4\" width=\"2em\">", nil), ("<svg width=\"inf\" height=\"nan\">", nil),
    ("<svg viewBox=\"0 0 0 20\">", nil), ("<svg width=\"12\"", nil), ("svg", nil),
  ])
  func readsTheSizeOfADrawing(head: String, size: ImageSize?) {
    #expect(ImageSize(Array(head.utf8)) == size)
  }

  @Test func readsItsOwnRecords() {
    var record = SiteRecord()
    record.identity = 42
    record.entries = ["a b/é.html": .init(key: 7, copies: ["x y.png"]), "c.css": .init(key: .max)]
    record.historyHead = 9
    record.history = ["a b.md": 1_000_000_000]
    record.summary.pages = 2
    record.summary.brokenLinks = [.init(note: "a.md", line: 3, target: "b\tc")]
    let read = SiteRecord(record.bytes)
    #expect(read?.entries == record.entries)
    #expect(read?.identity == 42)
    #expect(read?.historyHead == 9 && read?.history == record.history)
    #expect(read?.summary.brokenLinks.first?.target == "b c")
    for place in record.bytes.indices {
      var damaged = record.bytes
      damaged[place] ^= 1
      #expect(SiteRecord(damaged) == nil)
    }
  }
}
