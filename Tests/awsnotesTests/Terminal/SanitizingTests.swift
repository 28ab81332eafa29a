import Testing

@testable import awsnotes

@Suite struct SanitizingTests {
  @Test(arguments: [
    ("Zone de disponibilité « a »", "Zone de disponibilité « a »"),
    ("\u{1B}[2J", "␛[2J"),
    ("a\u{7}b\u{8}c", "a␇b␈c"),
    ("\0", "␀"),
    ("\r", "␍"),
    ("\u{7F}", "␡"),
    ("\u{9B}31m", "\\u{9B}31m"),
    ("\u{85}", "\\u{85}"),
    ("\u{A0}", "\u{A0}"),
    ("facture\u{202E}fdp.exe", "facture\\u{202E}fdp.exe"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
    ("\u{200E}\u{200F}\u{61C}", "\\u{200E}\\u{200F}\\u{61C}"),
    ("\u{2028}", "\\u{2028}"),
    ("👩‍👧 e\u{301} ’…", "👩‍👧 e\u{301} ’…"),
  ])
  func makesControlsVisible(text: String, expected: String) {
    #expect(sanitized(text) == expected)
    #expect(sanitized(text, keepsLayout: true) == expected)
    #expect(sanitized(expected) == expected)
  }

  @Test func keepsNewlinesAndTabsOnlyWhereTheyAreLayout() {
    #expect(sanitized("a\n\tb\u{1B}") == "a␊␉b␛")
    #expect(sanitized("a\n\tb\u{1B}", keepsLayout: true) == "a\n\tb␛")
    #expect(sanitized("a\r\nb\r\r\n", keepsLayout: true) == "a\r\nb␍\r\n")
    #expect(sanitized("a\r\n") == "a␍␊")
  }

  @Test func escapesInJSONWhatTheTerminalWouldObey() {
    #expect(
      JSON.string("a\u{9B}é\u{202E}\u{E0041}\u{7F}\"").text
        == "\"a\\u009bé\\u202e\\udb40\\udc41\\u007f\\\"\"")
  }

  @Test func leavesNoControlInAnyText() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let clean = sanitized("a\(scalar)b").unicodeScalars
      #expect(clean.allSatisfy { $0.properties.generalCategory != .control })
    }
  }
}
