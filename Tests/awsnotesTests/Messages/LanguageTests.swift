import Glibc
import Testing

@testable import awsnotes

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ([:], .french),
      (["LANG": "fr_FR.UTF-8"], .french),
      (["LANG": "C.UTF-8"], .french),
      (["LANG": "en_GB.UTF-8"], .english),
      (["LANG": "EN"], .english),
      (["LANG": "de_DE"], .french),
      (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "en"], .english),
      (["LC_MESSAGES": "fr_FR", "LANG": "en_US"], .french),
      (["LC_ALL": "en_US", "LC_MESSAGES": "fr_FR", "LANG": "fr_FR"], .english),
      (["LC_CTYPE": "en_US"], .french),
    ] as [([String: String], Language)])
  func followsTheFirstLocaleThatIsSet(environment: [String: String], language: Language) {
    #expect(Language.preferred(environment: environment) == language)
  }

  @Test func speaksBothLanguages() {
    let text = Localized(fr: "oui", en: "yes") + Localized(both: " !")
    #expect(text.in(.french) == "oui !" && text.in(.english) == "yes !")
    #expect(Localized.quoted("x").in(.french) == "«\u{A0}x\u{A0}»")
    #expect(Localized.quoted("x").in(.english) == "“x”")
  }

  @Test(
    arguments: [
      (ENOSPC, "le disque est plein"), (EROFS, "ce disque est en lecture seule"),
      (EACCES, "droits insuffisants"),
    ])
  func saysInFrenchWhatTheSystemSays(number: Int32, words: String) {
    #expect(inFrench(unsafe String(cString: strerror(number))) == words)
    #expect(inFrench("autre chose") == "autre chose")
  }
}
