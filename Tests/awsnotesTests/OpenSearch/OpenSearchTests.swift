import Foundation
import Testing

@testable import awsnotes

/// The files for OpenSearch against its published interfaces: bulk, index creation, analysis.
@Suite struct OpenSearchTests {
  private static let notes = [
    "reseau/nat.md": """
    ---
    service: NAT gateway
    categorie: Réseau
    tags: [examen]
    ---
    # NAT gateway

    **NAT (Network Address Translation)** : une porte\u{2028}qui ne s’ouvre que "de l’intérieur".

    ## Routes

    Deux\tlignes
    d’un texte \\ avec `C:\\n`.

    ## Routes

    Une section du même nom.
    """,
    "caché.md": "---\nrecherche: non\n---\n# Caché\n\nRien.\n",
    "vocabulaire.yml": "- [pare-feu, firewall]\n- [\"a, b\", \"# c\", \"d => e\"]\n",
  ]

  /// Exports the notes, and hands over the lines of the documents and the definition of the index.
  private func withExport(_ body: ([String], [String: Any]) throws -> Void) throws {
    try withFolder { root in
      for (name, text) in Self.notes { try write(text, to: "\(root)/notes/\(name)") }
      let answer = CapturedRun(
        ["export", "opensearch", "\(root)/out.ndjson", "--content", "\(root)/notes"], of: .awsnotes,
        environment: ["XDG_CACHE_HOME": "\(root)/cache"])
      #expect(answer.status == .success)
      #expect(answer.errors.contains("out.mapping.json"))
      let text = try String(contentsOfFile: "\(root)/out.ndjson", encoding: .utf8)
      // The last line must end, too.
      #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
      let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast()
      let definition = try Data(contentsOf: URL(filePath: "\(root)/out.mapping.json"))
      let parsed = try JSONSerialization.jsonObject(with: definition) as? [String: Any]
      try body(lines.map { String(decoding: Array($0), as: UTF8.self) }, try #require(parsed))
    }
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func member(_ json: [String: Any], _ path: String...) -> Any? {
    path.reduce(json as Any?) { ($0 as? [String: Any])?[$1] }
  }

  @Test func writesAnActionBeforeEachDocument() throws {
    try withExport { lines, definition in
      #expect(lines.count == 6)
      let properties = member(definition, "mappings", "properties") as? [String: Any]
      for pair in stride(from: 0, to: lines.count, by: 2) {
        let action = try object(lines[pair])
        #expect(action.keys.sorted() == ["index"])
        #expect((member(action, "index") as? [String: Any])?.keys.sorted() == ["_id"])
        // `dynamic: strict` refuses what the mapping does not name.
        #expect(try object(lines[pair + 1]).keys.sorted() == properties?.keys.sorted())
      }
    }
  }

  @Test func givesEachSectionAnIDThatIsItsAddress() throws {
    try withExport { lines, _ in
      let ids = try stride(from: 0, to: lines.count, by: 2).map {
        member(try object(lines[$0]), "index", "_id") as? String
      }
      #expect(ids[0]?.hasPrefix("reseau/nat.md#") == true)
      #expect(Set(ids).count == 3)
      #expect(ids.allSatisfy { ($0?.utf8.count ?? 513) <= 512 })
      try withExport { again, _ in #expect(again == lines) }
    }
  }

  @Test func writesTheFieldsOfOurOwnIndex() throws {
    try withExport { lines, _ in
      let first = try object(lines[1])
      #expect(first["path"] as? String == "reseau/nat.md")
      #expect(first["title"] as? String == "NAT gateway")
      #expect((first["terms"] as? [String])?.contains("Network Address Translation") == true)
      #expect((first["text"] as? String)?.contains("\"de l’intérieur\"") == true)
      #expect(first["services"] as? [String] == ["NAT gateway"])
      #expect(first["categories"] as? [String] == ["Réseau"])
      #expect(first["tags"] as? [String] == ["examen"])
      #expect(first["prior"] as? Double == 1)
      let second = try object(lines[3])
      #expect(second["headings"] as? [String] == ["NAT gateway"])
      #expect(second["line"] as? Int == 10)
      #expect((second["text"] as? String)?.contains("C:\\n") == true)
    }
  }

  @Test(arguments: ["n/a.md", "n/vocabulaire.yml", "data/awsnotes/revues.sqlite"])
  func replacesNoNoteNoSettingsAndNoReviews(file: String) throws {
    try withFolder { root in
      for name in ["n/a.md", "n/vocabulaire.yml", "data/awsnotes/revues.sqlite"] {
        try write("", to: "\(root)/\(name)")
      }
      for kind in ["opensearch", "anki"] {
        let answer = CapturedRun(
          ["export", kind, "\(root)/\(file)", "--content", "\(root)/n"], of: .awsnotes,
          environment: ["XDG_CACHE_HOME": "\(root)/cache", "XDG_DATA_HOME": "\(root)/data"])
        #expect(answer.status == .misuse)
        #expect(answer.errors.contains("choisissez un autre fichier"))
        #expect(try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8).isEmpty)
      }
    }
  }

  @Test func replacesNoVocabularyThatLiesBesideTheNotes() throws {
    try withFolder { root in
      try write("# A\n", to: "\(root)/n/a.md")
      try write("vocabulary: ../mots.yml\n", to: "\(root)/n/awsnotes.yml")
      try write("- [pare-feu, firewall]\n", to: "\(root)/mots.yml")
      let answer = CapturedRun(
        ["export", "opensearch", "\(root)/mots.yml", "--content", "\(root)/n"], of: .awsnotes,
        environment: ["XDG_CACHE_HOME": "\(root)/cache"])
      #expect(answer.status == .misuse)
      #expect(answer.errors.contains("choisissez un autre fichier"))
      let kept = try String(contentsOfFile: "\(root)/mots.yml", encoding: .utf8)
      #expect(kept == "- [pare-feu, firewall]\n")
    }
  }

  @Test func replacesBothFilesOrNone() throws {
    try withFolder { root in
      try write("# A\n\nun\n", to: "\(root)/n/a.md")
      try write("old", to: "\(root)/o.ndjson")
      try write("old", to: "\(root)/o.mapping.json")
      // The documents are few, the definition is more than four kilobytes.
      let program = try PseudoTerminal.program
      let full = try run(
        "/bin/bash",
        [
          "-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "bash", program, "export", "opensearch",
          "\(root)/o.ndjson", "--content", "\(root)/n",
        ], environment: ["HOME": "\(root)/home", "PATH": "/usr/bin:/bin"])
      #expect(full.status == 2)
      for ending in ["ndjson", "mapping.json"] {
        #expect(try String(contentsOfFile: "\(root)/o.\(ending)", encoding: .utf8) == "old")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
      #expect(names.filter { $0.hasPrefix("o.") } == ["o.mapping.json", "o.ndjson"])
    }
  }

  @Test func writesNoDocumentsWhereTheirDefinitionCannotBe() throws {
    try withFolder { root in
      try write("# A\n\nun\n", to: "\(root)/n/a.md")
      try write("old", to: "\(root)/o.ndjson")
      try write("", to: "\(root)/o.mapping.json/full")
      let answer = CapturedRun(
        ["export", "opensearch", "\(root)/o.ndjson", "--content", "\(root)/n"], of: .awsnotes,
        environment: ["XDG_CACHE_HOME": "\(root)/cache"])
      #expect(answer.status == .misuse)
      #expect(try String(contentsOfFile: "\(root)/o.ndjson", encoding: .utf8) == "old")
    }
  }

  @Test func shortensIDsThatOpenSearchWouldRefuse() throws {
    try withFolder { root in
      let heading = String(repeating: "très ", count: 200)
      try write("# A\n\n## \(heading)un\n\nx\n\n## \(heading)deux\n\ny\n", to: "\(root)/n/a.md")
      let answer = CapturedRun(
        ["export", "opensearch", "\(root)/o", "--content", "\(root)/n"], of: .awsnotes,
        environment: ["XDG_CACHE_HOME": "\(root)/cache"])
      #expect(answer.status == .success)
      let text = try String(contentsOfFile: "\(root)/o", encoding: .utf8)
      let lines = text.split(separator: "\n").map(String.init)
      let ids = try stride(from: 0, to: lines.count, by: 2).map {
        try #require(member(try object(lines[$0]), "index", "_id") as? String)
      }
      #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.utf8.count <= 512 })
      #expect(ids.contains { $0.contains("~") })
    }
  }

  // MARK: The definition of the index

  /// Parameters of the token filters that are used, and of the other parts, as the documentation names them.
  private static let known: [String: Set<String>] = [
    "elision": ["articles", "articles_path", "articles_case"],
    "synonym_graph": ["synonyms", "synonyms_path", "lenient", "format", "expand"],
    "stop": ["stopwords", "stopwords_path", "ignore_case", "remove_trailing"],
    "stemmer": ["language", "name"],
    "BM25": ["k1", "b", "discount_overlaps"],
    "text": ["analyzer", "search_analyzer"],
    "keyword": ["ignore_above", "normalizer"],
    "integer": [], "float": [],
    "custom": ["tokenizer", "filter", "char_filter"],
  ]

  @Test func usesOnlyPartsThatOpenSearchHas() throws {
    try withExport { _, definition in
      #expect(definition.keys.sorted() == ["mappings", "settings"])
      let filters = try #require(
        member(definition, "settings", "analysis", "filter") as? [String: [String: Any]])
      let analyzers = try #require(
        member(definition, "settings", "analysis", "analyzer") as? [String: [String: Any]])
      let normalizers = try #require(
        member(definition, "settings", "analysis", "normalizer") as? [String: [String: Any]])
      let fields = try #require(
        member(definition, "mappings", "properties") as? [String: [String: Any]])
      let similarity = try #require(
        member(definition, "settings", "index", "similarity") as? [String: [String: Any]])
      let parts = [filters, analyzers, normalizers, fields, similarity].flatMap(\.values)
      for part in parts {
        let type = try #require(part["type"] as? String)
        let parameters = try #require(Self.known[type], "\(type)")
        #expect(parameters.isSuperset(of: part.keys.filter { $0 != "type" }), "\(type)")
      }
      let builtIn: Set = ["lowercase", "asciifolding"]
      for analyzer in Array(analyzers.values) + normalizers.values {
        let names = try #require(analyzer["filter"] as? [String])
        #expect(names.allSatisfy { builtIn.contains($0) || filters[$0] != nil })
      }
      for analyzer in analyzers.values { #expect(analyzer["tokenizer"] as? String == "standard") }
      #expect(filters["notes_stemmer"]?["language"] as? String == "light_french")
      for field in fields.values where field["type"] as? String == "text" {
        #expect(analyzers[field["analyzer"] as? String ?? ""] != nil)
        #expect(analyzers[field["search_analyzer"] as? String ?? ""] != nil)
      }
    }
  }

