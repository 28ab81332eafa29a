import Foundation
import KnowledgeBase
import Testing
import YAML

@Suite struct SettingsTests {
  private func settings(_ yaml: String, from folder: String = "") throws -> Settings {
    try Folders.withTemporary { root in
      try write(yaml, to: "\(root)/awsnotes.yml")
      try write("", to: "\(root)/a/b/c.md")
      return try Settings.found(from: root + folder)
    }
  }

  @Test func areFoundFromTheWorkingFolderUpwards() throws {
    let found = try settings("titre: Mes notes\ncontenu: textes\n", from: "/a/b")
    #expect(found.title == "Mes notes")
    #expect(found.content.hasSuffix("/textes"))
    #expect(found.path?.hasSuffix("/awsnotes.yml") == true)
  }

  @Test func nameTheirOwnFolderWhereThereIsNoOther() throws {
    let found = try settings("titre: Mes notes\n", from: "/a/b")
    #expect(found.content.hasSuffix("/a/b") == false)
    #expect(found.path.map { $0.hasPrefix(found.content) } == true)
  }

  @Test func refuseAVocabularyThatIsNotThere() throws {
    try Folders.withTemporary { root in
      try write("# A\nmot\n", to: "\(root)/a.md")
      try write("vocabulaire: absent.yml\n", to: "\(root)/awsnotes.yml")
      #expect(throws: KnowledgeBaseError.self) { try library(root) }
    }
  }

  @Test func tellTheQuizHowToAsk() throws {
    let yaml = "quiz:\n  nouvelles: 5\n  reviews: 50\n  retention: 0.85\n  sangsues: 4\n"
    let found = try settings(yaml).quiz
    #expect((found.newCards, found.reviews, found.leechLapses) == (5, 50, 4))
    #expect(found.desiredRetention == 0.85)
    let numbers = (1...21).map { "\($0)" }.joined(separator: ", ")
    #expect(
      try settings("quiz:\n  parametres: [\(numbers)]\n").quiz.parameters
        == (1...21).map(Double.init))
  }

  @Test(arguments: [
    "quiz: 3", "quiz:\n  nouvelle: 5", "quiz:\n  nouvelles: -1", "quiz:\n  retention: 1.2",
    "quiz:\n  retention: beaucoup", "quiz:\n  parametres: [1, 2]", "quiz:\n  parametres: 3",
  ])
  func refuseAQuizThatCannotBe(yaml: String) {
    #expect(throws: KnowledgeBaseError.self) { try settings(yaml) }
  }

  @Test func haveDefaultsForAll() throws {
    #expect(try settings("").title == Settings().title)
    #expect(try settings("limits:\n  note_size: 2\n").largestNote == 2 << 20)
  }

  @Test(arguments: [
    ("titre: Bon\nlangeu: fr\n", 2, SettingProblem.unknownKey("langeu", meant: "langue")),
    ("couleur: bleu\n", 1, .unknownKey("couleur", meant: nil)),
    ("titre: [a]\n", 1, .wrongType(key: "titre", expected: .text)),
    ("langue: de\n", 1, .wrongType(key: "langue", expected: .oneOf(["fr", "en"]))),
    ("limites: 3\n", 1, .wrongType(key: "limites", expected: .mapping)),
    ("limites:\n  taille_note: gros\n", 2, .wrongType(key: "taille_note", expected: .number)),
    ("limites:\n  taille_note: 0\n", 2, .outOfRange(key: "taille_note", 1...1024)),
    ("limites:\n  taille: 3\n", 2, .unknownKey("taille", meant: nil)),
    ("- a\n", 1, .wrongType(key: "awsnotes.yml", expected: .mapping)),
  ])
  func sayWhatIsWrongAndWhere(yaml: String, line: Int, problem: SettingProblem) throws {
    do {
      _ = try settings(yaml)
      Issue.record("no error for \(yaml)")
    } catch KnowledgeBaseError.invalidSetting(_, let where_, let found) {
      #expect(where_ == line)
      #expect(found == problem)
    }
  }

  @Test(arguments: ["awsnotes.yml", "vocabulaire.yml"])
  func refuseAFileThatNobodyWrote(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data("# A\n".utf8).write(to: folder.appending(path: "a.md"))
    try Data().write(to: file)
    try FileHandle(forWritingTo: file).truncate(atOffset: 20 << 30)
    #expect(throws: KnowledgeBaseError.self) {
      _ = try Library(
        settings: Settings.ofContent(folder.path),
        environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
    }
  }

  @Test func sayWhereYAMLIsBroken() throws {
    do {
      _ = try settings("titre: Bon\ncontenu: [a\n")
      Issue.record("no error")
    } catch KnowledgeBaseError.invalidYAML(let path, let error) {
      #expect(path.hasSuffix("awsnotes.yml"))
      #expect(error.line == 2)
    }
  }
}

@Suite struct VocabularyTests {
  @Test func holdsAboutOneHundredAndFiftyPairs() {
    #expect(Vocabulary.builtIn.groups.count >= 150)
  }

  @Test func namesNothingTwice() {
    let names = Vocabulary.builtIn.groups.joined().map { $0.lowercased() }
    #expect(Set(names).count == names.count)
  }

  @Test func isReplacedByTheNotesOwn() throws {
    try Folders.withTemporary { root in
      try write("# A\nUne girafe.\n", to: "\(root)/a.md")
      try write("- [long cou, girafe]\n", to: "\(root)/vocabulaire.yml")
      #expect(try library(root).found("long cou") == ["a.md › A"])
    }
  }

  @Test(arguments: ["a: b\n", "- seul\n", "- [seul]\n", "- [a, {b: c}]\n"])
  func refusesWhatIsNoListOfLists(yaml: String) {
    #expect(throws: KnowledgeBaseError.self) { try Vocabulary(yaml: yaml, path: "v.yml") }
  }
}
