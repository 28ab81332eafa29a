import Markdown
import Testing

@Suite struct CommonMarkTests {
  static let plain = ParsingOptions(extensions: false)

  @Test(.enabled(if: !Oracle.examples.isEmpty, "no CommonMark examples on this machine"))
  func rendersEveryExampleOfTheSpecificationAsLibcmarkDoes() throws {
    #expect(Oracle.examples.count > 600)
    for example in Oracle.examples {
      let document = try Document(parsing: example.markdown, options: Self.plain)
      let html = HTMLRenderer.html(of: document.blocks)
      #expect(html == Oracle.html(of: example.markdown), "example \(example.example)")
    }
  }

  @Test(.enabled(if: !Oracle.examples.isEmpty, "no CommonMark examples on this machine"))
  func extensionsLeaveTheSpecificationAlone() throws {
    var compared = 0
    for example in Oracle.examples where !Self.holdsExtension(example.markdown) {
      let plain = try Document(parsing: example.markdown, options: Self.plain)
      let extended = try Document(parsing: example.markdown)
      #expect(extended == plain, "example \(example.example)")
      compared += 1
    }
    #expect(compared > 630)
  }

  /// Three examples hold `[[`, three an address outside of CommonMark's own brackets.
  private static func holdsExtension(_ markdown: String) -> Bool {
    markdown.contains("[[")
      || markdown.contains(/(^|[ <])http:[^>]*( |$)/.anchorsMatchLineEndings())
  }

  @Test(arguments: [
    "a\n\n> - b\n>   c\n", "1) a\n\n2) b\n", "<p>\nHTML\n</p>\n", "`a`  \n*b*\\\n_c_\n",
    "![a *b*](c \"d\")\n", "- a\n\n  b\n- c\n", "~~~ swift x\nlet a\n~~~\n", "A\n=\n\nB\n-\n***\n",
    "[a]\n\n[a]: <b c> 'd'\n", "&eacute;&#33; \\*a\\*\n", "\ta\n\n\tb\n", "<http://a.b/?c&d>\n",
  ])
  func rendersPlainTextAsLibcmarkDoes(source: String) throws {
    for options in [ParsingOptions(), Self.plain] {
      let document = try Document(parsing: source, options: options)
      #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: source))
    }
  }

  @Test(arguments: [
    "[[a]]", "==a==", "~~a~~", "www.a.fr", "a[^1]\n\n[^1]: b", "|a|\n|-|", "- [x] a", "# a {#b}",
    "> [!NOTE] a", "!!! note \"a\"\n    b", "---\na: b\n---\n",
  ])
  func readsNoExtensionUnlessAsked(source: String) throws {
    let document = try Document(parsing: source, options: Self.plain)
    #expect(HTMLRenderer.html(of: document.blocks) == Oracle.html(of: source))
    #expect(document.frontMatter == nil)
    #expect(document.footnotes.isEmpty)
  }
}
