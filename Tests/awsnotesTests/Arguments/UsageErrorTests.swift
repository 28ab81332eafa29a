import Testing

@testable import awsnotes

@Suite struct UsageErrorTests {
  /// Each line, and what is said about it with `_` for a no-break space.
  static let cases: [(line: String, french: String, english: String)] = [
    (
      "serach nat", "«_serach_» n’existe pas. Vouliez-vous dire «_search_»_?",
      "“serach” does not exist. Did you mean “search”?"
    ),
    (
      "bu", "«_bu_» n’existe pas. Vouliez-vous dire «_build_»_?",
      "“bu” does not exist. Did you mean “build”?"
    ),
    (
      "publish", "«_publish_» n’existe pas. «_awsnotes help_» montre ce qui existe.",
      "“publish” does not exist. “awsnotes help” shows what there is."
    ),
    (
      "search --limti 3 nat", "l’option --limti n’existe pas. Vouliez-vous dire --limit_?",
      "option --limti does not exist. Did you mean --limit?"
    ),
    (
      "search --limti=3 nat", "l’option --limti n’existe pas. Vouliez-vous dire --limit_?",
      "option --limti does not exist. Did you mean --limit?"
    ),
    (
      "build -force", "l’option -force n’existe pas. Vouliez-vous dire --force_?",
      "option -force does not exist. Did you mean --force?"
    ),
    (
      "build --couleur",
      "l’option --couleur n’existe pas. «_awsnotes build --help_» montre ce qui existe.",
      "option --couleur does not exist. “awsnotes build --help” shows what there is."
    ),
    (
      "--couleur", "l’option --couleur n’existe pas. «_awsnotes --help_» montre ce qui existe.",
      "option --couleur does not exist. “awsnotes --help” shows what there is."
    ),
    ("search nat --limit", "il manque une valeur_: --limit N", "a value is missing: --limit N"),
    (
      "search nat --category --json", "il manque une valeur_: --category CATÉGORIE",
      "a value is missing: --category CATEGORY"
    ),
    ("search nat -n", "il manque une valeur_: --limit N", "a value is missing: --limit N"),
    (
      "build s -t", "il manque une valeur_: --theme clair|sombre",
      "a value is missing: --theme clair|sombre"
    ),
    ("search --json=oui nat", "--json n’attend pas de valeur", "--json takes no value"),
    (
      "search -n 101 nat", "--limit attend un entier de 1 à 100, pas «_101_»",
      "--limit expects a whole number from 1 to 100, not “101”"
    ),
    (
      "search nat --limit=beaucoup", "--limit attend un entier de 1 à 100, pas «_beaucoup_»",
      "--limit expects a whole number from 1 to 100, not “beaucoup”"
    ),
    (
      "build s --theme gris", "--theme attend «_clair_» ou «_sombre_», pas «_gris_»",
      "--theme expects “clair” or “sombre”, not “gris”"
    ),
    (
      "search", "il manque MOT. Écrivez_: awsnotes search [OPTIONS] MOT…",
      "WORD is missing. Write: awsnotes search [OPTIONS] WORD…"
    ),
    (
      "build -f", "il manque SOURCE. Écrivez_: awsnotes build [OPTIONS] SOURCE [CIBLE]",
      "SOURCE is missing. Write: awsnotes build [OPTIONS] SOURCE [TARGET]"
    ),
    (
      "build a b c", "«_c_» est de trop. Écrivez_: awsnotes build [OPTIONS] SOURCE [CIBLE]",
      "“c” is one argument too many. Write: awsnotes build [OPTIONS] SOURCE [TARGET]"
    ),
  ]

  @Test(arguments: cases)
  func saysWhatIsWrongAndWhatToWrite(line: String, french: String, english: String) {
    let words = line.split(separator: " ").map(String.init)
    do throws(UsageError) {
      _ = try CommandTable.sample.parse(words)
      Issue.record("understood: \(line)")
    } catch {
      let spaced = french.split(separator: "_", omittingEmptySubsequences: false)
        .joined(separator: "\u{A0}")
      #expect(error.message.in(.french) == spaced)
      #expect(error.message.in(.english) == english)
      #expect(error.failure.status == .misuse)
    }
  }

  @Test func showsControlCharactersOfAWordAsSigns() {
    let error = UsageError.unknownCommand("a\u{1B}[2J\nb", suggestion: nil, help: "x")
    #expect(error.message.in(.french).hasPrefix("«\u{A0}a␛[2J␊b\u{A0}» "))
  }
}

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("serach", "search"), ("SEARCH", "search"), ("searhc", "search"), ("sear", "search"),
      ("s", "search"), ("quizz", "quiz"), ("qiuz", "quiz"), ("buil", "build"), ("b", "build"),
      ("statistics", nil), ("", nil), ("xyz", nil), ("qz", "quiz"),
    ] as [(String, String?)])
  func findsTheNameThatWasMeant(word: String, name: String?) {
    #expect(closestName(to: word, among: ["search", "quiz", "build", "stats"]) == name)
  }

  @Test func prefersTheNearestName() {
    #expect(closestName(to: "cart", among: ["carre", "carte", "car"]) == "carte")
  }

  @Test func helpsNoShortWordWithAnother() {
    #expect(closestName(to: "x", among: ["go"]) == nil)
  }
}
