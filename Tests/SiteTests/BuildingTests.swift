import Foundation
import KnowledgeBase
import Testing

@testable import Site

struct BuildingTests {
  private static let notes = [
    "reseau/vpc.md":
      "# VPC\n\n**VPC (Virtual Private Cloud)** : un réseau privé.\n\nVoir [[Sous-réseau]].\n",
    "reseau/sous-reseau.md": "# Sous-réseau\n\n**Sous-réseau** : une plage d’adresses d’un VPC.\n",
    "calcul/ec2.md": "# EC2\n\n**EC2 (Elastic Compute Cloud)** : des machines à louer.\n",
  ]

  @Test func writesAPageForEachNoteWithLinksThatWorkOnADisk() throws {
    try withSite(Self.notes) { site in
      let page = try #require(site.file("reseau/vpc/index.html"))
      #expect(page.contains("<h1>VPC</h1>"))
      #expect(page.contains("href=\"../sous-reseau/\""))
      #expect(!page.contains("href=\"/"))
    }
  }

  @Test func showsWhoLeadsHereWithTheSentence() throws {
    try withSite(Self.notes) { site in
      let page = try #require(site.file("reseau/sous-reseau/index.html"))
      #expect(page.contains("Voir Sous-réseau."))
    }
  }

  @Test func makesNothingWhereNothingChanged() throws {
    try withSite(Self.notes) { site in
      let before = site.identity("reseau/vpc/index.html")
      let summary = try site.build()
      #expect(summary.renderedPages == 0)
      #expect(summary.writtenFiles == 0)
      #expect(site.identity("reseau/vpc/index.html") == before)
    }
  }

  @Test func writesOnlyWhatAChangeConcerns() throws {
    try withSite(Self.notes) { site in
      let (other, changed) = (
        site.identity("calcul/ec2/index.html"), site.identity("reseau/vpc/index.html")
      )
      try site.write(
        "# VPC\n\n**VPC (Virtual Private Cloud)** : un réseau privé.\n\nUne phrase de plus.\n",
        to: "reseau/vpc.md")
      let summary = try site.build()
      #expect(site.identity("calcul/ec2/index.html") == other)
      #expect(site.identity("reseau/vpc/index.html") != changed)
      #expect(site.file("reseau/vpc/index.html")?.contains("Une phrase de plus.") == true)
      #expect(summary.renderedPages < summary.pages)
    }
  }

  @Test func removesThePageOfANoteThatIsGone() throws {
    try withSite(Self.notes) { site in
      try site.remove("calcul/ec2.md")
      let summary = try site.build()
      #expect(site.file("calcul/ec2/index.html") == nil)
      #expect(summary.removedFiles > 0)
    }
  }

  /// Notes that tell of each other in every way, so that pages of services, categories and letters hang on them.
  private static let services = [
    "reseau/vpc.md": """
    ---
    service: VPC
    categorie: Réseau
    lies: [EC2, NAT]
    ---
    # VPC

    **VPC (Virtual Private Cloud)** : un réseau privé.

    - **Portée** : une région.

    | Flux | Port |
    |---|---|
    | EC2 → NAT | 443 |

    La [documentation du VPC](https://docs.aws.amazon.com/vpc/) dit le reste.
    """,
    "reseau/nat.md": """
    ---
    service: NAT
    categorie: Réseau
    ---
    # NAT

    **NAT (Network Address Translation)** : une traduction d’adresses.

    ## Prix

    Une passerelle se paie à l’heure. Voir [[VPC]].
    """,
    "calcul/ec2.md": """
    ---
    service: EC2
    categorie: Calcul
    lies: [VPC]
    ---
    # EC2

    **EC2 (Elastic Compute Cloud)** : des machines à louer.

    Sans NAT, elle ne sort pas.
    """,
    "calcul/tailles.md": "# Tailles\n\nDes tailles de EC2, du nano au metal.\n",
  ]

