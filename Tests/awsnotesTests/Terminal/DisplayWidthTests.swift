import Glibc
import Testing

@testable import awsnotes

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("NAT", 3), ("é", 1), ("e\u{301}", 1), ("œuvre", 5), ("«\u{A0}a\u{A0}»", 5),
    ("’…—›·", 5), ("━─", 2), ("東京", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ア", 2),
    ("ｱ", 1), ("Ａ", 2), ("🗻", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2),
    ("a\u{200B}b", 2), ("\u{1B}", 0), ("עברית", 5), ("☁️ S3", 5),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test func agreesWithTheSystemsTable() throws {
    typealias Width = @convention(c) (Int32) -> Int32
    let symbol = unsafe try #require(dlsym(nil, "wcwidth"))
    let width = unsafe unsafeBitCast(symbol, to: Width.self)
    let locale = unsafe try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let previous = unsafe uselocale(locale)
    defer {
      _ = unsafe uselocale(previous)
      unsafe freelocale(locale)
    }

    var compared = 0
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Int(width(Int32(value)))
      let properties = scalar.properties
      switch value {
      // Letters inside a Hangul syllable have no width of their own in C.
      case 0x1160...0x11FF, 0xD7B0...0xD7FF: continue
      // Half a flag is one column wide in C, and the flag is two.
      case 0x1F1E6...0x1F1FF: continue
      default: break
      }
      // Signs that frame the Arabic numbers after them are marks of format, yet they are seen.
      if expected < 0 || properties.generalCategory == .format { continue }
      if properties.age == nil || value == 0x1171E { continue }
      compared += 1
      if displayWidth(of: scalar) != expected {
        Issue.record("U+\(String(value, radix: 16)): \(displayWidth(of: scalar)) ≠ \(expected)")
      }
    }
    #expect(compared > 100_000)
  }
}
