import BrowserSearch
import Testing

@Suite struct PagePathTests {
  @Test(arguments: [
    ("Réseau/NAT gateway.md", "reseau/nat-gateway/"),
    ("vpc.md", "vpc/"),
    ("VPC.MD", "vpc/"),
    ("a/b.markdown", "a/b/"),
    ("Règles & ACL (réseau).md", "regles-acl-reseau/"),
    ("cœur/Œuvre.md", "coeur/oeuvre/"),
    ("e\u{301}te\u{301}.md", "ete/"),
    ("a’b–c…d.md", "a-b-c-d/"),
    ("v1.2 notes.md", "v1-2-notes/"),
    ("Ελλάδα/сеть.md", "ελλάδα/сеть/"),
    ("index.md", ""),
    ("Index.md", ""),
    ("readme.md", "readme/"),
    ("réseau/README.md", "reseau/"),
    ("réseau/LisezMoi.md", "reseau/"),
    ("réseau/index.md", "reseau/"),
    ("réseau/index/note.md", "reseau/index/note/"),
    ("---.md", "-/"),
    ("a//b.md", "a/b/"),
    (".md", "md/"),
    ("", ""),
  ])
  func leadsFromANoteToItsPage(_ note: String, _ page: String) {
    #expect(String(decoding: pagePath(of: Array(note.utf8)), as: UTF8.self) == page)
  }

  @Test func anyBytesHaveAPage() {
    for seed in 0..<200 {
      let bytes = (0..<seed % 40).map { UInt8(truncatingIfNeeded: ($0 + 3) * (seed + 7) * 31) }
      let path = pagePath(of: bytes)
      #expect(path.isEmpty || path.last == UInt8(ascii: "/"))
    }
  }
}
