import Markdown
import Testing

@Suite struct FootnoteTests {
  @Test func readsDefinitionsWithAllTheirParagraphs() throws {
    let source = """
      a[^1] b[^note_2] c[^x] `[^1]` \\[^1] [\\^1] [d [^1]](e)
      [^1]: f
        g

          h

              i
      [^Note_2]:
          j

      > [^3]: k

      fin
      """
    #expect(
      try tree(source) == """
        ├─ Paragraph @1
        │  ├─ Text "a"
        │  ├─ FootnoteReference 1
        │  ├─ Text " b"
        │  ├─ FootnoteReference Note_2
        │  ├─ Text " c[^x] "
        │  ├─ Code "[^1]"
        │  ├─ Text " [^1] [^1] "
        │  └─ Link @1 "e"
        │     └─ Text "d [^1]"
        ├─ Quote @11
        ├─ Paragraph @13
        │  └─ Text "fin"
        ├─ Footnote 1 @2-7
        │  ├─ Paragraph @2-3
        │  │  ├─ Text "f"
        │  │  ├─ SoftBreak
        │  │  └─ Text "g"
        │  ├─ Paragraph @5
        │  │  └─ Text "h"
        │  └─ Code @7 "i\\n"
        ├─ Footnote Note_2 @8-9
        │  └─ Paragraph @9
        │     └─ Text "j"
        └─ Footnote 3 @11
           └─ Paragraph @11
              └─ Text "k"
        """)
  }

  @Test func keepsADefinitionFromBeingALinkDefinition() throws {
    let document = try Document(parsing: "[^1]\n\n[^1]: mot")
    #expect(document.blocks == [Block(.paragraph([.footnoteReference("1")]), lines: 1...1)])
    #expect(document.footnotes.map(\.blocks.plainText) == ["mot"])
  }

  @Test func keepsDefinitionsOfOneLabelInTheirOrder() throws {
    let document = try Document(parsing: "[^a]: b\n[^A]: c\n\nd[^A]")
    #expect(document.footnotes.map(\.label) == ["a", "A"])
    #expect(document.footnotes.map(\.lines) == [1...1, 2...2])
    #expect(document.blocks.first?.content == .paragraph([.text("d"), .footnoteReference("a")]))
  }

  @Test(arguments: [
    "a[^1]", "[^1](b)", "[^a b]: c", "[^]: c", "    [^1]: c", "```\n[^1]: c [^1]\n```",
    "a\n     [^1]: c",
    "<pre>\n[^1]: c\n</pre>",
  ])
  func leavesWhatIsNoFootnote(source: String) throws {
    let document = try Document(parsing: source)
    #expect(document.footnotes.isEmpty)
    #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: source))
  }
}
