import FrenchText
import Testing

@testable import Search

@Suite struct CorrectionTests {
  private static func word(_ length: Int, _ letters: Int, _ random: inout SplitMix64) -> [UInt8] {
    (0..<length).map { _ in 0x61 + UInt8(random.below(letters)) }
  }

  /// The distance by its definition, without shortcuts.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = Swift.min(rows[i][j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, rows[i][j + 1] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = Swift.min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  @Test(arguments: 0...2)
  func acceptsWhatIsNear(mistakes: Int) {
    var random = SplitMix64(UInt64(70 + mistakes))
    for _ in 0..<40 {
      let letters = 2 + random.below(3)
      let word = Self.word(1 + random.below(9), letters, &random)
      // In the order of a lexicon, so that each keeps what it shares with the one before.
      let strings = (0..<60).map { _ in Self.word(random.below(11), letters, &random) }
        .sorted { $0.lexicographicallyPrecedes($1) }
      var automaton = SpellingAutomaton(word, mistakes: mistakes)
      var last: [UInt8] = []
      for string in strings {
        let shared = zip(string, last).prefix { $0 == $1 }.count
        let ruledOut = automaton.read(string[...], keeping: shared)
        let distance = Self.distance(word, string)
        #expect((ruledOut == nil) == (distance <= mistakes))
        #expect(
          editDistance(word.span, string.span, limit: mistakes)
            == (distance <= mistakes ? distance : nil))
        if let ruledOut, ruledOut < string.count {
          let dead = Array(string[..<ruledOut])
          for tail in strings {
            #expect(Self.distance(word, dead + tail) > mistakes)
          }
        }
        last = string
      }
    }
  }

  /// What corrections promise, tried on every form.
  private static func nearest(_ word: [UInt8], _ forms: [[UInt8]: Int]) -> [[UInt8]] {
    guard word.count >= 4 else { return [] }
    let mistakes = word.count < 8 ? 1 : 2
    var found: [(form: [UInt8], distance: Int, frequency: Int)] = []
    for (form, count) in forms where form.first == word[0] || form.first == word[1] {
      let distance = distance(word, form)
      guard distance <= mistakes else { continue }
      let isFirst = form.first == word[0]
      if !isFirst, word.count < 8 { continue }
      found.append((form, 2 * distance + (isFirst ? 0 : 1), BitPacking.width(of: UInt32(count))))
    }
    if found.contains(where: { $0.form.first == word[0] && $0.distance <= 2 }) {
      found.removeAll { $0.form.first != word[0] }
    }
    found.sort {
      if $0.distance != $1.distance { return $0.distance < $1.distance }
      if $0.frequency != $1.frequency { return $0.frequency > $1.frequency }
      return $0.form.lexicographicallyPrecedes($1.form)
    }
    return found.prefix(3).map { $0.form }
  }

  @Test(arguments: [1, 2, 3])
  func mendsAsTryingEveryFormWould(segments: Int) throws {
    var random = SplitMix64(UInt64(80 + segments))
    // Each form stands in one segment: frequencies are those of a segment.
    var forms: [[UInt8]: Int] = [:]
    var texts = [[[UInt8]]](repeating: [], count: segments)
    for _ in 0..<1200 {
      let form = Self.word(3 + random.below(8), 3, &random)
      guard forms[form] == nil, analyzedWords(of: form).count == 1 else { continue }
      let count = 1 + random.below(5)
      forms[form] = count
      let segment = random.below(segments)
      texts[segment] += [[UInt8]](repeating: form, count: count)
    }
    let index = try Index(
      segments: texts.map { text in
        Bytes(
          bytes(notes: [
            SourceNote(
              path: utf8("a"), title: utf8("A"),
              documents: [
                SourceDocument(title: [], text: Array(text.joined(separator: [0x20])))
              ])
          ]))
      })
    let lexicon = Lexicon(index)
    for _ in 0..<70 {
      let word = Self.word(3 + random.below(9), 3, &random)
      #expect(lexicon.corrections(of: word) == Self.nearest(word, forms), "\(string(word))")
    }
  }
}
