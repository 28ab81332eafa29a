import Search
import Testing

@Suite struct SnippetTests {
  private func snippet(
    _ text: String, _ query: String, length: Int = 60, code: [Int] = []
  ) throws -> Snippet {
    let index = try index(notes: [
      SourceNote(
        path: utf8("a.md"), title: utf8("A"),
        documents: [
          SourceDocument(
            title: utf8("A"), line: 3, text: utf8(text),
            textLines: Array(5..<5 + text.split(separator: "\n").count), codeLines: code)
        ])
    ])
    let results = index.search(Query(utf8(query)))
    return index.snippet(of: DocumentID(0), for: results, length: length)
  }

  @Test func marksEveryFormOfTheWords() throws {
    let found = try snippet("Les instances privées et l’instance publique.", "instance")
    #expect(found.highlights.map { string(Array(found.text[$0])) } == ["instances", "instance"])
  }

  @Test func choosesTheWindowWithMostOfTheQuery() throws {
    let start = "La table est mise. " + String(repeating: "Rien à dire ici. ", count: 12)
    let found = try snippet(start + "La table de routage vise la passerelle.", "table routage")
    #expect(string(found.text).hasPrefix("La table de routage"))
    #expect(found.isCutBefore)
  }

  @Test func tellsTheSourceLineOfItsFirstHit() throws {
    let found = try snippet("Une ligne.\nUne autre.\nLe port 3306.", "3306", length: 200)
    #expect(found.line == 7)
  }

  @Test func tellsRowsOfATableApart() throws {
    let text = "Trois lignes :\nType · bloc\nPartage · non, un port\nPrix · port\nFin du port."
    let found = try snippet(text, "port", length: 200)
    #expect(
      string(found.text)
        == "Trois lignes : Type · bloc / Partage · non, un port / Prix · port Fin du port.")
    #expect(found.highlights.map { string(Array(found.text[$0])) } == ["port", "port", "port"])
  }

  @Test func quotesProseRatherThanTheCommentOfACommand() throws {
    let text =
      "# copier un fichier vers le port\nports cp fichier\nLa copie d’un fichier vers le port."
    let found = try snippet(text, "copier fichier port", length: 80, code: [0, 1])
    #expect(string(found.text) == "La copie d’un fichier vers le port.")
    #expect(found.line == 7)
    #expect(try snippet(text, "copier fichier port", length: 80).line == 5)
  }

  @Test func quotesProseBehindACommandThatNamesItsWordsAgainAndAgain() throws {
    let text = "# copier un fichier vers le port\nport cp photo port://port/\n"
    let found = try snippet(
      text + "La copie d’un fichier vers le port se fait avec une grue ou une console.",
      "copier fichier port", length: 200, code: [0, 1])
    #expect(string(found.text).hasPrefix("La copie"))
  }

  @Test func quotesCodeThatHoldsMoreOfTheQuery() throws {
    let text = "Un fichier du port.\n" + String(repeating: "Rien à dire ici.\n", count: 9)
    let code = "grue lever treuil caisse fichier"
    let found = try snippet(text + code, "grue lever treuil caisse fichier", code: [10])
    #expect(string(found.text).hasSuffix(code))
  }

  @Test func beginsAtTheTextWhereOnlyTheTitleMatches() throws {
    let found = try snippet("Premiers mots du texte.", "A")
    #expect(string(found.text) == "Premiers mots du texte.")
    #expect(found.highlights.isEmpty)
  }

  @Test func cutsBetweenCharacters() throws {
    for length in 1...80 {
      let found = try snippet(
        "Éléphants éphémères à côté, écœurés d’être là où ils étaient.", "côté", length: length)
      #expect(!string(found.text).contains("\u{FFFD}"))
      #expect(found.highlights.allSatisfy { $0.upperBound <= found.text.count })
    }
  }
}
