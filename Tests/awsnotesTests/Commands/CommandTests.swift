import Foundation
import Testing

@testable import awsnotes

@Suite struct CommandTests {
  /// Runs awsnotes over notes in a folder of their own.
  private func run(
    _ words: [String], notes: [String: String] = Self.notes, environment: [String: String] = [:]
  ) throws -> CapturedRun {
    let root = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    for (path, text) in notes {
      let url = URL(filePath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    var run = CapturedRun(
      words + ["--content", root], of: .awsnotes,
      environment: environment.merging(["XDG_CACHE_HOME": "\(root)/.cache"]) { own, _ in own })
    run.output = run.output.replacing(root, with: "NOTES")
    run.errors = run.errors.replacing(root, with: "NOTES")
    return run
  }

  private static let notes = [
    "reseau/nat.md": """
    # NAT gateway

    **NAT (Network Address Translation)** : une porte qui ne s’ouvre que de l’intérieur.

    ## Routes

    La route par défaut des tranches cachées vise la porte NAT.

    | Port | Sens |
    |---:|---|
    | 443 | sortie |
    """,
    "calcul/ec2.md":
      "# EC2\n\nAmazon EC2 est un service qui loue des machines.\n\nVoir [[NAT gateway]].\n",
  ]

  @Test func answersFromTheNotesWhereTheCacheIsDamaged() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try Data("# EC2\n\nUne machine que l’on loue.\n".utf8).write(
      to: URL(filePath: "\(root)/ec2.md"))
    let search = {
      CapturedRun(
        ["search", "machine", "--content", root], of: .awsnotes,
        environment: ["XDG_CACHE_HOME": "\(root)/.cache"]
      ).output
    }
    let right = search()
    #expect(right.contains("loue"))
    let folder = "\(root)/.cache/awsnotes"
    let cache = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    for kind in ["manifest", ".piece", ".names"] {
      var count = Int.max
      for place in sequence(first: 0, next: { $0 + 211 < count ? $0 + 211 : nil }) {
        // A cache that was made anew has files of other names.
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(cache)")
        let name = try #require(names.first { $0.hasSuffix(kind) })
        let file = URL(filePath: "\(folder)/\(cache)/\(name)")
        var damaged = try Data(contentsOf: file)
        count = damaged.count
        damaged[place] ^= 0x21
        try damaged.write(to: file)
        #expect(search() == right)
      }
    }
  }

  @Test func answersWithTheDefinitionThenThePassages() throws {
    let run = try run(["search", "NAT"], environment: ["COLUMNS": "200"])
    #expect(run.status == .success)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(
      lines == [
        "NAT · Network Address Translation · traduction d’adresses",
        "une porte qui ne s’ouvre que de l’intérieur.", "NAT gateway NOTES/reseau/nat.md:3", "",
        "1 NAT gateway › Routes NOTES/reseau/nat.md:7",
        "La route par défaut des tranches cachées vise la porte [NAT]. Port · Sens / 443 · sortie",
        "2 EC2 NOTES/calcul/ec2.md:5",
        "Amazon EC2 est un service qui loue des machines. Voir [NAT] gateway.", "",
        "3 passages dans 2 notes", "",
      ])
  }

  @Test func writesJSONForPrograms() throws {
    let run = try run(["search", "nat", "routes", "--format", "json", "--limit", "1"])
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let found = try #require((parsed as? [[String: Any]])?.first)
    #expect(found["path"] as? String == "NOTES/reseau/nat.md")
    #expect(found["line"] as? Int == 7)
    #expect(found["title"] as? String == "NAT gateway")
    #expect(found["headings"] as? [String] == ["Routes"])
    #expect(found["anchor"] as? String == "routes")
    #expect((found["score"] as? Double ?? 0) > 0)
    #expect((found["snippet"] as? String)?.hasPrefix("La route par défaut") == true)
    #expect(found["definition"] == nil)
  }

  @Test func givesTheDefinitionInJSONWhereATermIsNamed() throws {
    let run = try run(["search", "network", "address", "translation", "--format=json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let found = try #require((parsed as? [[String: Any]])?.first)
    #expect(found["definition"] as? String == "une porte qui ne s’ouvre que de l’intérieur.")
    #expect(found["line"] as? Int == 3)
  }

  @Test func writesATableForPrograms() throws {
    let rows = try run(["search", "machines", "--format", "tsv"]).output.split(separator: "\n")
    #expect(rows.count == 1)
    let cells = rows[0].split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells.count == 5)
    #expect(cells[0] == "NOTES/calcul/ec2.md")
    #expect(cells[1] == "3")
    #expect(cells[3] == "EC2")
  }

  @Test func explainsScores() throws {
    let output = try run(["search", "porte", "cachées", "--explain"]).output
    #expect(output.contains("mot porte"))
    #expect(output.contains("note entière"))
  }

  @Test func excludesAWordTypedWithADash() throws {
    #expect(try run(["search", "nat", "-machines"]).output.contains("nat.md"))
    #expect(try !run(["search", "nat", "-machines"]).output.contains("ec2.md"))
  }

  @Test func saysWhatItLookedForInstead() throws {
    let run = try run(["search", "machinse"])
    #expect(run.status == .success)
    #expect(
      run.output.hasPrefix(
        "«\u{A0}machinse\u{A0}» n’est dans aucune note. Essayez\u{A0}: machines\n"))
  }

  @Test func endsWithOneWhereNothingIsFound() throws {
    let run = try run(["search", "zzzz"])
    #expect(run.status.code == 1)
    #expect(run.output == "Aucun passage ne répond à «\u{A0}zzzz\u{A0}».\n")
    #expect(try self.run(["search", "zzzz", "--format", "json"]).output == "[]\n")
  }

