import Testing
import YAML

@testable import awsnotes

@Suite struct YAMLProblemTests {
  private func problem(in text: String) -> String? {
    do throws(YAMLError) {
      _ = try parse(text)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(arguments: [
    ("a: 'ouvert", "un guillemet ou une apostrophe n’est pas fermé"),
    ("a: [1, 2\nb: 1\n", "il manque «\u{A0},\u{A0}» ou «\u{A0}]\u{A0}»"),
    ("a: 1\n\tb: 2\n", "tabulation dans le retrait\u{A0}; mettez des espaces"),
    ("a: 1\na: 2", "deux fois la clé «\u{A0}a\u{A0}»"),
    ("a: *rien", "aucune ancre ne s’appelle «\u{A0}rien\u{A0}»"),
    ("? [b]\n: 2", "une clé doit être un texte"),
  ])
  func saysInFrenchWhatIsWrong(text: String, french: String) {
    #expect(problem(in: text).map(yamlProblemInFrench) == french)
  }

  @Test func leavesWordsThatNobodyKnowsAsTheyAre() {
    #expect(yamlProblemInFrench("something new") == "something new")
    #expect(yamlProblemInFrench("found the key \"") == "found the key \"")
  }

  /// Texts made of what YAML gives a meaning to, the same at each run.
  private func text(_ seed: UInt64) -> String {
    let pieces = [
      "a", ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", ",", "&a ", "*b", "!", "!!",
      "!<",
      "'", "\"", "\\x", "\\u", "|", ">0", "#", "%YAML 1.2", "%TAG ! a", "%", "@", "? ",
      "---\n", "...\n", "\u{1}", "%é",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<30).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  @Test func knowsAllThatLibYAMLSaysOfManyTexts() {
    var unknown: Set<String> = []
    for seed in 0..<20_000 as Range<UInt64> {
      if let problem = problem(in: text(seed)), yamlProblemInFrench(problem) == problem {
        unknown.insert(problem)
      }
    }
    #expect(unknown == [])
  }

  @Test func tellsOfSettingsInOneLanguage() throws {
    try withFolder { folder in
      try write("titre: [a\n", to: "\(folder)/awsnotes.yml")
      let answer = CapturedRun(
        ["search", "a", "--content", folder], of: .awsnotes, environment: ["LANG": "fr_FR.UTF-8"])
      #expect(answer.errors.contains("YAML illisible (il manque"))
      try write("---\ntags: 'a\n---\n# A\n\nun\n", to: "\(folder)/n/a.md")
      let check = CapturedRun(
        ["check", "--content", "\(folder)/n"], of: .awsnotes, environment: ["LANG": "fr_FR.UTF-8"])
      #expect(check.output.contains("en-tête illisible\u{A0}: un guillemet"))
    }
  }
}