  @Test(arguments: [
    ("calcul/lambda.md", "", "# Lambda\n\n**Lambda** : du code sans serveur, dans un VPC.\n"),
    ("reseau/nat.md", "une traduction d’adresses", "un masque d’adresses"),
    ("reseau/nat.md", "# NAT", "# Traduction NAT"),
    ("reseau/nat.md", "## Prix", "## Tarif"),
    ("reseau/nat.md", "Voir [[VPC]].", "Voir [[EC2]] et la région."),
    ("reseau/nat.md", "categorie: Réseau", "categorie: Accès"),
    ("reseau/nat.md", "service: NAT", "service: Passerelle"),
    ("reseau/vpc.md", "lies: [EC2, NAT]", "lies: [NAT]"),
    ("reseau/vpc.md", "443", "80"),
    ("reseau/vpc.md", "une région.", "une région entière."),
    ("reseau/vpc.md", "amazon.com/vpc/", "amazon.com/vpc/latest/"),
    ("reseau/vpc.md", "documentation du VPC", "référence du VPC"),
    ("calcul/ec2.md", "Sans NAT, elle ne sort pas.", "Sans NAT, aucune machine ne sort."),
    ("calcul/ec2.md", "Cloud)** : des machines", "Cloud, en location)** : des machines"),
    ("calcul/tailles.md", "# Tailles", "# Tailles des machines"),
    ("calcul/tailles.md", "de EC2", "de VPC"),
    ("calcul/tailles.md", "# Tailles", "# EC2"),
  ])
  func givesTheSameSiteStepByStepAndAtOnce(path: String, old: String, new: String) throws {
    try withSite(Self.services) { site in
      let note = Self.services[path] ?? ""
      try site.write(note.isEmpty ? new : note.replacing(old, with: new), to: path)
      try site.build()
      let stepwise = try contents(of: site.output)
      try withTemporaryFolder { folder in
        let fresh = TestSite(folder: folder)
        try FileManager.default.copyItem(atPath: site.content, toPath: fresh.content)
        try fresh.build()
        let whole = try contents(of: fresh.output)
        #expect(Set(stepwise.keys.filter(isPage)) == Set(whole.keys.filter(isPage)))
        for (path, text) in whole where isPage(path) {
          // The index is in several segments in one and in one in the other: its folder has another name.
          #expect(withoutHashes(stepwise[path]) == withoutHashes(text), "\(path)")
        }
      }
    }
  }

  @Test func makesAPageAgainWhosePictureHasAnotherSize() throws {
    let drawing = { (width: Int) in
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"5\"/>"
    }
    try withSite(["a.md": "# A\n\n![Plan](plan.svg)\n", "plan.svg": drawing(10)]) { site in
      #expect(site.file("a/index.html")?.contains("width=\"10\" height=\"5\"") == true)
      try site.write(drawing(300), to: "plan.svg")
      #expect(try site.build().renderedPages == 1)
      #expect(site.file("a/index.html")?.contains("width=\"300\" height=\"5\"") == true)
    }
  }

