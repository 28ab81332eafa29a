import Markdown
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("a *b* **c** ~~d~~ ==e== `f`", "a b c d e f"), ("[a *b*](c \"d\") ![e](f)", "a b e"),
    ("a\nb  \nc", "a b c"), ("a[^1]b\n\n[^1]: c", "ab"), ("H<sub>2</sub>O<br>a<br/>b", "H2O a b"),
    ("[[a#b]] [[c|d]] ![[e]]", "a › b d e"), ("&eacute; &amp; \\*", "é & *"),
    ("a <!-- b --> c", "a  c"),
    ("# a {#b}", "a"), ("- a\n- b\n\n  c", "a\nb\nc"), ("> a\n>\n> b", "a\nb"), ("***", ""),
    ("> [!note] a\n> b", "a\nb"), ("|a|b|\n|-|-|\n|*c*|d|", "a | b\nc | d"),
    ("```x\n  a\n\n  b\n```", "  a\n\n  b"),
    ("<p>a</p>\n<p>b &lt; c</p>", "a\nb < c"), ("- [x] a", "a"),
  ])
  func isWhatAReaderSees(source: String, text: String) throws {
    #expect(try Document(parsing: source).blocks.plainText == text)
  }

  @Test(arguments: [
    ("a <b>c</b>d", "a cd"), ("<td>a</td><td>b</td>", "a\nb"), ("a<!-- b -->c", "ac"),
    ("a<!-- b", "a"),
    ("<script>a</script>b<STYLE>c</Style >d", "b\nd"), ("a<script>b", "a"),
    ("&eacute;&#233;&#xE9;&nbsp;&lt;", "ééé\u{A0}<"),
    ("&AMP;&CounterClockwiseContourIntegral;&foo;&;&", "&∳&foo;&;&"), ("a < b > c", "a < b > c"),
    ("a <b", "a <b"),
    ("<a title=\"b > c\">d</a>", "d"), ("<a title=\"b>c", "c"),
    ("<!DOCTYPE html><?a?>b<![CDATA[c]]>d", "bd"),
    ("  a\n\n b\t c ", "a b c"), ("", ""), ("<p>", ""), ("é<br>😀", "é\n😀"),
    ("<my-tag>a</my-tag>b", "a\nb"), ("&#0;&#x110000;", "\u{FFFD}\u{FFFD}"),
  ])
  func findsTheVisibleTextOfHTML(source: String, text: String) {
    #expect(visibleText(ofHTML: source) == text)
  }
}
