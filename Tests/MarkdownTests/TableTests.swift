import Markdown
import Testing

@Suite struct TableTests {
  @Test func readsCellsAndAlignments() throws {
    let source = """
      | a | *b* | c | d |
      |---|:--|:-:|--:|
      | [[e\\|f]] | `g\\|h` | i | j | k | l |
      m \\| n
      """
    #expect(
      try tree(source) == """
        └─ Table natural left center right @1-4
           ├─ Header
           │  ├─ Cell
           │  │  └─ Text "a"
           │  ├─ Cell
           │  │  └─ Emphasis
           │  │     └─ Text "b"
           │  ├─ Cell
           │  │  └─ Text "c"
           │  └─ Cell
           │     └─ Text "d"
           ├─ Row
           │  ├─ Cell
           │  │  └─ WikiLink @3 "e" alias: "f"
           │  ├─ Cell
           │  │  └─ Code "g|h"
           │  ├─ Cell
           │  │  └─ Text "i"
           │  └─ Cell
           │     └─ Text "j | k | l"
           └─ Row
              ├─ Cell
              │  └─ Text "m | n"
              ├─ Cell
              ├─ Cell
              └─ Cell
        """)
  }

  /// Each table has the columns `a` and `b`, and one row `c`, `d`.
  @Test(arguments: [
    "|a|b|\n|-|-|\n|c|d|", "a|b\n-|-\nc|d", "  a | b\n---|---  \n|c|d|", "> a|b\n> -|-\n> c|d",
    "> > a|b\n> > -|-\n> > c|d", "- a|b\n  -|-\n  c|d", "1. x\n\n   |a|b|\n   |-|-|\n   |c|d|",
    "> - |a|b|\n>   |-|-|\n>   |c|d|", "> [!NOTE]\n> |a|b|\n> |-|-|\n> |c|d|",
    "!!! note\n    |a|b|\n    |-|-|\n    |c|d|", "- !!! x\n\n  |a|b|\n  |-|-|\n  |c|d|",
    "x\ny\n|a|b|\n|-|-|\n|c|d|", "|a|b|\n|-|-|\n|c|d|\n---", "|a|b|\n|-|-|\n|c|d|\n# x",
    "[x]: y\n|a|b|\n|-|-|\n|c|d|", "|-|\n|a|b|\n|-|-|\n|c|d|", "\t|z\n\n|a|b|\r\n|-|-|\r\n|c|d|",
  ])
  func findsTablesWhereverTheyStand(source: String) throws {
    let document = try Document(parsing: source)
    #expect(tables(in: document.blocks) == [["a", "b", "c", "d"]])
  }

  @Test(arguments: [
    "|a|b|\n|-|", "a\n---", "|a|b|\n\n|-|-|", "a|b\n=|=", "|a|b|\n|-|x|", "    |a|b|\n    |-|-|",
    "```\n|a|b|\n|-|-|\n```", "a\n:-:", "|-|-|", "a|b\n-\\|-",
  ])
  func findsNoTable(source: String) throws {
    let document = try Document(parsing: source)
    #expect(tables(in: document.blocks).isEmpty)
    #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: source))
  }

  @Test func keepsWhatStandsAroundATable() throws {
    #expect(
      try tree("x `y\n    - z`\n|a|\n|-|\n| [b] |\n---\n\n[b]: /c") == """
        ├─ Paragraph @1-2
        │  ├─ Text "x "
        │  └─ Code "y - z"
        ├─ Table natural @3-5
        │  ├─ Header
        │  │  └─ Cell
        │  │     └─ Text "a"
        │  └─ Row
        │     └─ Cell
        │        └─ Link @5 "/c"
        │           └─ Text "b"
        └─ ThematicBreak @6
        """)
  }

  @Test func readsEveryKindOfInlineInCells() throws {
    let row = "| # a # | - b | ==c== | https://d.fr/| e[^1] | `f` | \\\\ | g\\ |"
    let source = "|1|2|3|4|5|6|7|8|\n|-|-|-|-|-|-|-|-|\n\(row)\n\n[^1]: h"
    let document = try Document(parsing: source)
    guard case .table(let table)? = document.blocks.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows.first == [
        [.text("# a #")], [.text("- b")], [.highlight([.text("c")])],
        [
          .link(
            Link(
              destination: "https://d.fr/", content: [.text("https://d.fr/")], isAutolink: true,
              line: 3))
        ],
        [.text("e"), .footnoteReference("1")], [.code("f")], [.text("\\")], [.text("g\\")],
      ])
  }

  @Test func readsLinesAsTextWhenPaddingWouldGrowWithoutBound() throws {
    let width = 2000
    let header = String(repeating: "|a", count: width)
    let delimiter = String(repeating: "|-", count: width)
    let rows = String(repeating: "b\n", count: 1000)
    let document = try Document(parsing: "\(header)\n\(delimiter)\n\(rows)")
    #expect(tables(in: document.blocks).isEmpty)
    #expect(document.blocks.plainText.count(where: { $0 == "b" }) == 1000)
  }

  private func tables(in blocks: [Block]) -> [[String]] {
    blocks.flatMap { block -> [[String]] in
      switch block.content {
      case .table(let table):
        [([table.header] + table.rows).flatMap { $0.map(\.plainText) }]
      case .quote(let blocks): tables(in: blocks)
      case .callout(let callout): tables(in: callout.blocks)
      case .list(let list): list.items.flatMap { tables(in: $0.blocks) }
      default: []
      }
    }
  }
}
