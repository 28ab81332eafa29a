import HTML
import Testing

struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func escapesTextAndAttributes() {
    let html = written {
      $0.element("a", .href("?a=1&b=\"2\""), .class(nil)) { $0.text("a < b && \"c\" > 'd'") }
    }
    #expect(html == "<a href=\"?a=1&amp;b=&quot;2&quot;\">a &lt; b &amp;&amp; \"c\" &gt; 'd'</a>")
  }

  @Test func leavesOutControlsThatHTMLForbids() {
    #expect(written { $0.text("a\u{0}\u{1B}[31mb\tc\n\u{7F}d") } == "a[31mb\tc\nd")
  }

  @Test func writesAttributesThatAreThereOrNot() {
    let html = written {
      $0.void("input", Attribute("disabled", if: true), Attribute("checked", if: false))
    }
    #expect(html == "<input disabled>")
  }

  @Test func keepsWhatIsNotASCII() { #expect(written { $0.text("é — 🗂") } == "é — 🗂") }
}

struct AddressTests {
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:x", "\u{1}javascript:x", "vbscript:x", "data:text/html,<script>",
    "file:///etc/passwd",
    "blob:x", "view-source:x", "http://ip:port", "https://", "http://a:1b/",
  ])
  func refusesAddressesThatCouldRun(address: String) { #expect(safeAddress(address) == nil) }

  @Test(arguments: [
    ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"), ("../vpc/", "../vpc/"),
    ("mailto:a@b.example", "mailto:a@b.example"), ("a b/é", "a%20b/%C3%A9"),
    ("%C3%A9%zz", "%C3%A9%25zz"), ("a/b:c", "a/b:c"), ("#a:b", "#a:b"), ("x\"<>", "x%22%3C%3E"),
    ("http://me@a.example:8080", "http://me@a.example:8080"),
  ])
  func encodesOthers(address: String, encoded: String) { #expect(safeAddress(address) == encoded) }
}
