import Markdown
import Testing

@Suite struct CalloutTests {
  /// Each text is one callout on all of its lines.
  @Test(arguments: [
    ("> [!NOTE] *Titre*\n> a", "note", "Titre", "a"), ("> [!TIP]\n> a\n> b", "tip", "", "a b"),
    ("> [!faq]- Titre\n> a", "faq", "Titre", "a"), ("> [!faq]+\n> a", "faq", "", "a"),
    ("> [!a-b|c] T", "a-b", "T", ""), ("> [!note]\n> - a\n> - b", "note", "", "a\nb"),
    ("> [!note]\n>\n> a\n>\n> b", "note", "", "a\nb"), (">[!note] T\n>a", "note", "T", "a"),
    ("!!! note\n    a", "note", "", "a"),
    ("!!! Note \"T *u*\"\n    a\n\n    b", "note", "T u", "a\nb"),
    ("!!! note \"T\"", "note", "T", ""), ("!!! note Un titre\n    a", "note", "Un titre", "a"),
    ("!!! note inline end \"T\"\n    a", "note", "T", "a"),
    ("!!! note \"\"\n    a", "note", "", "a"),
    ("!!! résumé\n\n    a", "résumé", "", "a"), ("??? tip \"T\"\n    a", "tip", "T", "a"),
    ("???+ tip \"T\"\n    a", "tip", "T", "a"), ("=== \"T\"\n    a", "tab", "T", "a"),
    ("!!! note\n\ta\n\n\t- b", "note", "", "a\nb"),
    ("!!! note\n    ```\n    a\n    ```", "note", "", "a"),
    ("!!! note\n    2. a\n    3. b", "note", "", "a\nb"), ("!!! note\n        a", "note", "", "a"),
    ("!!! note \"[[a|T]] `u`\"\n    # b", "note", "T u", "b"),
    ("!!! note \"`T`\"\n    a", "note", "T", "a"),
  ])
  func readsCallouts(source: String, kind: String, title: String, body: String) throws {
    let blocks = try Document(parsing: source).blocks
    guard case .callout(let callout)? = blocks.first?.content else {
      Issue.record("no callout")
      return
    }
    #expect(callout.kind == kind)
    #expect(callout.title.plainText == title)
    #expect(callout.blocks.plainText == body)
    #expect(blocks.count == 1)
    #expect(
      blocks.first?.lines
        == 1...(source.split(separator: "\n", omittingEmptySubsequences: false).count))
  }

  @Test(arguments: [
    "> \\[!NOTE] a", "> [\\!NOTE] a", "> [!NOTE](a)", "> [!]\n> a", "> [!a b]\n> c",
    "> a\n> [!NOTE] b",
    "\\!!! note\n    a", "!!! attention", "!!! Attention au prix", "??? vraiment", "=== a",
    "a\n===",
    "====\n    a", "a !!! note\n    b", "    !!! note\n        a",
    "```\n!!! note \"a\"\n    b\n```",
    "<div>\n!!! note \"a\"\n    b\n</div>", "a\n     !!! note \"b\"\n", "`a\n    !!! note \"b\"`",
  ])
  func leavesWhatIsNoCallout(source: String) throws {
    let document = try Document(parsing: source)
    #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: source))
  }

  @Test func nestsCalloutsAmongOtherBlocks() throws {
    let source = """
      texte
      !!! warning "A"
          a

          > [!TIP] B
          > b

          ??? info
              - c
                !!! note
                    d

      - e

          === "F"
              f
          === "G"
              g
      fin
      """
    #expect(
      try tree(source) == """
        ├─ Paragraph @1
        │  └─ Text "texte"
        ├─ Callout warning @2-11
        │  ├─ Title
        │  │  └─ Text "A"
        │  ├─ Paragraph @3
        │  │  └─ Text "a"
        │  ├─ Callout tip @5-6
        │  │  ├─ Title
        │  │  │  └─ Text "B"
        │  │  └─ Paragraph @6
        │  │     └─ Text "b"
        │  └─ Callout info @8-11
        │     └─ List bulleted @9-11
        │        └─ Item @9-11
        │           ├─ Paragraph @9
        │           │  └─ Text "c"
        │           └─ Callout note @10-11
        │              └─ Paragraph @11
        │                 └─ Text "d"
        └─ List bulleted loose @13-19
           └─ Item @13-19
              ├─ Paragraph @13
              │  └─ Text "e"
              ├─ Callout tab @15-16
              │  ├─ Title
              │  │  └─ Text "F"
              │  └─ Paragraph @16
              │     └─ Text "f"
              └─ Callout tab @17-19
                 ├─ Title
                 │  └─ Text "G"
                 └─ Paragraph @18-19
                    ├─ Text "g"
                    ├─ SoftBreak
                    └─ Text "fin"
        """)
  }

  @Test func leavesAListBesideACalloutAList() throws {
    #expect(
      try tree("+ a\n+ b\n\n!!! note\n    c\n\n+ d") == """
        ├─ List bulleted loose @1-2
        │  ├─ Item @1
        │  │  └─ Paragraph @1
        │  │     └─ Text "a"
        │  └─ Item @2
        │     └─ Paragraph @2
        │        └─ Text "b"
        ├─ Callout note @4-5
        │  └─ Paragraph @5
        │     └─ Text "c"
        └─ List bulleted loose @7
           └─ Item @7
              └─ Paragraph @7
                 └─ Text "d"
        """)
  }
}
