import Markdown
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    (Array("é\n".utf8), "é\n"), ([], ""), ([0xEF, 0xBB, 0xBF, 0x61], "a"),
    ([0xEF, 0xBB, 0xBF], ""),
    (Array("a\r\nb\r\n".utf8), "a\nb\n"), (Array("a\rb\r".utf8), "a\nb\n"),
    (Array("a\r\nb\rc\nd\n\re\r\r\nf".utf8), "a\nb\nc\nd\n\ne\n\nf"),
    ([0x61, 0, 0x62], "a\u{FFFD}b"),
    (Array("a\u{2028}b\u{85}c😀".utf8), "a\u{2028}b\u{85}c😀"),
  ])
  func readsUTF8(bytes: [UInt8], text: String) {
    let source = SourceText(bytes: bytes)
    #expect(source.text == text)
    #expect(source.encoding == .utf8)
    #expect(source.suspectLines.isEmpty)
  }

  @Test(arguments: [
    ([0x61, 0, 0xE9, 0], "aé"), ([0x3D, 0xD8, 0, 0xDE], "😀"), ([], ""),
    ([0x61, 0, 0x0D, 0, 0x0A, 0, 0x62, 0, 0x0D, 0], "a\nb\n"), ([0x61, 0, 0, 0], "a\u{FFFD}"),
    ([0x61, 0, 0x62], "a\u{FFFD}"), ([0x3D, 0xD8, 0x61, 0], "\u{FFFD}a"), ([0, 0xDE], "\u{FFFD}"),
  ])
  func readsUTF16InBothByteOrders(bytes: [UInt8], text: String) {
    let little = SourceText(bytes: [0xFF, 0xFE] + bytes)
    #expect(little.text == text)
    #expect(little.encoding == .utf16LittleEndian)
    var swapped = bytes
    for index in stride(from: 0, to: bytes.count - 1, by: 2) { swapped.swapAt(index, index + 1) }
    let big = SourceText(bytes: [0xFE, 0xFF] + swapped)
    #expect(big.text == text)
    #expect(big.encoding == .utf16BigEndian)
  }

  @Test(arguments: [
    ([0x63, 0x6C, 0xE9], "clé", [1]), ([0x80, 0x92, 0x9C, 0x85], "€’œ…", [1]),
    ([0x81], "\u{FFFD}", [1]),
    (Array("é\n".utf8) + [0xE9, 0x0A, 0x61, 0x0A, 0xE8, 0xE0], "é\né\na\nèà", [2, 4]),
    ([0x0D, 0x0A, 0x0D, 0xE9, 0x0D, 0xE9], "\n\né\né", [3, 4]), ([0xC3], "Ã", [1]),
    ([0xE2, 0x82], "â‚", [1]),
    ([0xC0, 0xAF], "À¯", [1]), ([0xED, 0xA0, 0xBD], "í\u{A0}½", [1]),
    ([0xF5, 0x80, 0x80, 0x80], "õ€€€", [1]),
    ([0xE9, 0], "é\u{FFFD}", [1]), ([0xEF, 0xBB, 0xBF, 0xE9], "é", [1]),
  ])
  func readsBytesThatAreNoUTF8AsWindows1252(bytes: [UInt8], text: String, lines: [Int]) {
    let source = SourceText(bytes: bytes)
    #expect(source.text == text)
    #expect(source.encoding == .windows1252)
    #expect(source.suspectLines == lines)
  }

  @Test func namesNoMoreThanAHundredSuspectLines() {
    let bytes = Array(repeating: [0xE9, 0x0A] as [UInt8], count: 1000).joined()
    #expect(SourceText(bytes: Array(bytes)).suspectLines == Array(1...100))
  }

  @Test func readsAnyBytesAtAll() {
    var state: UInt64 = 7
    for length in 0..<300 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      }
      let text = SourceText(bytes: bytes).text
      #expect(!text.utf8.contains(0) && !text.utf8.contains(0x0D))
      #expect(length == 0 || !text.isEmpty)
    }
  }
}
