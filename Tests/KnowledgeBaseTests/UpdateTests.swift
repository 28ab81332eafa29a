import Foundation
import Notes
import Search
import Testing

@testable import KnowledgeBase

/// What a library is after some notes changed, beside one that was made anew.
@Suite struct UpdateTests {
  /// Everything that a search shows of its hits but their scores, which count the words of deleted notes.
  private func answers(_ library: Library) -> [String: Set<String>] {
    let queries =
      RandomNotes.words + [
        "alpha bravo", "\"delta echo\"", "zoulou -golf", "titre:kilo", "terme:lima",
      ]
    return queries.reduce(into: [:]) { all, query in
      let results = library.index.search(Query(Array(query.utf8)), limit: 1000)
      var lines = results.hits.map { hit in
        let document = library.index.document(hit.document)
        let note = library.index.note(document.note)
        let snippet = library.index.snippet(of: hit.document, for: results)
        let titles = [note.path, note.title, document.title] + document.headings
        return titles.map(string).joined(separator: "|")
          + "#\(string(document.anchor)):\(document.line):\(snippet.line) \(string(snippet.text))"
      }
      if let answer = results.answer {
        let path = string(library.index.note(library.index.document(answer.document).note).path)
        let names = answer.names.map(string).joined(separator: " · ")
        lines.append("= \(names): \(string(answer.definition)) \(path):\(answer.line)")
      }
      all[query] = Set(lines + ["\(results.total) in \(results.noteTotal)"])
    }
  }

  @Test(arguments: [1, 2, 3])
  func answersAsAFreshBuildAfterEachOfManyChanges(seed: UInt64) throws {
    try Folders.withTemporary { root in
      var notes = RandomNotes(seed: seed, folder: "\(root)/notes")
      for _ in 0..<30 { try notes.add() }
      _ = try library("\(root)/notes", cache: "\(root)/cache")
      for step in 0..<25 {
        for _ in 0..<Int.random(in: 1...3, using: &notes.random) { try notes.change() }
        let updated = try library("\(root)/notes", cache: "\(root)/cache")
        let fresh = try library("\(root)/notes")
        #expect(answers(updated) == answers(fresh), "step \(step)")
        #expect(updated.noteCount == fresh.noteCount)
        #expect(updated.sectionCount == fresh.sectionCount)
        let (base, freshBase) = (try updated.knowledgeBase(), try fresh.knowledgeBase())
        #expect(base.notes == freshBase.notes)
        #expect(base.glossary == freshBase.glossary)
      }
    }
  }

  /// A folder whose notes are too long to be written anew for nothing.
  private func withLongNotes(
    _ body: (_ content: String, _ cache: String, _ before: CacheFiles) throws -> Void
  ) throws {
    try Folders.withTemporary { root in
      var notes = RandomNotes(seed: 4, folder: "\(root)/notes")
      for _ in 0..<40 { try notes.add(lines: 200) }
      try write("# Porte\n\n**NAT** : une porte.\n", to: "\(root)/notes/porte.md")
      Thread.sleep(forTimeInterval: 0.03)
      _ = try library("\(root)/notes", cache: "\(root)/cache")
      let before = try CacheFiles("\(root)/cache")
      #expect(before.pieces.count == 1)
      #expect(before.contents.values.reduce(0) { $0 + $1.count } > MergePlan.small)
      try body("\(root)/notes", "\(root)/cache", before)
    }
  }

  @Test func leavesTheFilesOfOtherNotesAsTheyAre() throws {
    try withLongNotes { content, cache, before in
      for round in 0..<4 {
        try write("# Porte\n\nrond \(round)\n\n**NAT** : une porte.\n", to: "\(content)/porte.md")
        let library = try library(content, cache: cache)
        #expect(library.updatedNotes == 1)
        #expect(library.found("rond") == ["porte.md › Porte"])
        let after = try CacheFiles(cache)
        #expect(after.pieces.count == 2)
        let piece = try #require(before.pieces.first)
        #expect(after.identities[piece] == before.identities[piece])
        Thread.sleep(forTimeInterval: 0.03)
      }
    }
  }

  @Test func findsADefinitionWhereItStandsNow() throws {
    try withLongNotes { content, cache, _ in
      let answer = { (library: Library) in library.index.search(Query(Array("NAT".utf8))).answer }
      #expect(answer(try library(content, cache: cache))?.line == 3)
      try write("# Porte\n\nune ligne\n\n**NAT** : une porte.\n", to: "\(content)/porte.md")
      #expect(answer(try library(content, cache: cache))?.line == 5)
      try write("# Porte\n\n**NAT** : un portail.\n", to: "\(content)/porte.md")
      let changed = try #require(answer(try library(content, cache: cache)))
      #expect(string(changed.definition) == "un portail.")
      try FileManager.default.removeItem(atPath: "\(content)/porte.md")
      #expect(answer(try library(content, cache: cache)) == nil)
    }
  }

