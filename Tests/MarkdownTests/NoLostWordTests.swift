import Foundation
import Markdown
import Testing

@Suite struct NoLostWordTests {
  @Test(.enabled(if: !Oracle.files.isEmpty, "no notes of other people beside the checkout"))
  func keepsEveryWordOfNotesInTheWild() throws {
    for file in Oracle.files {
      let source = SourceText(bytes: Array(try Data(contentsOf: file)))
      let document = try Document(parsing: source.text)
      #expect(Words.lost(from: document, of: source.text) == [], "\(file.lastPathComponent)")
    }
  }

  @Test(arguments: [
    "!!! note un \"deux\"\n    trois\n  quatre\n\ncinq",
    "|un|deux|\n|-|-|\n|trois|quatre|cinq|six|\nsept",
    "---\nun: deux\n---\ntrois", "[^un]: deux\n    trois\n\n    quatre",
    "> [!un]- trois\n> quatre",
    "[[un|deux]] [[trois#quatre]] ![[cinq]] [[six", "==un ~~deux== trois~~", "# un {#deux} trois",
    "??? un deux\n???+ trois\n=== quatre\n=== \"cinq\"", "[un [[deux]]]: trois",
    "[[[un]]]: deux\n\n[[[un]]]",
    "- [x] un\n- [ ]\n  deux", "|un\n|-\n|deux\n===\ntrois", "un\n[^deux]: trois\n[^quatre] cinq",
    "{{< un >}} {% deux %} {: .trois }", "+ un\n[^deux]: trois\n+ quatre",
    "<details><summary>un</summary>\n\ndeux\n\n</details>",
    "!!! un\n\n    | deux |\n    |---|\n    | trois |\n\n    [^quatre]: cinq",
  ])
  func keepsEveryWordThatExtensionsTouch(source: String) throws {
    let document = try Document(parsing: source)
    #expect(Words.lost(from: document, of: source) == [])
  }

  /// Pieces of syntax in any order, a word of its own between each two.
  ///
  /// A comment hides words wherever a block may begin, so none of the pieces opens one; an alias
  /// hides a name, which counts as kept.
  @Test(arguments: 1...8)
  func keepsEveryWordOfRandomSyntax(seed: UInt64) throws {
    let pieces = [
      "[", "]", "[[", "]]", "(", ")", "|", "\n", "\n", "\n\n", "    ", "  ", "> ", "- ", "1. ",
      "# ", "==",
      "~~", "*", "**", "_", "`", "```\n", "[^a]", "[^a]: ", "[^b]: ", "!!! note \"", "\"",
      "??? tip",
      "=== \"t\"", "!!! note\n    ", "[!NOTE] ", "> [!TIP]- ", "\\", "![[", "http://a.b/",
      "www.x.y", "---\n",
      "===\n", "|---|\n", "| a | b |\n", "|---|---|\n", ":-:", "{#id}", "- [ ] ", "- [x] ", "<b>",
      "<div>",
      "</div>", "&amp;", "&eacute;", "[r]: /u\n", "[r]", "](/u \"t\")", "\t", "!", ":", " ", " ",
      "\u{A0}",
      "\r\n", "~~~\n", "+ ", "[[a#b", "\\|", "a==b", "<http://q.r>", "---\nkey: v\n", "\\=", "\\~",
    ]
    var generator = SplitMix(state: seed)
    for _ in 0..<400 {
      var source = ""
      for index in 0..<Int.random(in: 1...40, using: &generator) {
        source += pieces.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { source += "k\(index)z" }
      }
      let document = try Document(parsing: source)
      #expect(
        Words.lost(from: document, of: source).filter { $0.hasPrefix("k") } == [], "\(source)")
    }
  }
}

/// A generator that gives the same numbers each time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