  @Test func leadsNowhereFromHomeToItself() throws {
    let notes = [
      "index.md": "# Accueil\n\nVoir [A](a.md).\n",
      "a.md": "# A\n\n[Retour](index.md), [B](b.md).\n",
      "b.md": "# B\n\n[Retour](index.md), [A](a.md).\n",
    ]
    try withSite(notes) { site in
      let start = try #require(
        site.file("index.html")?.split(separator: "id=\"debut\"").last?
          .split(separator: "</section>").first)
      #expect(start.contains("href=\"a/\"") && !start.contains("href=\"./\""))
    }
  }

  @Test func givesHeadingsTheirPlacesBelowFrontMatterThatCannotBeRead() throws {
    try withSite(["a.md": "---\ntitre: [oups\n---\n\n# A\n\nUn.\n\n## Deux\n\nTrois.\n"]) { site in
      let page = try #require(site.file("a/index.html"))
      #expect(page.contains("titre: [oups") && !page.contains("id=\"\""))
      for target in page.matches(of: /href="#([^"]+)"/) {
        #expect(page.contains("id=\"\(target.1)\""), "\(target.1)")
      }
    }
  }

  @Test func makesEverythingAnewWhereTheRecordIsDamaged() throws {
    try withSite(Self.notes) { site in
      try Data("awsnotes-site 1\nrubbish".utf8).write(
        to: URL(filePath: site.output + "/" + SiteRecord.name))
      let summary = try site.build()
      #expect(summary.renderedPages == summary.pages)
    }
  }

  @Test func givesNamesThatDifferInSignsPagesOfTheirOwn() throws {
    let note = { (category: String) in "---\ncategorie: \(category)\n---\n# N\n\nTexte.\n" }
    let notes = ["a b/n.md": note("C"), "a+b/n.md": note("C++"), "a-b/n.md": note("\"C#\"")]
    try withSite(notes) { site in
      for page in [
        "a-b/", "a-b-2/", "a-b-3/", "categories/c/", "categories/c-2/", "categories/c-3/",
      ] {
        #expect(site.file(page + "index.html") != nil, "\(page)")
      }
      #expect(site.file("a-b/n-2/index.html")?.contains("../../a-b-2/") == true)
    }
  }

  @Test func tellsLinksThatLeadNowhereWithTheirLines() throws {
    let note = "# A\n\nUn [lien](absent.md).\n\nEt [[Nulle part]].\n\n[Bas](#bas), [haut](#a).\n"
    try withSite(["a.md": note]) { site in
      let summary = try site.build()
      #expect(summary.brokenLinks.map(\.line) == [3, 5, 7])
      #expect(summary.brokenLinks.last?.target == "#bas")
      #expect(site.file("notes-a-ecrire/index.html")?.contains("Nulle part") == true)
    }
  }

  @Test func tellsPicturesThatAreMissingAndLinksThatWouldRun() throws {
    let note = """
      # A

      ![Plan](img/plan.svg) et ![](https://example.com/x.png), puis ![ailleurs](../../y.png).

      [Clic](javascript:alert(1)) et [courriel](mailto:a@example.com).

      [Feuille](feuille.pdf)
      """
    try withSite(["a.md": note]) { site in
      let unchanged = try site.build()
      #expect(unchanged.renderedPages == 0)
      #expect(
        unchanged.brokenLinks.map { "\($0.line) \($0.target)" } == [
          "3 img/plan.svg", "3 ../../y.png", "5 javascript:alert(1)", "7 feuille.pdf",
        ])
    }
  }

  @Test(arguments: [
    ("![Plan](img/plan.svg)", "img/plan.svg"), ("[Plan](img/plan.svg)", "img/plan.svg"),
    ("![Plan](plan%20B.png)", "plan B.png"),
  ])
  func showsAFileThatCameAndForgetsOneThatWent(link: String, file: String) throws {
    try withSite(["a.md": "# A\n\n\(link)\n"]) { site in
      let without = try #require(site.file("a/index.html"))
      #expect(try site.build().brokenLinks.count == 1)
      try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: file)
      #expect(try site.build().brokenLinks.isEmpty)
      #expect(site.file("a/index.html")?.contains("../fichiers/") == true)
      #expect(site.file("fichiers/" + file) != nil)
      try site.remove(file)
      #expect(try site.build().brokenLinks.count == 1)
      #expect(site.file("a/index.html") == without)
      #expect(site.file("fichiers/" + file) == nil)
    }
  }

  @Test(arguments: [
    "[x](../../dehors.md)", "[x](../dehors.md)", "![x](../dehors.png)", "[x](lien.png)",
    "![x](lien.png)", "[[lien.png]]", "[x](sous/../../dehors.md)", "[x](/../dehors.md)",
    "[x](absent.md)", "[x](plan.png)", "![x](PLAN.png)", "[[plan.png]]", "![[Plan.PNG]]",
    "![x](images/plan.png)", "[[images/plan.png]]", "[x](javascript:alert(1))", "<http://a:b/>",
    "[x](https://example.com/)", "[x](a.md)", "[x](#rien)", "[[Rien]]",
  ])
  func tellsTheLinksThatCheckTellsAndNoOthers(link: String) throws {
    try withSite(["a.md": "# A\n\n\(link)\n"]) { site in
      for file in ["../dehors.md", "../dehors.png", "images/plan.png"] {
        try site.write("x", to: file)
      }
      try FileManager.default.createSymbolicLink(
        atPath: site.content + "/lien.png", withDestinationPath: "../dehors.png")
      let built = try site.build().brokenLinks
      let checked = try Library.check(Settings.ofContent(site.content)).findings
      #expect(built.map(\.line) == checked.map(\.line), "\(built) \(checked)")
    }
  }

  @Test func showsAPictureByItsNameAndForgetsOneThatWent() throws {
    try withSite(["a.md": "# A\n\n![[plan.svg]]\n"]) { site in
      #expect(try site.build().brokenLinks.count == 1)
      try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "img/plan.svg")
      #expect(try site.build().brokenLinks.isEmpty)
      #expect(site.file("a/index.html")?.contains("<img src=\"../fichiers/img/plan.svg\"") == true)
      #expect(try site.build().renderedPages == 0)
      try site.remove("img/plan.svg")
      #expect(try site.build().brokenLinks.count == 1)
    }
  }

  @Test func takesNoFileOfTheSiteForOneOfTheNotes() throws {
    try withSite(["a.md": "# A\n\n![[plan.svg]]\n"]) { site in
      try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "img/plan.svg")
      var inside = site
      inside.output = site.content + "/Public"
      for _ in 0..<2 { #expect(try inside.build().brokenLinks.isEmpty) }
      try site.remove("img/plan.svg")
      #expect(try inside.build().brokenLinks.count == 1)
      #expect(try Library.check(Settings.ofContent(site.content)).findings.count == 1)
    }
  }

  @Test func showsArchitecturesWithTheirServicesAndDrawings() throws {
    let note = """
      ---
      lies: [VPC]
      ---
      # Une architecture

      Deux zones, trois étages.

      ```text
      A ──▶ B
      ```

      Voir [EC2](calcul/ec2.md).
      """
    let services = Self.notes.mapValues {
      $0.contains("# Sous-réseau")
        ? $0 : "---\nservice: \($0.contains("VPC") ? "VPC" : "EC2")\n---\n" + $0
    }
    try withSite(services.merging(["trois-tiers.md": note]) { $1 }) { site in
      let page = try #require(site.file("architectures/index.html"))
      #expect(page.contains("<a href=\"../trois-tiers/\">Une architecture</a></h2>"))
      #expect(page.contains("<p>Deux zones, trois étages.</p>"))
      #expect(page.contains("<a href=\"../services/vpc/\">VPC</a>"))
      #expect(page.contains("<a href=\"../services/ec2/\">EC2</a>"))
      #expect(page.contains("A ──▶ B"))
    }
  }

  @Test func listsOnTheServicesPageWhatItsMapShows() throws {
    let note = { (name: String, text: String) in
      "---\nservice: \(name)\n---\n# \(name)\n\n**\(name)** : un service d’AWS.\n\n\(text)\n"
    }
    let notes = ["a.md": note("Aurora", "Dans un [VPC](v.md)."), "v.md": note("VPC", "Rien.")]
    try withSite(notes) { site in
      for (page, other) in [("vpc", "Aurora"), ("aurora", "VPC")] {
        let html = try #require(site.file("services/\(page)/index.html"))
        let list = try #require(html.firstMatch(of: /<ul class="chips">.*?<\/ul>/))
        #expect(list.0.contains(">\(other)</a>"))
      }
    }
  }

  @Test func tellsOnTheServicesPageWhereElseToRead() throws {
    var notes = Self.services
    notes["reseau/nat.md", default: ""] += """


      Le VPC a un [guide](https://example.com/vpc?a=1&b=2#haut), et <https://www.example.org/long/>.
      [Piège](javascript:alert(1)), [voisin](vpc.md). [Encore](https://docs.aws.amazon.com/vpc/)
      """
    try withSite(notes) { site in
      let page = try #require(site.file("services/vpc/index.html"))
      let links = try #require(
        page.firstMatch(of: /<section aria-labelledby="ailleurs">.*?<\/section>/)?.output)
      #expect(
        links.matches(of: /<a href="(http[^"]*)" rel="noopener external">([^<]*)</).map {
          "\($0.output.1) \($0.output.2)"
        } == [
          "https://docs.aws.amazon.com/vpc/ documentation du VPC",
          "https://example.com/vpc?a=1&amp;b=2#haut guide",
          "https://www.example.org/long/ example.org/long",
        ])
      #expect(links.contains("docs.aws.amazon.com · <a class=\"source\" href=\"../../reseau/vpc/"))
      #expect(links.contains("href=\"../../reseau/nat/#prix\">NAT</a>"))
    }
  }

  @Test func givesNotesOfOneNamePagesOfTheirOwn() throws {
    try withSite(["Un été.md": "# Un\n", "un-ete.md": "# Deux\n"]) { site in
      #expect(site.file("un-ete/index.html") != nil)
      #expect(site.file("un-ete-2/index.html") != nil)
    }
  }

  private func contents(of folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    let walk = FileManager.default.enumerator(atPath: folder)
    while let path = walk?.nextObject() as? String {
      if let data = FileManager.default.contents(atPath: folder + "/" + path) {
        files[path] = String(decoding: data, as: UTF8.self)
      }
    }
    return files
  }

  private func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  private func withoutHashes(_ text: String?) -> String? {
    text?.replacing(/(search|quiz)\/[a-z0-9]+\//, with: "HASH/")
      .replacing(/<time datetime="[^"]*">[^<]*<\/time>/, with: "")
  }
}
