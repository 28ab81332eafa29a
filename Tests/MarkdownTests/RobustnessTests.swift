import Markdown
import Testing

@Suite struct RobustnessTests {
  /// Texts that ask for depth or for quadratic time, each with the word `fin`.
  static let texts: [String: String] = [
    "quotes": String(repeating: ">", count: 10_000) + " fin",
    "brackets": String(repeating: "[", count: 10_000) + "fin"
      + String(repeating: "]", count: 10_000),
    "links": String(repeating: "[", count: 5000) + "fin" + String(repeating: "](a)", count: 5000),
    "images": String(repeating: "![", count: 5000) + "fin" + String(repeating: "](a)", count: 5000),
    "emphasis": String(repeating: "*a **b ", count: 5000) + "fin"
      + String(repeating: "** *", count: 5000),
    "lists": String(repeating: "- ", count: 10_000) + "fin",
    "nested lists": (0..<500).map { String(repeating: "  ", count: $0) + "- a\n" }.joined() + "fin",
    "nested callouts": (0..<200).map { String(repeating: "    ", count: $0) + "!!! note \"a\"\n" }
      .joined()
      + String(repeating: "    ", count: 200) + "fin",
    "nested quotes with callouts": (1..<300).map {
      String(repeating: ">", count: $0) + "[!note] a\n"
    }
    .joined() + "fin",
    "a long line": String(repeating: "mot ", count: 1500) + "fin",
    "wiki openers": String(repeating: "[[", count: 100_000) + "fin",
    "wiki links": String(repeating: "[[a|b]]", count: 50_000) + "fin",
    "unclosed wiki links": String(repeating: "[[a ", count: 50_000) + "fin",
    "highlight marks": String(repeating: "==", count: 100_000) + "fin",
    "highlight openers": String(repeating: "==a ", count: 100_000) + "fin",
    "nested highlights": String(repeating: " ==a", count: 50_000) + " fin"
      + String(repeating: "==", count: 1),
    "crossing marks": String(repeating: " ==a ~~b", count: 30_000) + " fin== ~~"
      + String(repeating: "c== d~~ ", count: 30_000),
    "strikethrough marks": "a " + String(repeating: "~~", count: 100_000) + "fin",
    "pipes": String(repeating: "|", count: 100_000) + "fin",
    "a wide table": String(repeating: "|a", count: 30_000) + "|\n"
      + String(repeating: "|-", count: 30_000)
      + "|\nfin",
    "delimiter rows": "a|b\n" + String(repeating: "-|-|-\n", count: 30_000) + "fin",
    "tables": String(repeating: "a|b\n-|-\nc|[d]\n\n", count: 5000) + "[d]: e\n\nfin",
    "footnote openers": String(repeating: "[^", count: 100_000) + "fin",
    "footnotes": (0..<10_000).map { "[^\($0)]: a[^\($0)]\n" }.joined() + "\nfin",
    "addresses": String(repeating: "http://", count: 30_000) + " fin",
    "hosts": String(repeating: "www.a_b_c.", count: 30_000) + " fin",
    "brackets in an address": "http://a" + String(repeating: "(", count: 50_000)
      + String(repeating: ")", count: 100_000) + " fin",
    "callouts": String(repeating: "!!! note\n\n", count: 30_000) + "    fin",
    "definitions": (0..<10_000).map { "[a\($0)]: b\n" }.joined() + "[c](d)\nfin",
    "tags": "<div>\n" + String(repeating: "<a \"", count: 30_000) + "fin",
    "entities": "<div>\n" + String(repeating: "&eacute;&foo;", count: 20_000) + "fin",
    "escapes": String(repeating: "\\", count: 100_001) + " fin",
    "front matter without end": "---\n" + String(repeating: "a: b\n", count: 50_000) + "\nfin",
    "a megabyte": String(
      repeating: "Le [VPC](a) *isole* le `réseau`.\n\n- un\n- deux\n\n", count: 18_000) + "fin",
    "NUL": "a\0b fin", "returns": "a\rb\r\r\nfin", "nothing but a word": "fin",
  ]

  @Test(arguments: texts.keys.sorted())
  func readsTextsMadeToOverwhelm(name: String) throws {
    let text = try #require(Self.texts[name])
    let document = try Document(parsing: text)
    let all = document.blocks + document.footnotes.flatMap(\.blocks)
    #expect(all.plainText.contains("fin"))
    #expect(Self.depth(of: document.blocks) <= 101)
  }

  @Test(arguments: [
    "", "\n", " ", "\0", "\r", "\u{FEFF}", ">", "-", "|", "[", "!", "=", "\\", "---", "```", "#",
  ])
  func readsNextToNothing(text: String) throws {
    let document = try Document(parsing: text)
    #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: text))
  }

  @Test func replacesTheNoncharactersThatItUsesItself() throws {
    let scalars = (0xFDD0...0xFDEF).compactMap { Unicode.Scalar($0 as UInt32) }
    let text = scalars.map { "a\($0)b" }.joined(separator: " ")
    let document = try Document(parsing: text + " [[c]]")
    let plain = Array(repeating: "a\u{FFFD}b", count: 32).joined(separator: " ")
    #expect(document.blocks.plainText == plain + " c")
  }

  private static func depth(of blocks: [Block]) -> Int {
    blocks.map { block in
      switch block.content {
      case .quote(let blocks): 1 + depth(of: blocks)
      case .callout(let callout): 1 + depth(of: callout.blocks)
      case .list(let list): 1 + (list.items.map { depth(of: $0.blocks) }.max() ?? 0)
      default: 0
      }
    }.max() ?? 0
  }
}
