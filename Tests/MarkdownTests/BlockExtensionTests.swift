import Markdown
import Testing

@Suite struct BlockExtensionTests {
  @Test func readsTaskLists() throws {
    let source =
      "- [ ] a\n- [x] b\n- [X]\n  c\n- [ ]\n- d\n- \\[ ] e\n- [x](f)\n- [y] g\n1. [ ]h\n2. [x] i"
    #expect(
      try tree(source) == """
        ├─ List bulleted @1-9
        │  ├─ Item [ ] @1
        │  │  └─ Paragraph @1
        │  │     └─ Text "a"
        │  ├─ Item [x] @2
        │  │  └─ Paragraph @2
        │  │     └─ Text "b"
        │  ├─ Item [x] @3-4
        │  │  └─ Paragraph @3-4
        │  │     └─ Text "c"
        │  ├─ Item [ ] @5
        │  ├─ Item @6
        │  │  └─ Paragraph @6
        │  │     └─ Text "d"
        │  ├─ Item @7
        │  │  └─ Paragraph @7
        │  │     └─ Text "[ ] e"
        │  ├─ Item @8
        │  │  └─ Paragraph @8
        │  │     └─ Link @8 "f"
        │  │        └─ Text "x"
        │  └─ Item @9
        │     └─ Paragraph @9
        │        └─ Text "[y] g"
        └─ List numbered from 1 @10-11
           ├─ Item @10
           │  └─ Paragraph @10
           │     └─ Text "[ ]h"
           └─ Item [x] @11
              └─ Paragraph @11
                 └─ Text "i"
        """)
  }

  @Test(arguments: [
    ("## Titre {#mon-id}", "Titre", "mon-id"), ("## Titre {#a_b} ##", "Titre", "a_b"),
    ("Titre {#a}\n---", "Titre", "a"), ("## Titre \\{#a}", "Titre {#a}", nil),
    ("## C:\\d {#a}", "C:\\d", "a"), ("## Titre {a}", "Titre {a}", nil),
    ("## Titre {#}", "Titre {#}", nil),
    ("## Titre {#a b}", "Titre {#a b}", nil), ("## {#a} Titre", "{#a} Titre", nil),
    ("## {#a}", "", "a"),
    ("## `{#a}`", "{#a}", nil),
  ])
  func readsTheIDOfAHeading(source: String, title: String, id: String?) throws {
    let block = try #require(try Document(parsing: source).blocks.first)
    guard case .heading(2, let inlines, let found) = block.content else {
      Issue.record("no heading of level 2")
      return
    }
    #expect(inlines.plainText == title)
    #expect(found == id)
  }

  @Test(arguments: [
    ("---\ntitle: a\ntags: [b]\n---\nc", "title: a\ntags: [b]\n", 5),
    ("---  \na: b\n...\t\nc", "a: b\n", 4), ("---\n# x\nété: b\n\n---\n\nc", "# x\nété: b\n\n", 7),
    ("---\r\na: b\r\n---\r\nc", "a: b\n", 4), ("---\na:\n  - b\n---\nc", "a:\n  - b\n", 5),
  ])
  func keepsFrontMatterApart(source: String, text: String, line: Int) throws {
    let document = try Document(parsing: source)
    #expect(document.frontMatter == FrontMatter(text: text, firstLine: 2))
    #expect(document.blocks == [Block(.paragraph([.text("c")]), lines: line...line)])
  }

  @Test(arguments: [
    "---\n\na: b\n---\n", "---\na: b\n", "a\n---\na: b\n---\n", "---\nmots simples\n---\n",
    " ---\na: b\n---\n",
    "----\na: b\n----\n", "---\n---\n", "---",
  ])
  func leavesThematicBreaksThatHoldNoFrontMatter(source: String) throws {
    let document = try Document(parsing: source)
    #expect(document.frontMatter == nil)
    #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: source))
  }

  @Test func readsFrontMatterOnlyIfAsked() throws {
    let document = try Document(
      parsing: "---\na: b\n---\n", options: ParsingOptions(readsFrontMatter: false))
    #expect(document.frontMatter == nil)
    #expect(document.blocks.plainText == "a: b")
  }
}
