import Testing

@testable import Cards

@Suite struct TypesettingTests {
  @Test(arguments: [
    ("Quoi ?", "Quoi\u{202F}?"), ("Non ! Si ; oui :", "Non\u{202F}! Si\u{202F}; oui\u{A0}:"),
    ("« NAT » : « VPC »", "«\u{A0}NAT\u{A0}»\u{A0}: «\u{A0}VPC\u{A0}»"),
    ("« »", "«\u{A0}»"), ("« ?", "«\u{202F}?"), (" ", " "), ("", ""), ("a  ?", "a \u{202F}?"),
    ("déjà\u{A0}: là", "déjà\u{A0}: là"), ("10:30, a:b", "10:30, a:b"), ("« ", "«\u{A0}"),
    (" »", "\u{A0}»"), ("é « è", "é «\u{A0}è"),
  ]) func setsNoBreakSpaces(plain: String, set: String) {
    #expect(Array(typeset(plain).utf8) == Array(set.utf8))
  }
}
