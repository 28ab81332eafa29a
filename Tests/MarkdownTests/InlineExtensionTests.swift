import Markdown
import Testing

@Suite struct InlineExtensionTests {
  @Test(arguments: [
    ("[[VPC]]", "<wiki VPC></wiki>"),
    ("[[VPC|le réseau]]", "<wiki VPC>le réseau</wiki>"),
    ("[[VPC#Routes]]", "<wiki VPC#Routes></wiki>"),
    ("[[VPC#Routes|r]]", "<wiki VPC#Routes>r</wiki>"),
    ("[[#Routes]]", "<wiki #Routes></wiki>"),
    ("![[plan.png]]", "<embed plan.png></embed>"),
    (
      "[[__init__]] et [[a_b]], [[c_d]]",
      "<wiki __init__></wiki> et <wiki a_b></wiki>, <wiki c_d></wiki>"
    ),
    ("[[a*b]] *c*", "<wiki a*b></wiki> <em>c</em>"),
    ("[[Clés d'accès|clés]]", "<wiki Clés d'accès>clés</wiki>"),
    ("[[a | b]]", "<wiki a>b</wiki>"),
    ("[[a|]]", "<wiki a></wiki>"),
    (#"[[a\|b]]"#, "<wiki a>b</wiki>"),
    ("**[[a]]**", "<strong><wiki a></wiki></strong>"),
    ("[[R&amp;D]]", "<wiki R&D></wiki>"),
    (#"\\[[a]]"#, #"\<wiki a></wiki>"#),
    (#"\![[a]]"#, "!<wiki a></wiki>"),
    ("[[[a]]]", "[<wiki a></wiki>]"),
    ("[voir [[a]]]: b", "[voir <wiki a></wiki>]: b"),
    ("[a](b) [c [[d]]]: e", "<a href=\"b\">a</a> [c <wiki d></wiki>]: e"),
  ])
  func readsWikiLinks(source: String, html: String) throws {
    #expect(try HTMLRenderer.inlines(of: source) == html)
  }

  @Test(arguments: [
    (#"\[[a]]"#, "[[a]]"), (#"[\[a]]"#, "[[a]]"), ("`[[a]]`", "<code>[[a]]</code>"),
    ("[[]]", "[[]]"), ("[[ -f x ]]", "[[ -f x ]]"), ("[[a\nb]]", "[[a\nb]]"),
    ("[[:alpha:]]", "[[:alpha:]]"), ("[[#]]", "[[#]]"), ("[[|a]]", "[[|a]]"),
    ("[[https://a.fr]]", #"[[<a href="https://a.fr">https://a.fr</a>]]"#),
    ("[[a]](b)", #"<a href="b">[a]</a>"#), ("[a [[b]]](c)", #"<a href="c">a [[b]]</a>"#),
    ("![[[a]]](b)", #"<img src="b" alt="[[a]]" />"#),
    ("[a](<[[b]]>)", #"<a href="%5B%5Bb%5D%5D">a</a>"#),
    ("x <a b=\"[[c]]\">", "x <a b=\"[[c]]\">"), ("[[a", "[[a"), ("a]]", "a]]"),
  ])
  func leavesWhatIsNoWikiLink(source: String, html: String) throws {
    #expect(try HTMLRenderer.inlines(of: source) == html)
  }

  @Test(arguments: [
    ("~~a~~", "<del>a</del>"), ("~~a *b*~~ c", "<del>a <em>b</em></del> c"),
    ("==a==", "<mark>a</mark>"),
    ("==**a** `b`==", "<mark><strong>a</strong> <code>b</code></mark>"),
    ("«\u{A0}==a==\u{A0}»", "«\u{A0}<mark>a</mark>\u{A0}»"), ("l'==a==,", "l'<mark>a</mark>,"),
    ("==a ~~b~~ c==", "<mark>a <del>b</del> c</mark>"), ("*==a==*", "<em><mark>a</mark></em>"),
    ("==a ==b== c==", "<mark>a b c</mark>"), ("a~~b~~c", "a<del>b</del>c"),
    ("==a\nb==", "<mark>a\nb</mark>"),
  ])
  func readsStrikethroughAndHighlight(source: String, html: String) throws {
    #expect(try HTMLRenderer.inlines(of: source) == html)
  }

  @Test(arguments: [
    "a == b and c == d", "a==b and c==d", "== a ==", "==a", "a==", "===a===", "====", "~~ a ~~",
    "~a~", "~~~a~~~b",
  ])
  func leavesMarksWithoutPartner(source: String) throws {
    let document = try Document(parsing: "x " + source)
    #expect(document.blocks.plainText == "x " + source)
  }

  @Test(arguments: [
    (#"\==a=="#, "==a=="), (#"==a\=="#, "==a=="), (#"\~~a~~"#, "~~a~~"), (#"~\~a~~"#, "~~a~~"),
    (#"`\==a==`"#, #"<code>\==a==</code>"#),
    (#"http\://a.fr"#, "http://a.fr"), (#"[a](\==b)"#, #"<a href="==b">a</a>"#),
    (#"x <a b="\==">"#, #"x <a b="\==">"#),
    ("`==a==`", "<code>==a==</code>"),
    ("<b ==a==>", "&lt;b <mark>a</mark>&gt;"), ("[a](==b==)", #"<a href="==b==">a</a>"#),
  ])
  func readsNoMarksInCodeTagsAndEscapes(source: String, html: String) throws {
    #expect(try HTMLRenderer.inlines(of: source) == html)
  }

  @Test(arguments: [
    ("https://a.fr", "https://a.fr", ""), ("http://localhost:80/b", "http://localhost:80/b", ""),
    ("https://a.fr/b?c=d&e=f.", "https://a.fr/b?c=d&e=f", "."),
    ("https://a.fr/b),", "https://a.fr/b", "),"),
    ("https://a.fr/b_(c)", "https://a.fr/b_(c)", ""),
    ("https://a.fr/b_(c))", "https://a.fr/b_(c)", ")"),
    ("https://a.fr/__init__.py", "https://a.fr/__init__.py", ""),
    ("https://a.fr!?", "https://a.fr", "!?"),
    ("https://a.fr\u{A0}»", "https://a.fr", "\u{A0}»"), ("https://a.fr»", "https://a.fr", "»"),
    ("https://a.fr/é#à", "https://a.fr/é#à", ""), ("HTTPS://A.FR", "HTTPS://A.FR", ""),
    ("https://a.fr<b", "https://a.fr", "<b"), ("https://a.fr/*b*c", "https://a.fr/*b*c", ""),
  ])
  func readsBareAddresses(source: String, address: String, rest: String) throws {
    let link = Inline.link(
      Link(destination: address, content: [.text(address)], isAutolink: true, line: 1))
    let content = try Document(parsing: "x " + source).blocks.first?.content
    #expect(content == .paragraph([.text("x "), link] + (rest.isEmpty ? [] : [.text(rest)])))
  }

  @Test func givesAnAddressThatBeginsWithWwwItsScheme() throws {
    let html = try HTMLRenderer.inlines(of: "(www.a.fr/b) **www.c.fr** <br>www.d.fr")
    #expect(
      html == """
        (<a href="http://www.a.fr/b">www.a.fr/b</a>) <strong>\
        <a href="http://www.c.fr">www.c.fr</a></strong> <br><a href="http://www.d.fr">www.d.fr</a>
        """)
  }

  @Test(arguments: [
    "https://", "www.", "xhttp://a.fr", "http:/a.fr", "https://!", "www.a_b.c_d", "s3://a/b",
  ])
  func leavesWhatIsNoAddress(source: String) throws {
    #expect(try HTMLRenderer.inlines(of: source) == source)
  }

  @Test func makesNoLinkInsideALink() throws {
    #expect(try HTMLRenderer.inlines(of: "[https://a.fr](b)") == #"<a href="b">https://a.fr</a>"#)
    #expect(
      try HTMLRenderer.inlines(of: "<https://a.fr>") == #"<a href="https://a.fr">https://a.fr</a>"#)
  }

  @Test(arguments: [
    "😀 :smile: :material-check:", "{% raw %} {{ a }}", "{{< youtube b >}}", "{: .classe }",
    "5 $ et 6 $", "$a_b$", "text{.a}", "@a #b ^c^ %d",
  ])
  func readsUnknownSyntaxAsText(source: String) throws {
    #expect(try Document(parsing: source).blocks.plainText == source)
  }
}
