import Foundation
import Markdown
import Notes
import Testing

@Suite struct WordTests {
  /// The words of a document's visible text that stand in none of the note's sections.
  private func lostWords(of bytes: [UInt8]) throws -> Set<String> {
    let source = SourceText(bytes: bytes)
    let note = try Note(path: "a.md", source: source)
    let document = try Document(parsing: source.text)
    let visible = document.blocks.plainText + "\n" + document.footnotes.flatMap(\.blocks).plainText
    let kept = note.sections.flatMap { [$0.title] + $0.text.map(\.text) }.joined(separator: "\n")
    return words(visible).subtracting(words(kept))
  }

  private func words(_ text: String) -> Set<String> {
    Set(text.split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  private static func notes(in folder: String) -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: folder).standardizedFileURL.path
    let below = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return below.filter { $0.hasSuffix(".md") }.map { "\(path)/\($0)" }
  }

  @Test(arguments: [
    "", "\n\n", "mot", "# Titre\n\ntexte ~~barré~~ ==surligné== `code`\n",
    "Avant\n\n# A\n\n> cité\n> - liste\n>   1. profonde\n\n***\n\n<div>balise <b>grasse</b></div>\n",
    "| a | b |\n|---|---|\n| c | d | trop |\n| seul |\n",
    "- [ ] à faire\n- [x] fait\n\n  suite\n\n      code\n",
    "> [!WARNING] Gare\n> au loup\n\n!!! note \"Titre\"\n    corps\n\n    - point\n",
    "Appel[^1] et [[Note#Partie|alias]] ![image](i.png).\n\n[^1]: en bas\n\n    suite du bas\n",
    "## 1_A\n# 1. B\n# 2. C\n\n```sh\n[[ -f x ]] && echo == ~~\n```\n",
    "{% include x.html %} {{< hugo >}} :material-x: {: .classe } 3 $ et 5 $\n",
    "\u{FEFF}# BOM\r\nligne\rautre\u{0}nul\r\n",
    "[référence][r] et <https://exemple.test/a_b> www.exemple.test\n\n[r]: https://exemple.test\n",
    "<details><summary>Titre</summary>\n\ntexte caché\n\n</details>\n",
    "#### Tout de suite\n###### Saut\ntexte\n",
  ])
  func losesNoWord(text: String) throws {
    #expect(try lostWords(of: Array(text.utf8)).isEmpty)
  }

  @Test func losesNoWordInTheDepths() throws {
    let deep = [
      String(repeating: "> ", count: 10_000) + "fond",
      String(repeating: "- ", count: 2_000) + "fond",
      String(repeating: "*", count: 5_000) + "fond", String(repeating: "[", count: 10_000) + "fond",
      String(repeating: "mot ", count: 1_500), String(repeating: "x", count: 6_000) + " fond",
    ]
    for text in deep { #expect(try lostWords(of: Array(text.utf8)).isEmpty) }
  }

  @Test(
    .enabled(if: !notes(in: "../shared/notes").isEmpty, "no ../shared/notes beside the checkout"))
  func losesNoWordOfStrangersNotes() throws {
    for path in Self.notes(in: "../shared/notes") + Self.notes(in: "../shared/seeds") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      #expect(try lostWords(of: bytes).isEmpty, "\(path)")
    }
  }

  @Test func losesNoWordOfOurOwn() throws {
    let notes = Self.notes(in: "Content")
    #expect(!notes.isEmpty)
    for path in notes {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      #expect(try lostWords(of: bytes).isEmpty, "\(path)")
    }
  }
}
