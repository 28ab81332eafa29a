import FrenchText
import Testing

@Suite struct AnalyzerTests {
  @Test(arguments: [
    ("élasticité", "elast"), ("elasticite", "elasticit"), ("chiffrées", "chiffr"),
    ("chiffrement", "chiffr"), ("œuvres", "oeuvr"), ("ecs", "ecs"), ("aws", "aws"),
    ("clé", "cle"), ("été", "ete"), ("s3", "s3"), ("ipv4", "ipv4"), ("t3.micro", "t3.micro"),
    ("users_data", "users_data"), ("réseaux", "reseau"), ("сервера", "сервера"),
  ])
  func makesKeysOfFoldedStems(form: String, expected: String) {
    var analyzer = Analyzer()
    var key: [UInt8] = []
    analyzer.appendKey(of: Array(form.utf8).span, to: &key)
    #expect(String(decoding: key, as: UTF8.self) == expected)
  }

  @Test func appendsToWhatIsThere() {
    var analyzer = Analyzer()
    var keys: [UInt8] = []
    for form in ["volumes", "nat"] { analyzer.appendKey(of: Array(form.utf8).span, to: &keys) }
    #expect(String(decoding: keys, as: UTF8.self) == "volumnat")
  }

  @Test(arguments: [
    "comment", "quel", "quelles", "est", "ce", "qu", "le", "la", "des", "un", "pour", "avec",
    "dans",
    "etre", "ou", "pourquoi", "what", "how", "the", "is", "does", "which", "of", "to", "y", "your",
  ])
  func passesOverFillers(word: String) {
    #expect(isFiller(word))
  }

  @Test(arguments: [
    "", "vpc", "sous-reseau", "instance", "chiffrer", "pare", "s3", "lambda", "th", "commen",
    "comments", " ", "le la", "règle",
  ])
  func keepsWordsThatMean(word: String) {
    #expect(!isFiller(word))
  }

  @Test(arguments: [
    ("", "", 0, 0), ("vpc", "vpc", 0, 0), ("vpc", "vpn", 1, 1), ("vpc", "vcp", 1, 1),
    ("lambda", "lamda", 1, 1), ("lamda", "lambda", 1, 1), ("réseau", "reseau", 1, 1),
    ("kitten", "sitting", 3, 3), ("ca", "abc", 3, 3), ("", "abc", 3, 3), ("abcdef", "badcfe", 3, 3),
    ("東京", "京東", 1, 1), ("instance", "instances", 2, 1), ("cluster", "clutser", 5, 1),
  ])
  func countsEdits(first: String, second: String, limit: Int, distance: Int) {
    #expect(editsBetween(first, second, limit: limit) == distance)
    #expect(editsBetween(second, first, limit: limit) == distance)
    #expect(
      editsBetween(first, second, limit: distance - 1) == nil)
  }

  @Test func agreesWithTheWholeTableOfDistances() {
    var random = FixedRandom(state: 5)
    for _ in 0..<3_000 {
      let first = random.word()
      let second = random.word()
      let distance = wholeTableDistance(first, second)
      for limit in 0...8 {
        let found = editDistance(first.span, second.span, limit: limit)
        #expect(found == (distance <= limit ? distance : nil))
      }
    }
  }

  private func isFiller(_ word: String) -> Bool {
    isFillerWord(Array(word.utf8).span)
  }

  private func editsBetween(_ first: String, _ second: String, limit: Int) -> Int? {
    editDistance(Array(first.utf8).span, Array(second.utf8).span, limit: limit)
  }

  /// The textbook definition, without band or shortcut.
  private func wholeTableDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : i } }
    for i in a.indices {
      for j in b.indices {
        var cost = min(table[i][j + 1], table[i + 1][j]) + 1
        cost = min(cost, table[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = cost
      }
    }
    return table[a.count][b.count]
  }
}

extension FixedRandom {
  /// A word of at most eight letters out of three.
  fileprivate mutating func word() -> [UInt8] {
    (0..<Int.random(in: 0...8, using: &self)).map { _ in UInt8.random(in: 97...99, using: &self) }
  }
}
