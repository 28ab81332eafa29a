import Markdown
import Testing

@Suite struct LineTests {
  /// The lines of the blocks at the top.
  @Test(arguments: [
    ("# a\nb\nc\n\nd", ["1", "2-3", "5"]), ("a\nb\n===\nc\n---", ["1-3", "4-5"]),
    ("- a\n\n\n- b\n\n\nc", ["1-4", "7"]), ("> a\nb\n>\n\n***", ["1-2", "5"]),
    ("```\na\n\n```\nb", ["1-4", "5"]), ("```\na\n\n", ["1-2"]),
    ("    a\n\n    b\n\n\nc", ["1-3", "6"]),
    ("<!-- a\n\nb -->\nc", ["1-3", "4"]), ("<pre>\n\na</pre>\nb", ["1-3", "4"]),
    ("<div>\na\n\nb", ["1-2", "4"]), ("- ```\n  a\n```\nb\n```", ["1-2", "3-5"]), ("\n\na", ["3"]),
    ("[a]: b\n\"c\"\nd\ne", ["3-4"]), ("[a]:\nb\n[c]: d\ne\n===", ["1-5"]),
    ("a\r\n\r\nb\rc", ["1", "3-4"]),
    ("---\na: b\n---\n\nc", ["5"]), ("-\n\na", ["1", "3"]),
    ("1. a\n   b\n   - c\n\n\n     d\n\ne", ["1-6", "8"]),
    ("|a|\n|-|\n|b|\n---\nc", ["1-3", "4", "5"]), ("> [!note]\n> a\n\nb", ["1-2", "4"]),
    ("a\n!!! note\n    b\n\n\nc", ["1", "2-3", "6"]),
  ])
  func countsTheLinesOfBlocks(source: String, lines: [String]) throws {
    let document = try Document(parsing: source)
    let found = document.blocks.map { block in
      block.lines.count == 1
        ? "\(block.lines.lowerBound)" : "\(block.lines.lowerBound)-\(block.lines.upperBound)"
    }
    #expect(found == lines)
  }

  /// The lines of links, images and wiki links, in reading order.
  @Test(arguments: [
    ("[a](b) ![c](d)\n[[e]] https://f.g", [1, 1, 2, 2]), ("`a\nb` [c](d)", [2]),
    ("`a\nb\nc`\n[[d]]", [4]),
    ("[a](b\n\"c\nd\") [e](f)\n[[g]]", [1, 3, 4]), ("[a](\nb\n) [[c]]", [1, 3]),
    ("[a][b\nc] [d](e)\n\n[b c]: f", [1, 2]),
    ("<a\nb=\"c\"> [d](e)", [2]), ("<!-- a\nb\nc --> [[d]]\n[[e]]", [4]),
    ("x <!-- a\nb\nc --> [[d]]\n[[e]]", [3, 4]),
    ("a  \n[b](c)\\\n[[d]]", [2, 3]), ("**a\n[b](c)** ==[[d]]\n[[e]]==", [2, 2, 3]),
    ("[a\nb](c) [[d]]", [1, 2]),
    ("> - a `b\n>   c` [d](e)\n> [[f]]\n>   <http://g.h> [[i]]\n   [[j]]", [2, 3, 4, 4, 5]),
    ("[a]: b\n'c'\n[d](e)\n[a]", [3, 4]), ("[a]: b\n[c]: d\n`e\nf` [a]\n[c]", [4, 5]),
    ("a\n[b](c)\n===", [2]),
    ("- a\n\n  b &amp; \\*\n  &eacute; [c](d) é [e](f)\n  [[g]]", [4, 4, 5]),
    ("![a\nb](c)\n![d](e)", [1, 3]),
    ("|a|\n|-|\n|[b](c)|\n|[[d]]|", [3, 4]), ("x `a\nb` [[c]]\n|a|\n|-|\n|[b](c)|", [2, 5]),
    ("!!! note \"[[a]]\"\n    `b\n    c` [[d]]", [1, 3]),
    ("[^1]: a\nb [[c]]\n\n    [d](e)", [2, 4]),
    ("---\na: b\n---\n[a](b)", [4]), ("[](a)\n[](b) [[c]]", [1, 2, 2]),
    ("\\[[a]]\n[[b]] *<http://c.d>\n<http://e.f>*", [2, 2, 3]),
  ])
  func countsTheLinesOfLinks(source: String, lines: [Int]) throws {
    let document = try Document(parsing: source)
    let blocks = document.blocks + document.footnotes.flatMap(\.blocks)
    #expect(blocks.flatMap(Self.linkLines) == lines)
  }

  private static func linkLines(of block: Block) -> [Int] {
    switch block.content {
    case .heading(_, let inlines, _), .paragraph(let inlines): inlines.flatMap(linkLines)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(linkLines) }
    case .quote(let blocks): blocks.flatMap(linkLines)
    case .callout(let callout):
      callout.title.flatMap(linkLines) + callout.blocks.flatMap(linkLines)
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0.flatMap { $0.flatMap(linkLines) } }
    case .code, .html, .thematicBreak: []
    }
  }

  private static func linkLines(of inline: Inline) -> [Int] {
    switch inline {
    case .link(let link): [link.line]
    case .image(let image): [image.line]
    case .wikiLink(let link): [link.line]
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .highlight(let content):
      content.flatMap(linkLines)
    default: []
    }
  }
}
