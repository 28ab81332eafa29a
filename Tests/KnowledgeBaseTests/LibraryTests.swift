import Foundation
import KnowledgeBase
import Notes
import Search
import Testing

@Suite struct LibraryTests {
  /// A content folder and a cache folder.
  private func withNotes(
    _ notes: [String: String], _ body: (_ content: String, _ cache: String) throws -> Void
  ) throws {
    try Folders.withTemporary { root in
      for (path, text) in notes { try write(text, to: "\(root)/notes/\(path)") }
      try body("\(root)/notes", "\(root)/cache")
    }
  }

  /// Sets a file's times back, so that it does not count as written just now.
  private func age(_ folder: String, by seconds: Double = 3600) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
        ofItemAtPath: "\(folder)/\(path)")
    }
    // What changed this very moment counts as changed, whatever time it bears.
    Thread.sleep(forTimeInterval: 0.03)
  }

  @Test func readsEachNoteOnceUntilItChanges() throws {
    try withNotes(["a.md": "# A\nun\n", "b.md": "# B\ndeux\n"]) { content, cache in
      try age(content)
      #expect(try library(content, cache: cache).updatedNotes == 2)
      #expect(try library(content, cache: cache).updatedNotes == 0)
      try write("# A\ntrois\n", to: "\(content)/a.md")
      let changed = try library(content, cache: cache)
      #expect(changed.updatedNotes == 1)
      #expect(changed.found("trois") == ["a.md › A"])
      #expect(changed.found("deux") == ["b.md › B"])
      #expect(changed.found("un").isEmpty)
    }
  }

  @Test func noticesNotesThatComeAndGo() throws {
    try withNotes(["a.md": "# A\nun\n", "b.md": "# B\ndeux\n"]) { content, cache in
      try age(content)
      _ = try library(content, cache: cache)
      try FileManager.default.removeItem(atPath: "\(content)/b.md")
      try write("# C\ntrois\n", to: "\(content)/sous/c.md")
      let changed = try library(content, cache: cache)
      #expect(changed.found("deux").isEmpty)
      #expect(changed.found("trois") == ["sous/c.md › C"])
      #expect(changed.noteCount == 2)
      #expect(changed.sectionCount == 2)
    }
  }

  @Test func seesAChangeWithinTheSameInstant() throws {
    try withNotes(["a.md": "# A\nvert\n"]) { content, cache in
      for round in 0..<20 {
        let word = round.isMultiple(of: 2) ? "bleu" : "noir"
        try write("# A\n\(word)\n", to: "\(content)/a.md")
        #expect(try library(content, cache: cache).found(word) == ["a.md › A"])
      }
    }
  }

  @Test func answersAlikeFromTheCacheAndAnew() throws {
    try Folders.withTemporary { cache in
      let fresh = try library(Folders.notes)
      _ = try library(Folders.notes, cache: cache)
      let cached = try library(Folders.notes, cache: cache)
      #expect(cached.updatedNotes == 0)
      for query in ["NAT", "port mysql", "pare-feu", "sécurité"] {
        #expect(cached.found(query) == fresh.found(query))
      }
      #expect(try cached.knowledgeBase().glossary == fresh.knowledgeBase().glossary)
    }
  }

  @Test func makesADamagedCacheAnew() throws {
    try withNotes(["a.md": "# A\nun mot\n", "b.md": "# B\n**NAT** : une porte.\n"]) {
      content, cache in
      // The vocabulary that is built in would be read hundreds of times.
      try write("- [porte, door]\n", to: "\(content)/vocabulaire.yml")
      try age(content)
      _ = try library(content, cache: cache)
      try write("# C\ntrois\n", to: "\(content)/c.md")
      try age(content)
      _ = try library(content, cache: cache)
      let files = try CacheFiles(cache)
      #expect(files.contents.count == 3)
      for (name, whole) in files.contents {
        let damages =
          (Array(0..<48) + Array(stride(from: 48, to: whole.count, by: 11))).map { place in
            var damaged = whole
            damaged[place] ^= 0xFF
            return damaged
          } + stride(from: 0, to: whole.count, by: 61).map { whole.prefix($0) }
        for damaged in damages {
          try files.restore()
          try damaged.write(to: URL(filePath: "\(files.folder)/\(name)"))
          var library = try library(content, cache: cache)
          #expect(try library.knowledgeBase().notes.map(\.title) == ["A", "B", "C"])
          var found = [library.found("mot"), library.found("NAT")]
          if library.index.hasMetDamage {
            library = try KnowledgeBaseTests.library(content, cache: cache, rebuilding: true)
            found = [library.found("mot"), library.found("NAT")]
          }
          #expect(found[0] == ["a.md › A"])
          #expect(found[1].first == "b.md › B")
        }
      }
    }
  }

  @Test func searchesWithoutACacheWhereNoneCanBeWritten() throws {
    try withNotes(["a.md": "# A\nun mot\n"]) { content, _ in
      let library = try library(content, cache: "/proc/nowhere")
      #expect(library.found("mot") == ["a.md › A"])
      #expect(library.cacheFailure != nil)
    }
  }

  @Test func keepsTwoWritersFromHarmingEachOther() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    for number in 0..<40 { try write("# N\(number)\nmot\n", to: "\(root)/notes/\(number).md") }
    let totals = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try library("\(root)/notes", cache: "\(root)/cache", rebuilding: true).index.noteCount
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(totals == [Int](repeating: 40, count: 8))
    #expect(try library("\(root)/notes", cache: "\(root)/cache").index.noteCount == 40)
    #expect(try CacheFiles("\(root)/cache").contents.count == 3)
  }

  @Test func readsFilesAsTheyAreInTheWild() throws {
    try Folders.withTemporary { root in
      let content = "\(root)/notes"
      try write("", to: "\(content)/vide.md")
      try write("# É\u{301}té\u{0} NUL\nmot\r\nmot\rmot\n", to: "\(content)/avec espace et é.md")
      try Data([0xFF, 0xFE, 0x6D, 0x00, 0x6F, 0x00, 0x74, 0x00]).write(
        to: URL(filePath: "\(content)/utf16.md"))
      try Data([0x63, 0x6F, 0x74, 0xE9]).write(to: URL(filePath: "\(content)/cp1252.md"))
      try write(String(repeating: "> ", count: 10_000) + "profond\n", to: "\(content)/quotes.md")
      try write(String(repeating: "mot ", count: 1500), to: "\(content)/ligne.md")
      try FileManager.default.createSymbolicLink(
        atPath: "\(content)/boucle", withDestinationPath: content)
      try FileManager.default.createSymbolicLink(
        atPath: "\(content)/mort.md", withDestinationPath: "nulle-part")
      let library = try library(content)
      #expect(library.index.noteCount == 6)
      #expect(library.found("coté").first?.hasPrefix("cp1252.md") == true)
      #expect(library.found("profond").first?.hasPrefix("quotes.md") == true)
      #expect(library.found("mot").contains { $0.hasPrefix("utf16.md") })
    }
  }

  @Test func readsALineOfAMegabyteInGoodTime() throws {
    try withNotes(["a.md": "# A\n" + String(repeating: "un mot de plus. ", count: 65_000)]) {
      content, _ in
      let found = try library(content).found("mot")
      #expect(found == ["a.md › A"])
    }
  }

  @Test func tellsOfNotesThatCannotBeRead() throws {
    try withNotes(["a.md": "# A\nmot\n"]) { content, _ in
      try FileManager.default.createSymbolicLink(
        atPath: "\(content)/mort.md", withDestinationPath: "nulle-part")
      try Data(Array("cot\u{E9}".unicodeScalars.map { UInt8($0.value) })).write(
        to: URL(filePath: "\(content)/vieux.md"))
      let warnings = try library(content).warnings
      #expect(warnings.map(\.path) == ["mort.md", "vieux.md"])
      #expect(warnings.map(\.kind) == [.unreadableEntry, .note(.notUnicode)])
    }
  }

  @Test func waitsForNoPipeAndReadsNoDevice() throws {
    try withNotes(["a.md": "# A\nmot\n"]) { content, _ in
      for name in ["tube.md", "awsnotes.yml"] {
        #expect(unsafe mkfifo("\(content)/\(name)", 0o644) == 0)
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(content)/sans-fin.md", withDestinationPath: "/dev/zero")
      #expect(throws: KnowledgeBaseError.self) { try Settings.ofContent(content) }
      try FileManager.default.removeItem(atPath: "\(content)/awsnotes.yml")
      #expect(try library(content).found("mot") == ["a.md › A"])
    }
  }

  @Test func passesOverNotesThatAskForIt() throws {
    try withNotes(["a.md": "---\nrecherche: non\n---\n# A\nmot\n", "b.md": "# B\nmot\n"]) {
      content, _ in
      let found = try library(content).found("mot")
      #expect(found == ["b.md › B"])
    }
  }

  @Test func refusesAFileBeyondTheLimitAndGoesOn() throws {
    try withNotes(["a.md": "# A\nmot\n"]) { content, _ in
      try write(String(repeating: "autre ", count: 400_000), to: "\(content)/gros.md")
      try write("limites:\n  taille_note: 1\n", to: "\(content)/awsnotes.yml")
      #expect(try library(content).found("autre").allSatisfy { !$0.contains("autre") })
      let (findings, _) = try Library.check(Settings.ofContent(content))
      #expect(
        findings.contains {
          $0.path == "gros.md" && $0.kind == .note(.tooLarge(megabytes: 3, limit: 1))
        })
    }
  }

  @Test func saysWhatIsMissing() throws {
    #expect(throws: KnowledgeBaseError.folderNotFound("/nulle/part")) { try library("/nulle/part") }
    try Folders.withTemporary { root in
      #expect(throws: KnowledgeBaseError.noNotes(root)) { try library(root) }
    }
  }
}
