import Foundation
import Search
import Testing

@testable import KnowledgeBase

/// A library that is asked while others look whether it is still so.
@Suite struct AskingTests {
  /// As many notes as several threads look at, in folders of many sizes, some of them empty.
  private func withManyNotes(
    _ body: (_ content: String, _ cache: String, _ paths: [String]) throws -> Void
  ) throws {
    try Folders.withTemporary { root in
      let paths = (0..<2300).map { number in
        let folder = number % 7 == 0 ? "" : number % 3 == 0 ? "a/" : "b/c\(number % 40)/"
        return "\(folder)n\(number).md"
      }
      for path in paths { try write("# N\nmot\n", to: "\(root)/notes/\(path)") }
      for empty in ["a/vide", "b/vide", "zz"] {
        try FileManager.default.createDirectory(
          atPath: "\(root)/notes/\(empty)", withIntermediateDirectories: true)
      }
      Thread.sleep(forTimeInterval: 0.05)
      _ = try library("\(root)/notes", cache: "\(root)/cache")
      try body("\(root)/notes", "\(root)/cache", paths)
    }
  }

  /// What a word finds, and how often it was asked.
  private func ask(
    _ word: String, _ content: String, _ cache: String
  ) throws -> (found: Int, times: Int, updated: Int) {
    var settings = try Settings.ofContent(content)
    settings.content = content
    var times = 0
    let asked = try Library.asking(settings, environment: ["XDG_CACHE_HOME": cache]) { library in
      times += 1
      return library.index.search(Query(Array(word.utf8))).total
    }
    return (asked.answer, times, asked.library.updatedNotes)
  }

  @Test func asksOnceWhereNothingChanged() throws {
    try withManyNotes { content, cache, _ in
      let asked = try ask("mot", content, cache)
      #expect(asked == (2300, 1, 0))
      let none = try ask("rien", content, cache + "2")
      #expect(none == (0, 1, 2300))
    }
  }

  @Test func answersFromTheNotesAsTheyAre() throws {
    try withManyNotes { content, cache, paths in
      for path in [paths[0], paths[1], paths[1149], paths[2298], paths[2299]] {
        try write("# N\nchange\n", to: "\(content)/\(path)")
        Thread.sleep(forTimeInterval: 0.03)
        let asked = try ask("change", content, cache)
        #expect(asked == (1, 2, 1), "\(path)")
        try write("# N\nmot\n", to: "\(content)/\(path)")
        Thread.sleep(forTimeInterval: 0.03)
        #expect(try ask("change", content, cache).found == 0)
      }
      for folder in ["zz", "a/vide", "b/vide", "b/c1"] {
        try write("# N\nneuf\n", to: "\(content)/\(folder)/neuf.md")
        #expect(try ask("neuf", content, cache).found == 1, "\(folder)")
        try FileManager.default.removeItem(atPath: "\(content)/\(folder)/neuf.md")
        #expect(try ask("neuf", content, cache).found == 0, "\(folder)")
      }
    }
  }

  @Test func throwsWhereTheNotesAreGone() throws {
    try withManyNotes { content, cache, _ in
      try FileManager.default.removeItem(atPath: content)
      #expect(throws: KnowledgeBaseError.self) { _ = try ask("mot", content, cache) }
    }
  }
}
