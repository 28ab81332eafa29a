import Highlighting
import Testing

@Suite struct DataTests {
  @Test(
    arguments: [
      (
        "{\"a\": \"b\", \"c\": [1, -2.5e3, true]}",
        "{⟨na:\"a\"⟩: ⟨st:\"b\"⟩, ⟨na:\"c\"⟩: [⟨nu:1⟩, ⟨nu:-2.5e3⟩, ⟨ke:true⟩]}"
      ),
      ("{\"a\\\"b\" : null} // c", "{⟨na:\"a\\\"b\"⟩ : ⟨ke:null⟩} ⟨co:// c⟩"),
      ("\"arn:${aws:username}/*\"", "⟨st:\"arn:⟩⟨va:${aws:username}⟩⟨st:/*\"⟩"),
      ("\"a\n\"b\": 1", "⟨st:\"a⟩\n⟨na:\"b\"⟩: ⟨nu:1⟩"),
      ("/* a\n b */ 1", "⟨co:/* a\n b */⟩ ⟨nu:1⟩"),
      ("{…}", "{…}"),
    ])
  func coloursJSON(_ code: String, _ expected: String) {
    #expect(marked(code, .json) == expected)
  }

  @Test(
    arguments: [
      ("a: b # c", "⟨na:a⟩: b ⟨co:# c⟩"),
      ("- a: 1\n  b c: true", "- ⟨na:a⟩: ⟨nu:1⟩\n  ⟨na:b c⟩: ⟨ke:true⟩"),
      ("\"a\": 'it''s'", "⟨na:\"a\"⟩: ⟨st:'it''s'⟩"),
      ("u: http://x#y", "⟨na:u⟩: http://x#y"),
      ("p:\n  - \"80:80\"\n  - 81:81", "⟨na:p⟩:\n  - ⟨st:\"80:80\"⟩\n  - 81:81"),
      ("a: {b: 1, c: [d, 2]}", "⟨na:a⟩: {⟨na:b⟩: ⟨nu:1⟩, ⟨na:c⟩: [d, ⟨nu:2⟩]}"),
      ("a: !Ref B\nc: &d e\nf: *d", "⟨na:a⟩: ⟨ke:!Ref⟩ B\n⟨na:c⟩: ⟨va:&d⟩ e\n⟨na:f⟩: ⟨va:*d⟩"),
      ("a: !Sub \"x-${AWS::Region}\"", "⟨na:a⟩: ⟨ke:!Sub⟩ ⟨st:\"x-⟩⟨va:${AWS::Region}⟩⟨st:\"⟩"),
      ("a: x/${B}/{{ c }}", "⟨na:a⟩: x/⟨va:${B}⟩/⟨va:{{ c }}⟩"),
      ("it's: don't", "⟨na:it's⟩: don't"),
      ("---\n# x\na:", "---\n⟨co:# x⟩\n⟨na:a⟩:"),
      ("v: 2012-10-17", "⟨na:v⟩: 2012-10-17"),
    ])
  func coloursYAML(_ code: String, _ expected: String) {
    #expect(marked(code, .yaml) == expected)
  }

  @Test(
    arguments: [
      ("a: |\n  b: c\n\n  d\ne: f", "⟨na:a⟩: |⟨st:\n  b: c\n\n  d⟩\n⟨na:e⟩: f"),
      ("- a: >-\n    b\n  c: d", "- ⟨na:a⟩: >-⟨st:\n    b⟩\n  ⟨na:c⟩: d"),
      ("- |\n  a: b\n- c", "- |⟨st:\n  a: b⟩\n- c"),
      ("a: |  # x\n  b", "⟨na:a⟩: |  ⟨co:# x⟩⟨st:\n  b⟩"),
      ("a: | b\nc: d", "⟨na:a⟩: | b\n⟨na:c⟩: d"),
      ("a: |", "⟨na:a⟩: |"),
    ])
  func takesBlockScalarsByTheirIndent(_ code: String, _ expected: String) {
    #expect(marked(code, .yaml) == expected)
  }

  @Test(
    arguments: [
      (
        "[Unit]\nAfter=network.target ; x\n# y",
        "⟨ke:[Unit]⟩\n⟨na:After⟩=network.target ⟨co:; x⟩\n⟨co:# y⟩"
      ),
      ("a = true\nb = 'c' # d", "⟨na:a⟩ = ⟨ke:true⟩\n⟨na:b⟩ = ⟨st:'c'⟩ ⟨co:# d⟩"),
      ("d = \"${HOME}/x\"", "⟨na:d⟩ = ⟨st:\"⟩⟨va:${HOME}⟩⟨st:/x\"⟩"),
      ("a = l'eau\nb = 3.5", "⟨na:a⟩ = l'eau\n⟨na:b⟩ = ⟨nu:3.5⟩"),
      ("a = \"\"\"\nb\n\"\"\"\nc = 1", "⟨na:a⟩ = ⟨st:\"\"\"\nb\n\"\"\"⟩\n⟨na:c⟩ = ⟨nu:1⟩"),
      ("host ::1", "⟨na:host⟩ ::1"),
    ])
  func coloursSettings(_ code: String, _ expected: String) {
    #expect(marked(code, .ini) == expected)
  }
}
