import Highlighting
import Testing

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ("bash", Language.bash), ("Bash title=\"x\"", .bash), ("sh", .bash), ("zsh", .bash),
      ("shell-session", .console), ("{.yaml .numberLines}", .yaml), ("yml", .yaml),
      ("language-json", .json), ("jsonc", .json), ("terraform", .hcl), ("tf,linenos", .hcl),
      ("py", .python), ("PostgreSQL", .sql), ("toml", .ini), ("Dockerfile", .dockerfile),
    ])
  func findsTheLanguageOfAnInfoString(_ info: String, _ language: Language) {
    #expect(Language(info: info) == language)
  }

  @Test(arguments: ["", "  ", "text", "mermaid", "bashful", "{}", "é"])
  func knowsNoOther(_ info: String) {
    #expect(Language(info: info) == nil)
  }
}
