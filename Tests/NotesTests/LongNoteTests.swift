import Notes
import Testing

/// Notes that nobody writes by hand: reading them ends in a time that grows with them.
@Suite struct LongNoteTests {
  private static let count = 50_000

  @Test(.timeLimit(.minutes(30)))
  func readsParenthesesInParentheses() throws {
    let open = String(repeating: "Alpha (", count: Self.count)
    let links =
      String(repeating: "[", count: Self.count) + "a" + String(repeating: "](b)", count: Self.count)
    #expect(try note("# A\n\n" + open).acronyms.isEmpty)
    #expect(try note("# A\n\n" + links).acronyms.isEmpty)
  }

  @Test func readsAnAcronymBehindALongWord() throws {
    let long = String(repeating: "a", count: 10_000)
    let note = try note("# A\n\n\(long) Network Address Translation (NAT) et \(long) (VPC).\n")
    #expect(note.acronyms.map(\.expansion) == ["Network Address Translation"])
  }

  @Test func asksAGapOfALongPassageWithTheWordsAroundIt() throws {
    let words = String(repeating: "mot ", count: 10_000)
    let note = try note("---\ncartes: trous\n---\n\(words){{un}} \(words){{deux}} fin\n")
    #expect(note.clozes.map(\.answer) == ["un", "deux"])
    #expect(note.clozes.allSatisfy { $0.before.hasPrefix("… mot") && $0.before.hasSuffix("mot ") })
    #expect(note.clozes.map { $0.after.utf8.count < 610 } == [true, true])
    #expect(note.clozes.first?.after.hasSuffix("mot …") == true)
    #expect(note.clozes.last?.after == " fin")
  }

  @Test(.timeLimit(.minutes(30)))
  func readsManyLabelsPortsAndQuestionsOfOneSection() throws {
    let labels = (0..<4_000).map { "- Terme \($0)\n  - Définition : une chose numéro \($0)\n" }
      .joined()
    #expect(try note("# A\n\n" + labels).definitions.count == 4_000)
    let ports = (0..<4_000).map { "|S\($0)|\($0)|\n" }.joined()
    #expect(try note("# A\n\n|Service|Port|\n|-|-|\n" + ports).ports.count > 3_900)
    let questions = (0..<4_000).map { "Lequel \($0) ?\n\n- [x] un\n- [ ] deux\n\n" }.joined()
    let read = try note("# A\n\n" + questions)
    #expect(read.questions.count == 4_000)
    #expect(read.questions.last?.stem.hasSuffix("Lequel 3999 ?") == true)
  }
}
