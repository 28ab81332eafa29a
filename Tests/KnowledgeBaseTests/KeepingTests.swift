import Foundation
import Notes
import Testing

@testable import KnowledgeBase

/// What other modules keep beside the index.
@Suite struct KeepingTests {
  /// A folder of two notes, not written just now, whose index is in a cache.
  private func withLibrary(
    _ body: (_ content: String, _ cache: String, _ library: Library) throws -> Void
  ) throws {
    try Folders.withTemporary { root in
      try write("# A\n**NAT** : une porte.\n", to: "\(root)/notes/a.md")
      try write("# B\ndeux mots\n", to: "\(root)/notes/sous/b.md")
      Thread.sleep(forTimeInterval: 0.03)
      let library = try library("\(root)/notes", cache: "\(root)/cache")
      try body("\(root)/notes", "\(root)/cache", library)
    }
  }

  private let content = Array("contenu".utf8)

  @Test func findsWhatWasKept() throws {
    try withLibrary { content, cache, first in
      let key = [first.identity]
      #expect(first.kept("deck", madeOf: key) == nil)
      first.keep(self.content, named: "deck", madeOf: key)
      let second = try library(content, cache: cache)
      #expect(second.identity == first.identity)
      #expect(second.kept("deck", madeOf: key) == self.content)
      #expect(second.kept("autre", madeOf: key) == nil)
    }
  }

  @Test func refusesWhatWasMadeOfOtherNotes() throws {
    try withLibrary { content, cache, first in
      first.keep(self.content, named: "deck", madeOf: [first.identity])
      try write("# B\ntrois mots\n", to: "\(content)/sous/b.md")
      Thread.sleep(forTimeInterval: 0.03)
      let second = try library(content, cache: cache)
      #expect(second.identity != first.identity)
      #expect(second.kept("deck", madeOf: [second.identity]) == nil)
      second.keep(self.content, named: "deck", madeOf: [second.identity])
      let third = try library(content, cache: cache)
      #expect(third.kept("deck", madeOf: [third.identity]) == self.content)
    }
  }

  @Test func survivesAnUpdateThatChangesNothingItWasMadeOf() throws {
    try withLibrary { content, cache, first in
      first.keep(self.content, named: "toujours", madeOf: [])
      first.keep(self.content, named: "deck", madeOf: [first.identity])
      try FileManager.default.createDirectory(
        atPath: "\(content)/vide", withIntermediateDirectories: true)
      let second = try library(content, cache: cache)
      #expect(second.kept("deck", madeOf: [second.identity]) == self.content)
      try write("# C\n", to: "\(content)/c.md")
      #expect(try library(content, cache: cache).kept("toujours", madeOf: []) == self.content)
    }
  }

  @Test func changesItsIdentityWithTheVocabulary() throws {
    try withLibrary { content, cache, first in
      try write("- [porte, gate]\n", to: "\(content)/vocabulaire.yml")
      #expect(try library(content, cache: cache).identity != first.identity)
    }
  }

  @Test func refusesEveryDamage() throws {
    try withLibrary { content, cache, first in
      first.keep(self.content, named: "deck", madeOf: [1, 2])
      let files = try CacheFiles(cache)
      let whole = try #require(files.contents["deck.side"])
      // The bytes that fill a part up to eight are not read.
      let length = whole.count - (8 - self.content.count % 8)
      for place in 0..<length {
        var damaged = whole
        damaged[place] ^= 0x10
        try damaged.write(to: URL(filePath: "\(files.folder)/deck.side"))
        #expect(first.kept("deck", madeOf: [1, 2]) == nil, "byte \(place)")
      }
      for count in 0..<whole.count {
        try whole.prefix(count).write(to: URL(filePath: "\(files.folder)/deck.side"))
        #expect(first.kept("deck", madeOf: [1, 2]) == nil, "\(count) bytes")
      }
      try files.restore()
      #expect(first.kept("deck", madeOf: [1, 2]) == self.content)
      #expect(first.kept("deck", madeOf: [2, 1]) == nil)
    }
  }

  @Test func readsANoteByItsPath() throws {
    try withLibrary { content, cache, first in
      for library in [first, try library(content, cache: cache)] {
        #expect(library.note(at: "a.md")?.title == "A")
        #expect(library.note(at: "sous/b.md")?.title == "B")
        for path in ["b.md", "sous", "sous/", "", "sous/a.md"] {
          #expect(library.note(at: path) == nil)
        }
      }
    }
  }
}