  @Test func looksForSynonymsOnlyWhereAQueryIsAnalysed() throws {
    try withExport { _, definition in
      let filters = { (name: String) in
        self.member(definition, "settings", "analysis", "analyzer", name, "filter") as? [String]
      }
      #expect(filters("notes")?.contains("notes_synonyms") == false)
      // Rules are read with the filters before: were fillers taken away there, names would lose words.
      let searched = try #require(filters("notes_search"))
      let synonyms = try #require(searched.firstIndex(of: "notes_synonyms"))
      #expect(synonyms < (searched.firstIndex(of: "notes_fillers") ?? 0))
    }
  }

  @Test func writesTheVocabularyAsRules() throws {
    try withExport { _, definition in
      let rules = try #require(
        member(definition, "settings", "analysis", "filter", "notes_synonyms", "synonyms")
          as? [String])
      #expect(rules.contains("pare-feu, firewall"))
      #expect(rules.contains("a\\, b, \\# c, d \\=> e"))
      #expect(rules.contains { $0.contains("NAT") && $0.contains("Network Address Translation") })
      #expect(!rules.contains { $0.contains("\n") })
    }
  }

  /// The names of a rule as Solr's format has them: a comma parts, a backslash takes the meaning from what follows.
  private func names(ofRule rule: String) -> [String] {
    var names = [""]
    var isEscaped = false
    for character in rule {
      if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      }
      if character == ",", !isEscaped {
        names.append("")
      } else {
        names[names.count - 1].append(character)
      }
      isEscaped = false
    }
    return names.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func leavesNoNameOutForTheSignsInIt() throws {
    try withExport { _, definition in
      let rules = try #require(
        member(definition, "settings", "analysis", "filter", "notes_synonyms", "synonyms")
          as? [String])
      #expect(rules.map(names(ofRule:)).contains(["a, b", "# c", "d => e"]))
    }
  }

  @Test func weighsFieldsAsOurRankingDoes() throws {
    try withExport { _, definition in
      let fields = member(definition, "settings", "index", "query", "default_field") as? [String]
      #expect(fields == ["title^4.0", "terms^3.0", "headings^2.0", "text^1.0"])
      let similarity = member(definition, "settings", "index", "similarity", "default")
      let numbers = similarity as? [String: Any]
      #expect(abs((numbers?["k1"] as? Double ?? 0) - 1.2) < 0.001)
      #expect(abs((numbers?["b"] as? Double ?? 0) - 0.6) < 0.001)
    }
  }

  @Test func asksWhereTheDocumentsGo() {
    #expect(CapturedRun(["export", "opensearch"], of: .awsnotes).status == .misuse)
  }
}
