import FrenchText
import Testing

@testable import Search

/// Names of the lexicon tell surface forms by their differences from the folded form.
@Suite struct LexiconNameTests {
  private func name(_ surface: String) -> [UInt8] {
    var folded: [UInt8] = []
    appendFolded(utf8(surface).span, to: &folded)
    return lexiconName(surface: utf8(surface)[...], folded: folded)
  }

  private static let forms = [
    "ecole", "école", "été", "étété", "cœur", "œ", "naïveté", "straße", "ñ", "côté", "e", "дом",
    String(repeating: "é", count: 127), String(repeating: "a", count: 252) + "é",
  ]

  @Test(arguments: forms)
  func aNameTellsItsSurfaceForm(_ form: String) {
    #expect(string(surface(ofName: name(form))) == form)
  }

  @Test func tellsOneAccentInFewBytes() {
    #expect(name("école") == utf8("ecole") + [0, 255] + utf8("é") + [4])
  }

  @Test func standsInTheOrderOfSurfaceForms() {
    let forms = [
      "cote", "coté", "côte", "côté", "etete", "etété", "étete", "étété", "péché", "pêche",
    ]
    let sorted = forms.reversed().sorted { name($0).lexicographicallyPrecedes(name($1)) }
    #expect(sorted == forms)
  }

  @Test func aDamagedNameTellsSomething() {
    for name: [UInt8] in [[0], [0, 0], [97, 0, 7], [97, 0, 0, 255], [97, 0, 255, 98, 200]] {
      #expect(surface(ofName: name).count < 300)
    }
  }
}