  @Test func givesATermTheFirstNoteThatBearsItsName() throws {
    try withLongNotes { content, cache, _ in
      // The note defines nothing, but it is about the term now: what others say of it comes after.
      try write("# NAT\n\nrond\n", to: "\(content)/a.md")
      let library = try library(content, cache: cache)
      let base = try library.knowledgeBase()
      let place = try #require(base.glossary.place(of: "NAT"))
      #expect(base.glossary.terms[place].note == 0)
      #expect(library.found("NAT").first == "porte.md › Porte")
    }
  }

  @Test func tellsWhereDefinitionsAreAfterNotesCameAndWent() throws {
    try withLongNotes { content, cache, _ in
      for name in ["a", "m", "zz"] {
        try write("# Rien de tel\n\nrond\n", to: "\(content)/\(name).md")
        let library = try library(content, cache: cache)
        #expect(library.found("NAT").first == "porte.md › Porte")
      }
      for name in ["m", "a"] {
        try FileManager.default.removeItem(atPath: "\(content)/\(name).md")
        let library = try library(content, cache: cache)
        #expect(library.found("NAT").first == "porte.md › Porte")
        #expect(!library.found("rond").contains("\(name).md › Rien de tel"))
      }
    }
  }

  @Test func takesTheNamesOfAVocabularyThatChanged() throws {
    try withLongNotes { content, cache, before in
      try write("- [passoire, NAT]\n", to: "\(content)/vocabulaire.yml")
      let library = try library(content, cache: cache)
      #expect(library.updatedNotes == 0)
      #expect(library.found("passoire").first == "porte.md › Porte")
      #expect(try CacheFiles(cache).pieces == before.pieces)
    }
  }

  // MARK: - Two processes, and none to the end

  @Test func readsTheOldStateUntilTheNewOneIsWhole() throws {
    try withLongNotes { content, cache, before in
      try write("# Porte\n\nrond\n", to: "\(content)/porte.md")
      _ = try library(content, cache: cache)
      let after = try CacheFiles(cache)
      // All was written but the manifest: the old one is read, and the next update removes the rest.
      try before.restore()
      for (name, data) in after.contents where before.contents[name] == nil {
        try data.write(to: URL(filePath: "\(after.folder)/\(name)"))
      }
      let library = try library(content, cache: cache)
      #expect(library.updatedNotes == 1)
      #expect(library.found("rond") == ["porte.md › Porte"])
      #expect(try CacheFiles(cache).contents.count == 4)
    }
  }

  @Test func readsAllAnewWhereAPieceIsGone() throws {
    try withLongNotes { content, cache, before in
      for kind in [".piece", ".names"] {
        try before.restore()
        let name = try #require(before.contents.keys.first { $0.hasSuffix(kind) })
        try FileManager.default.removeItem(atPath: "\(before.folder)/\(name)")
        let library = try library(content, cache: cache)
        #expect(library.updatedNotes == 41)
        #expect(library.found("NAT").first == "porte.md › Porte")
      }
    }
  }

  @Test func answersFromFilesThatWereRemovedMeanwhile() throws {
    try withLongNotes { content, cache, _ in
      let reader = try library(content, cache: cache)
      _ = try library(content, cache: cache, rebuilding: true)
      #expect(reader.found("NAT").first == "porte.md › Porte")
      #expect(try reader.knowledgeBase().notes.count == 41)
    }
  }

  @Test func doesNotKeepAStateThatAnotherHasOvertaken() throws {
    try withLongNotes { content, cache, before in
      let old = try #require(Cache(folder: before.folder))
      _ = try library(content, cache: cache, rebuilding: true)
      let now = try CacheFiles(cache)
      let names = try #require(
        old.list.knowledge().map { Names($0, Vocabulary(groups: [["a", "b"]])) })
      let isKept = CacheFolder(before.folder).keep(
        Cache(old.list, names), table: [0], replacing: old)
      #expect(isKept)
      #expect(try CacheFiles(cache).contents == now.contents)
    }
  }

  @Test func keepsManyUpdatersFromHarmingEachOther() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    var notes = RandomNotes(seed: 5, folder: "\(root)/notes")
    for _ in 0..<10 { try notes.add(lines: 30) }
    _ = try library("\(root)/notes", cache: "\(root)/cache")
    for round in 0..<6 {
      try await withThrowingTaskGroup(of: [String].self) { group in
        for number in 0..<4 {
          group.addTask {
            let word = "mot\(round)x\(number)"
            try write("# N\n\(word)\n", to: "\(root)/notes/n\(number).md")
            return try library("\(root)/notes", cache: "\(root)/cache").found(word)
              .filter { $0 != "n\(number).md › N" }
          }
        }
        for try await wrong in group { #expect(wrong.isEmpty) }
      }
      let after = try library("\(root)/notes", cache: "\(root)/cache")
      #expect(after.noteCount == 14)
      for number in 0..<4 {
        #expect(after.found("mot\(round)x\(number)") == ["n\(number).md › N"])
      }
    }
    let files = try CacheFiles("\(root)/cache")
    #expect(files.contents.count == files.pieces.count + 2)
  }
}
