import Notes
import Testing

@testable import Cards

/// What is read by bytes is read as the standard library reads characters.
@Suite struct PlainTextTests {
  /// Texts of ASCII, of accents, of signs, and some whose characters are made of several scalars.
  static let texts = [
    "", " ", "  two  spaces ", "Où va l’État ? Là : « ici » ; voilà !", "a\u{A0}b\u{202F}c\td\ne",
    "S3 → EC2 (Elastic Compute Cloud)", "« ? » « » «  » : ; !", "1️⃣ étape ⚠️ gare ! 🚀 Départ ?",
    "🚀 ? 👉🏽 ; 👨‍👩‍👧 : fin", "e\u{301}te\u{301} ?", "«\u{301} x ?\u{301} y »\u{301}", "a\r\nb ?\r\n",
    "ŒUVRE Œil İstanbul ŸÀÉ straße", "² µm ½ nº 1ª", "日本 語 ? Ключ : λ", "x = y :// z, a / b ; c",
    "🇫🇷 ? 🇫🇷🇧🇪 : ok", "\u{600} ? \u{600}« x", "l'“a” – b — c … d • e ✅ f ❌", "①②Ⅳ ⅷ 3️⃣",
  ]

  @Test(arguments: texts) func cutsAsSplittingDoes(text: String) {
    #expect(text.spaced == text.split(separator: " "))
    #expect(text.pieces == text.split(whereSeparator: \.isWhitespace))
    #expect(text.parts(between: ",") == text.split(separator: ","))
  }

  @Test(arguments: texts) func findsAsTheStandardLibraryDoes(text: String) {
    for part in [" ?", "» ", "→", "://", " ", "✅", "?", "a", ", "] {
      #expect(text.holds(part) == text.contains(part))
      #expect(text.firstPlace(of: part) == text.firstRange(of: part))
      #expect(text.count(of: part) == text.ranges(of: part).count)
    }
  }

  @Test(arguments: texts) func findsTheWordsThatCharactersMake(text: String) {
    let expected = text.split { !($0.isLetter || $0.isNumber) }
    #expect(words(of: text).map { text[$0.range] } == expected)
    #expect(
      foldedWords(text) == folded(text).split { !($0.isLetter || $0.isNumber) }.map(String.init))
    #expect(tellingCount(of: text) == words(of: text).count { !$0.isFiller })
    #expect(stems(of: text) == Set(words(of: text).filter { !$0.isFiller }.map(\.stem)))
  }

  @Test(arguments: texts) func keepsTheLettersThatFilteringKeeps(text: String) {
    for word in text.split(separator: " ") {
      let expected = folded(word.filter { $0.isLetter || "'’-".contains($0) })
      #expect(word.bare(hyphens: true) == expected)
    }
  }

  @Test func takesOutInnermostParentheses() {
    let text = "un quai (le […] y compris) de (bois (ou […]) clair)"
    #expect(
      text.withoutParentheses(holding: "[…]", spaces: true) == "un quai de (bois clair)")
    #expect(text.withoutParentheses(holding: nil, spaces: false) == "un quai  de (bois  clair)")
  }
}
