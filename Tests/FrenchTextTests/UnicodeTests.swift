import Foundation
import FrenchText
import Testing

@Suite struct UnicodeTests {
  @Test func composesEveryLatinLetterThatFormDTakesApart() {
    for value in [UInt32](0xC0...0x17F) {
      guard let scalar = Unicode.Scalar(value), value != 0x130 else { continue }
      let letter = String(scalar)
      guard letter.decomposedStringWithCanonicalMapping.unicodeScalars.count > 1 else { continue }
      let word = "a" + letter + "b"
      #expect(forms(word.decomposedStringWithCanonicalMapping) == [word.lowercased()])
      #expect(forms(word) == [word.lowercased()])
    }
  }

  @Test(arguments: ["Élasticité dégradée à l’arrêt", "ÇA COÛTE NAÏF", "Éclair-Café CaféNoir"])
  func readsFormDAsFormC(text: String) {
    let decomposed = text.decomposedStringWithCanonicalMapping
    #expect(Array(decomposed.utf8) != Array(text.utf8))
    #expect(described(decomposed) == described(text.precomposedStringWithCanonicalMapping))
  }

  @Test func lowersLetterByLetterAsTheSystemDoes() {
    let values = [0x41...0x5A, 0xC0...0x17F, 0x386...0x3AB, 0x400...0x52F, 0x1E00...0x1EFF]
    for value in values.joined() where value != 0x130 && value != 0x149 && value != 0x17F {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic,
        !(0x1E96...0x1E9D).contains(value)
      else { continue }
      #expect(forms("x" + String(scalar)) == ["x" + String(scalar).lowercased()])
    }
  }

  @Test func dropsMarksThatMakeNoLatinLetter() {
    #expect(forms("x\u{301}y z\u{32A}") == ["xy", "z"])
    #expect(forms("\u{301}mot") == ["mot"])
  }

  @Test(arguments: [
    ("élève", "eleve"), ("ÉLÈVE", "eleve"), ("œuvre", "oeuvre"), ("ŒUVRE", "oeuvre"),
    ("æquo", "aequo"), ("straße", "strasse"), ("ẞ", "ss"), ("Łódź", "lodz"), ("ĳ", "ij"),
    ("naïf", "naif"), ("ça", "ca"), ("þórr", "thorr"), ("Đặng", "dặng"), ("e\u{301}", "e"),
    ("Привет", "привет"), ("東京", "東京"), ("s3:GetObject", "s3:getobject"), ("", ""),
  ])
  func foldsAccentsAndLigatures(form: String, expected: String) {
    #expect(folded(form) == expected)
  }

  @Test func foldsTheBasicLettersOfFormD() {
    for value in [UInt32](0xC0...0x17F) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let apart = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      guard apart.count == 2, let base = apart.first else { continue }
      #expect(folded(String(scalar)) == String(base).lowercased())
    }
  }
}
