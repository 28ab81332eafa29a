import Foundation
import Testing

@testable import Site

/// A page is made again where something that it shows changed, and only there.
struct PageKeyTests {
  private static let notes = [
    "ec2.md": "# EC2\n\n**EC2 (Elastic Compute Cloud)** : des machines à louer.\n",
    "lambda.md": "# Lambda\n\n**Lambda** : du code sans serveur.\n\nMoins cher que EC2.\n",
    "seul.md": "# Au large\n\nDe loin se voient les Phares bleus.\n",
  ]

  private func keys(_ site: TestSite) throws -> [String: UInt64] {
    let path = site.output + "/" + SiteRecord.name
    let bytes = try #require(FileManager.default.contents(atPath: path))
    return try #require(SiteRecord(Array(bytes))).entries.mapValues(\.key)
  }

  @Test func hangsOnTheTermsThatTheNoteNames() throws {
    try withSite(Self.notes) { site in
      let before = try keys(site)
      try site.write(
        "# EC2\n\n**EC2 (Elastic Compute Cloud)** : des machines que l’on loue.\n", to: "ec2.md")
      try site.build()
      let after = try keys(site)
      #expect(before["seul/index.html"] == after["seul/index.html"])
      #expect(before["lambda/index.html"] != after["lambda/index.html"])
      #expect(site.file("lambda/index.html")?.contains("que l’on loue") == true)
    }
  }

  @Test func hangsOnATermThatIsNew() throws {
    try withSite(Self.notes) { site in
      let before = try keys(site)
      try site.write(
        "# Phares\n\n**Phare bleu** : une tour qui éclaire la mer.\n\n"
          + "**Phares bleus** : les tours qui éclairent la mer.\n", to: "zzz.md")
      try site.build()
      #expect(before["seul/index.html"] != (try keys(site))["seul/index.html"])
      #expect(site.file("seul/index.html")?.contains("éclaire") == true)
    }
  }

  @Test func leavesMostPiecesOfTheIndexWhereOneNoteChanges() throws {
    let words = (0..<40_000).map { "mot\($0 % 9_000)" }
    let notes = Dictionary(
      (0..<200).map {
        (
          "note\($0).md",
          "# Note \($0)\n\n\(words[$0 * 200..<$0 * 200 + 200].joined(separator: " ")).\n"
        )
      },
      uniquingKeysWith: { $1 })
    try withSite(notes) { site in
      let pieces = { try Set(keys(site).keys.filter { $0.hasPrefix("search/") }) }
      try site.write("# Note 7\n\nUne phrase.\n", to: "note7.md")
      try site.build()
      let before = try pieces()
      try site.write("# Note 7\n\nUne autre phrase.\n", to: "note7.md")
      try site.build()
      let gone = try before.subtracting(pieces())
      #expect(before.count > 200)
      #expect(!gone.isEmpty && gone.count * 2 < before.count)
    }
  }

  @Test func hangsOnWhatTheFileHoldsAndNotOnItsTime() throws {
    try withSite(Self.notes) { site in
      let note = try #require(Self.notes["lambda.md"])
      try site.write(note, to: "lambda.md")
      #expect(try site.build().renderedPages == 0)
    }
  }
}
