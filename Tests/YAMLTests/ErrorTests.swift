import Testing
import YAML

@Suite struct ErrorTests {
  private func error(in text: String, firstLine: Int = 1) -> YAMLError? {
    do throws(YAMLError) {
      _ = try parse(text, firstLine: firstLine)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("a: 0\nb: 'ouvert\nc: 1\n", 2, "found unexpected end of stream"),
    ("a: [1, 2\nb: 1\n", 2, "did not find expected ',' or ']'"),
    ("a: 1\n\tb: 2\n", 2, "found a tab character that violates indentation"),
    ("a:\n\t- b\n", 2, "found character that cannot start any token"),
    ("a: b: c", 1, "mapping values are not allowed in this context"),
    ("a: 1\n b: 2", 2, "mapping values are not allowed in this context"),
    ("a: 1\nb: \u{1}", 2, "control characters are not allowed"),
    ("a: \0", 1, "control characters are not allowed"),
    ("{a: 1}}", 1, "did not find expected <document start>"),
    ("a: %b", 1, "found character that cannot start any token"),
    ("- x\ny", 2, "could not find expected ':'"),
  ])
  func saysWhereTheTextIsNotYAML(text: String, line: Int, problem: String) {
    #expect(error(in: text)?.line == line)
    #expect(error(in: text)?.problem == problem)
    #expect(error(in: text)?.kind == .syntax)
  }

  @Test(
    arguments: [
      ("a: 1\nb: 2\na: 3", 3, .duplicateKey("a")),
      ("x:\n  {a: 1,\n   'a': 2}", 3, .duplicateKey("a")),
      ("a: 1\n? [b]\n: 2", 2, .keyIsNotScalar),
      ("a: *rien", 1, .unknownAnchor("rien")),
      ("a: &a\n  - *a", 2, .unknownAnchor("a")),
      ("&a x: 1\nb: &a\n  c: *a", 3, .unknownAnchor("a")),
    ] as [(String, Int, YAMLError.Kind)])
  func saysWhichRuleIsBroken(text: String, line: Int, kind: YAMLError.Kind) {
    #expect(error(in: text)?.kind == kind)
    #expect(error(in: text)?.line == line)
  }

  @Test func countsTheLineOfAnErrorFromTheFirstLineGiven() {
    #expect(error(in: "a: 1\na: 2", firstLine: 10)?.line == 11)
    #expect(error(in: "a: 1\nb: [", firstLine: 10)?.line == 11)
    #expect(error(in: "a: 1\nb: \u{7}", firstLine: 10)?.line == 11)
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func boundsNesting(opening: String) throws {
    let deep = String(repeating: opening, count: 50_000)
    #expect(error(in: deep)?.kind == .nestingTooDeep)
  }

  @Test func allowsNestingUpToTheLimit() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(error(in: nested(Limits.depth)) == nil)
    #expect(error(in: nested(Limits.depth + 1))?.kind == .nestingTooDeep)
  }

  @Test func countsTheLevelsThatAliasesAdd() {
    var text = "a0: &a0 []\n"
    for level in 1...Limits.depth { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(error(in: text)?.kind == .nestingTooDeep)
  }

  @Test func boundsWhatAliasesMultiply() {
    var text = "a0: &a0 [rire, rire]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(error(in: text)?.kind == .tooManyNodes)
  }

  @Test func allowsNodesUpToTheLimit() {
    func list(_ count: Int) -> String {
      "[" + String(repeating: "x,", count: count) + "]"
    }
    #expect(error(in: list(Limits.nodeCount - 1)) == nil)
    #expect(error(in: list(Limits.nodeCount))?.kind == .tooManyNodes)
  }
}

@Suite struct HostileTextTests {
  /// Texts made of what YAML gives a meaning to, the same at each run.
  private static func text(seed: UInt64) -> String {
    let pieces = [
      "a", "é", ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", ",", "&a ", "*a", "!",
      "!!str ", "'", "\"", "\\", "|", ">", "#", " # ", "%", "@", "`", "? ", "---\n", "...\n",
      "<<: *a", "\0", "\u{7F}", "\u{85}", "\u{FEFF}", "\u{2028}", "🗻", "~", "0x1F",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(below bound: Int) -> Int {
      // The generator of Knuth's MMIX.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<draw(below: 60)).map { _ in pieces[draw(below: pieces.count)] }.joined()
  }

  @Test func anyTextIsReadOrRefusedOnOneOfItsLines() {
    var (read, refused) = (0, 0)
    for seed in 0..<20_000 as Range<UInt64> {
      let text = Self.text(seed: seed)
      let lineCount = text.utf8.dropLast().count { $0 == UInt8(ascii: "\n") } + 1
      do throws(YAMLError) {
        if let node = try parse(text) { #expect((1...lineCount).contains(node.line)) }
        read += 1
      } catch {
        #expect((1...lineCount).contains(error.line), "\(text.debugDescription): \(error)")
        refused += 1
      }
    }
    #expect(read > 1000 && refused > 1000)
  }
}
