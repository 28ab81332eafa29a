import Site
import Testing

@Suite struct AssetsTests {
  @Test(arguments: ["search.wasm", "quiz.wasm"])
  func holdTheCoreAsModulesOfWebAssembly(_ name: String) throws {
    let module = try #require(Assets.bytes(name))
    #expect(module.prefix(4) == [0x00, 0x61, 0x73, 0x6D])
  }

  @Test func holdTheScriptsAsTheyWereWritten() throws {
    let script = try #require(Assets.bytes("core.js"))
    #expect(String(decoding: script, as: UTF8.self).contains("\"use strict\";"))
  }

  @Test(arguments: ["", "a", "ab", "abc", "é\u{0}\u{7F}xyz"])
  func base64IsReadAsItWasWritten(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Base64.decoded(Base64.encoded(bytes)) == bytes)
  }
}
