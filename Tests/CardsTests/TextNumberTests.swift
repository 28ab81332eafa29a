import Testing

@testable import Cards

@Suite struct TextNumberTests {
  @Test func numbersTextsInTheOrderInWhichTheyCome() {
    var texts = TextNumbers()
    let words = (0..<500).map { "texte \($0 % 250)" } + ["", "é", "e\u{301}", ""]
    let numbers = words.map { texts.number(of: $0) }
    #expect(numbers == (0..<500).map { $0 % 250 } + [250, 251, 252, 250])
    #expect(texts.ends.count == 253)
    #expect(Int(texts.ends[252]) == texts.bytes.count)
  }

  @Test func tellsTextsApartByTheirBytes() {
    for length in 0...40 {
      let text = String(repeating: "x", count: length)
      #expect(ExactText(text) == ExactText(text + "y").dropped)
      for place in 0..<length {
        var bytes = Array(text.utf8)
        bytes[place] = UInt8(ascii: "z")
        #expect(ExactText(text) != ExactText(String(decoding: bytes, as: UTF8.self)))
      }
    }
    #expect(ExactText("é") != ExactText("e\u{301}"))
  }
}

extension ExactText {
  /// The same text without its last letter, stored elsewhere.
  fileprivate var dropped: ExactText { ExactText(String(text.dropLast())) }
}