  @Test(arguments: [["search", "\"\""], ["search", "+"], ["search"]])
  func endsWithTwoWhereNothingIsAsked(words: [String]) throws {
    #expect(try run(words).status == .misuse)
  }

  @Test func speaksEnglishWhereTheLocaleDoes() throws {
    let english = ["LC_ALL": "en_US.UTF-8"]
    #expect(
      try run(["search", "zzzz"], environment: english).output == "No passage answers “zzzz”.\n")
    #expect(try run(["check"], environment: english).errors == "Nothing to mend in 2 notes.\n")
  }

  @Test func takesItsLanguageFromTheSettingsWhereNoLocaleIsSet() throws {
    let notes = ["a.md": "# A\nmot\n", "awsnotes.yml": "langue: en\n"]
    #expect(try run(["search", "zzzz"], notes: notes).output == "No passage answers “zzzz”.\n")
  }

  @Test func showsTheCardOfATerm() throws {
    let output = try run(["show", "network address translation"]).output
    #expect(output.hasPrefix("NAT · Network Address Translation"))
    #expect(output.contains("une porte qui ne s’ouvre que de l’intérieur."))
    #expect(output.contains("Où il en est question"))
  }

  @Test(arguments: [["--note", "NAT"], ["NAT gateway", "--note"], ["reseau/nat.md"]])
  func showsANoteLaidOut(words: [String]) throws {
    let output = try run(["show"] + words).output
    #expect(output.contains("Routes\n"))
    #expect(output.contains("Port │ Sens\n─────┼───────\n 443 │ sortie\n"))
  }

  @Test func saysWhereToLookForWhatItDoesNotKnow() throws {
    let run = try run(["show", "girafe"])
    #expect(run.status == .failure)
    #expect(run.errors.contains("awsnotes search girafe"))
  }

  @Test func listsNotesTermsAndServices() throws {
    #expect(try run(["list", "notes", "--format", "tsv"]).output.split(separator: "\n").count == 2)
    #expect(try run(["list", "terms"]).output.contains("NAT  Network Address Translation"))
    #expect(try run(["list", "services", "--format", "tsv"]).output.hasPrefix("EC2\t"))
    #expect(try run(["list", "girafes"]).status == .misuse)
    let json = try run(["list", "terms", "--format", "json"]).output
    #expect((try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])?.count == 2)
  }

  @Test func checksNotes() throws {
    let notes = ["a.md": "# A\nmot [[Rien]]\n\n#### B\n![x](y.png)\n"]
    let run = try run(["check"], notes: notes)
    #expect(run.status.code == 1)
    #expect(
      run.output == """
        NOTES/a.md:2: aucune note ne s’appelle «\u{A0}Rien\u{A0}»
        NOTES/a.md:4: un titre de niveau 4 suit un titre de niveau 1
        NOTES/a.md:5: image introuvable\u{A0}: y.png

        """)
    let json = try self.run(["check", "--format", "json"], notes: notes).output
    let findings = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(
      findings?.map { $0["kind"] as? String } == [
        "unresolved-wiki-link", "heading-jump", "missing-image",
      ])
  }

  @Test func indexesAndSaysHowMuch() throws {
    #expect(try run(["index"]).output == "2 notes, 3 sections\u{A0}; notes relues\u{A0}: 2\n")
  }

  @Test func saysThatAFolderHoldsNoNotes() throws {
    let run = try run(["search", "x"], notes: ["lisez.txt": "rien"])
    #expect(run.status == .misuse)
    #expect(
      run.errors
        == "awsnotes: aucune note dans NOTES. Créez-y un fichier .md ou indiquez un autre dossier avec --content.\n"
    )
  }

  @Test func saysWhereSettingsAreWrong() throws {
    let run = try run(
      ["search", "x"], notes: ["a.md": "x", "awsnotes.yml": "titre: A\nlangeu: fr\n"])
    #expect(
      run.errors
        == "awsnotes: NOTES/awsnotes.yml:2: réglage inconnu\u{A0}: «\u{A0}langeu\u{A0}». Vouliez-vous dire «\u{A0}langue\u{A0}»\u{A0}?\n"
    )
    #expect(run.status == .misuse)
  }

  @Test func printsTheCardsOfTheNotes() throws {
    let run = try run(["cards", "--kind", "typed"], environment: ["COLUMNS": "100"])
    #expect(run.status == .success)
    let text = run.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(text.contains("Que signifie le sigle NAT ?"))
    #expect(text.contains("    Network Address Translation"))
    #expect(text.contains("NOTES/reseau/nat.md:3"))
  }

  @Test func printsCardsAsJSONLines() throws {
    let run = try run(["cards", "--format", "jsonl", "--note", "nat"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count >= 3)
    for line in lines {
      let card = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(
        Set(card?.keys.map(\.self) ?? []) == [
          "id", "note", "line", "section", "pattern", "kind", "front", "back", "accept", "choices",
        ])
      #expect(card?["note"] as? String == "NOTES/reseau/nat.md")
    }
  }

  @Test func tellsWhatBecameNoCardAndWhy() throws {
    var notes = Self.notes
    notes["stop.md"] = "---\ncartes: non\n---\n\n# Halte\n"
    let french = try run(["cards", "--why"], notes: notes)
    #expect(french.output.contains("NOTES/stop.md:1: Halte · l’en-tête dit « cartes : non »"))
    let english = try run(["cards", "--why"], notes: notes, environment: ["LANG": "en_GB.UTF-8"])
    #expect(english.output.contains("NOTES/stop.md:1: Halte · the front matter says “cards: no”"))
  }

  @Test func saysWhereThereIsNoCard() throws {
    let run = try run(["cards", "--tag", "rien"])
    #expect(run.status == .failure)
    #expect(run.output.contains("Aucune carte."))
  }
}
