import Notes
import Testing

@testable import Site

/// Pages of notes that nobody writes by hand are made in a time that grows with them.
@Suite struct LongPageTests {
  private func page(_ text: String) throws -> String {
    var page = ""
    try withSite(["a.md": "# A\n\n" + text]) { page = $0.file("a/index.html") ?? "" }
    return page
  }

  @Test(.timeLimit(.minutes(30)))
  func numbersManyFootnotes() throws {
    let notes = (0..<6_000).map { "[^n\($0)]: Fin \($0).\n\n" }.joined()
    let page = try page(notes + (0..<6_000).map { "[^n\($0)] " }.joined() + "[^n7]")
    #expect(page.contains("id=\"footnote-6000\""))
    #expect(page.contains("id=\"ref-8-2\""))
    #expect(!page.contains("id=\"footnote-6001\""))
  }

  @Test(.timeLimit(.minutes(30)))
  func pairsManyTags() throws {
    let count = 30_000
    let page = try page(
      "x " + String(repeating: "<kbd>", count: count) + String(repeating: "</b>", count: count)
        + "<sub>y</sub>")
    #expect(page.contains("<sub>y</sub>"))
    #expect(!page.contains("<kbd>"))
  }

  @Test(.timeLimit(.minutes(30)))
  func givesNotesOfOneAddressPagesOfTheirOwn() {
    let notes = (1...6_000).map {
      Note(
        path: "vpc" + String(repeating: "!", count: $0 % 200)
          + String(repeating: "?", count: $0 / 200) + ".md", title: "VPC")
    }
    let plan = SitePlan(notes)
    #expect(Set(plan.notePages).count == notes.count)
    #expect(plan.notePages.prefix(3).map(\.text) == ["vpc/", "vpc-2/", "vpc-3/"])
    #expect(plan.movedNotes.count == notes.count - 1)
  }
}
