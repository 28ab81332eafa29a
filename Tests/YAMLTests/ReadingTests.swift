import Testing
import YAML

@Suite struct ReadingTests {
  private func scalar(_ text: String) -> Node { Node(.scalar(text, isQuoted: false), line: 1) }

  @Test(
    arguments: [
      ("0", 0), ("42", 42), ("-7", -7), ("+7", 7), ("007", 7), ("0x1F", 31), ("0o17", 15),
      ("", nil), ("1.0", nil), ("1_000", nil), ("douze", nil), ("0x-1F", nil), ("0o8", nil),
      ("99999999999999999999", nil), (" 1", nil),
    ] as [(String, Int?)])
  func readsWholeNumbers(text: String, number: Int?) {
    #expect(scalar(text).int == number)
  }

  @Test(
    arguments: [
      ("0.9", 0.9), (".5", 0.5), ("1.", 1), ("-2e-3", -0.002), ("12", 12), ("6.02E+23", 6.02e23),
      ("nan", nil), ("inf", nil), (".inf", nil), ("0x1p3", nil), ("1e999", nil), ("e", nil),
      ("1,5", nil), ("", nil),
    ] as [(String, Double?)])
  func readsFiniteNumbers(text: String, number: Double?) {
    #expect(scalar(text).double == number)
  }

  @Test(
    arguments: [
      ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false),
      ("FALSE", false), ("yes", nil), ("no", nil), ("oui", nil), ("on", nil), ("1", nil),
      ("tRUE", nil),
    ] as [(String, Bool?)])
  func readsOnlyTheTruthValuesOfTheCoreSchema(text: String, truth: Bool?) {
    #expect(scalar(text).bool == truth)
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func readsNothingAsNoText(text: String) {
    #expect(scalar(text).isNull)
    #expect(scalar(text).string == nil)
    #expect(scalar(text).strings == [])
  }

  @Test func quotedTextIsTextAlone() throws {
    for text in ["true", "12", "null", ""] {
      let node = Node(.scalar(text, isQuoted: true), line: 1)
      #expect(node.string == text)
      #expect(node.int == nil && node.double == nil && node.bool == nil && !node.isNull)
    }
  }

  @Test(
    arguments: [
      ("[vpc, nat]", ["vpc", "nat"]),
      ("- 2024\n- ~\n- 'x'", ["2024", "x"]),
      ("vpc", ["vpc"]),
      ("vpc, nat", ["vpc, nat"]),
      ("[]", []),
      ("[vpc, [nat]]", nil),
      ("{vpc: nat}", nil),
    ] as [(String, [String]?)])
  func readsListsOfTexts(text: String, texts: [String]?) throws {
    #expect(try parse(text)?.strings == texts)
  }

  @Test func findsValuesByKey() throws {
    let node = try #require(try parse("site: {titre: Notes}\nlangue: fr"))
    #expect(node["site"]?["titre"]?.string == "Notes")
    #expect(node["langue"]?.string == "fr")
    #expect(node["absente"] == nil)
    #expect(node["langue"]?["fr"] == nil)
    #expect(node.string == nil)
  }
}
