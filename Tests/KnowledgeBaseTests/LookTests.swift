import Foundation
import Search
import Testing

@testable import KnowledgeBase

/// What an opened library notices of a folder that it knows.
@Suite struct LookTests {
  /// A folder with notes that are known to a cache and were not written just now.
  private func withKnownNotes(
    _ body: (_ content: String, _ cache: String) throws -> Void
  ) throws {
    try Folders.withTemporary { root in
      let content = "\(root)/notes"
      try write("# A\nun mot\n", to: "\(content)/a.md")
      try write("# B\ndeux mots\n", to: "\(content)/sous/b.md")
      try write("# C\ntrois mots\n", to: "\(root)/ailleurs/c.md")
      try write("# D\nquatre mots\n", to: "\(root)/ailleurs/d.md")
      try FileManager.default.createSymbolicLink(
        atPath: "\(content)/lien.md", withDestinationPath: "\(root)/ailleurs/c.md")
      Thread.sleep(forTimeInterval: 0.03)
      #expect(try library(content, cache: "\(root)/cache").updatedNotes == 3)
      #expect(try library(content, cache: "\(root)/cache").updatedNotes == 0)
      Thread.sleep(forTimeInterval: 0.03)
      try body(content, "\(root)/cache")
    }
  }

  private let files = FileManager.default

  @Test func seesANoteThatIsAdded() throws {
    try withKnownNotes { content, cache in
      try write("# N\nnouveau\n", to: "\(content)/n.md")
      let library = try library(content, cache: cache)
      #expect(library.found("nouveau") == ["n.md › N"])
      #expect(library.updatedNotes == 1)
    }
  }

  @Test func seesANoteThatIsAddedInASubfolder() throws {
    try withKnownNotes { content, cache in
      try write("# N\nnouveau\n", to: "\(content)/sous/n.md")
      #expect(try library(content, cache: cache).found("nouveau") == ["sous/n.md › N"])
    }
  }

  @Test func seesANoteInANewFolder() throws {
    try withKnownNotes { content, cache in
      try write("# N\nnouveau\n", to: "\(content)/sous/plus/bas/n.md")
      #expect(try library(content, cache: cache).found("nouveau") == ["sous/plus/bas/n.md › N"])
    }
  }

  @Test func seesANoteThatIsRemoved() throws {
    try withKnownNotes { content, cache in
      try files.removeItem(atPath: "\(content)/sous/b.md")
      let library = try library(content, cache: cache)
      #expect(library.found("deux").isEmpty)
      #expect(library.noteCount == 2)
    }
  }

  @Test func seesANoteThatIsRenamed() throws {
    try withKnownNotes { content, cache in
      try files.moveItem(atPath: "\(content)/a.md", toPath: "\(content)/z.md")
      #expect(try library(content, cache: cache).found("un") == ["z.md › A"])
    }
  }

  @Test func seesAFolderThatIsRenamed() throws {
    try withKnownNotes { content, cache in
      try files.moveItem(atPath: "\(content)/sous", toPath: "\(content)/sur")
      #expect(try library(content, cache: cache).found("deux") == ["sur/b.md › B"])
    }
  }

  @Test func seesANoteThatIsEditedInPlace() throws {
    try withKnownNotes { content, cache in
      let note = try #require(FileHandle(forUpdatingAtPath: "\(content)/sous/b.md"))
      try note.seekToEnd()
      try note.write(contentsOf: Data("ajout\n".utf8))
      try note.close()
      let library = try library(content, cache: cache)
      #expect(library.found("ajout") == ["sous/b.md › B"])
      #expect(library.updatedNotes == 1)
    }
  }

  @Test func seesAnEditThatKeepsSizeAndTime() throws {
    try withKnownNotes { content, cache in
      let path = "\(content)/a.md"
      let time = try #require(try files.attributesOfItem(atPath: path)[.modificationDate])
      let note = try #require(FileHandle(forUpdatingAtPath: path))
      try note.write(contentsOf: Data("# A\nun bis\n".utf8))
      try note.close()
      try files.setAttributes([.modificationDate: time], ofItemAtPath: path)
      #expect(try library(content, cache: cache).found("bis") == ["a.md › A"])
    }
  }

  @Test func seesALinkThatLeadsElsewhere() throws {
    try withKnownNotes { content, cache in
      let other = content.replacing("/notes", with: "/ailleurs/d.md")
      try files.removeItem(atPath: "\(content)/lien.md")
      try files.createSymbolicLink(atPath: "\(content)/lien.md", withDestinationPath: other)
      let library = try library(content, cache: cache)
      #expect(library.found("quatre") == ["lien.md › D"])
      #expect(library.found("trois").isEmpty)
    }
  }

  @Test func seesAChangeOfWhatALinkLeadsTo() throws {
    try withKnownNotes { content, cache in
      let target = content.replacing("/notes", with: "/ailleurs/c.md")
      try write("# C\ncinq mots\n", to: target)
      #expect(try library(content, cache: cache).found("cinq") == ["lien.md › C"])
      try files.removeItem(atPath: target)
      let library = try library(content, cache: cache)
      #expect(library.found("cinq").isEmpty)
      #expect(library.warnings.map(\.path) == ["lien.md"])
      try write("# C\nsix mots\n", to: target)
      #expect(try KnowledgeBaseTests.library(content, cache: cache).found("six") == ["lien.md › C"])
    }
  }

  @Test func seesALinkToAFolderThatLeadsElsewhere() throws {
    try withKnownNotes { content, cache in
      let root = content.replacing("/notes", with: "")
      try write("# E\nsept mots\n", to: "\(root)/autre/e.md")
      for (target, word, path) in [("ailleurs", "quatre", "d.md"), ("autre", "sept", "e.md")] {
        try? files.removeItem(atPath: "\(content)/dossier")
        try files.createSymbolicLink(
          atPath: "\(content)/dossier", withDestinationPath: "\(root)/\(target)")
        let found = try library(content, cache: cache).found(word)
        #expect(found.first?.hasPrefix("dossier/\(path)") == true)
      }
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func seesAFolderThatMayNoLongerBeRead() throws {
    try withKnownNotes { content, cache in
      try files.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(content)/sous")
      defer {
        try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(content)/sous")
      }
      let library = try library(content, cache: cache)
      #expect(library.found("deux").isEmpty)
      #expect(library.warnings.map(\.path) == ["sous/"])
    }
  }

  @Test func countsWhatCannotBeReadAlsoWhereNothingChangedSince() throws {
    try withKnownNotes { content, cache in
      #expect(try library(content, cache: cache).unreadableCount == 0)
      try files.createSymbolicLink(
        atPath: "\(content)/mort.md", withDestinationPath: "/does/not/exist")
      for _ in 0..<2 { #expect(try library(content, cache: cache).unreadableCount == 1) }
      #expect(try Library.countNotes(Settings.ofContent(content)).unreadable.count == 1)
      try write("# A\nautrement\n", to: "\(content)/a.md")
      for _ in 0..<2 { #expect(try library(content, cache: cache).unreadableCount == 1) }
      try files.removeItem(atPath: "\(content)/mort.md")
      #expect(try library(content, cache: cache).unreadableCount == 0)
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func countsANoteThatMayNotBeReadUntilItMay() throws {
    try withKnownNotes { content, cache in
      try files.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(content)/sous/b.md")
      for _ in 0..<2 { #expect(try library(content, cache: cache).unreadableCount == 1) }
      // Its place among the notes changes, and the note beside it.
      try write("# 0\ntexte\n", to: "\(content)/0.md")
      for _ in 0..<2 { #expect(try library(content, cache: cache).unreadableCount == 1) }
      #expect(
        try Library.countNotes(Settings.ofContent(content)).unreadable.map(\.path) == ["sous/b.md"])
      try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(content)/sous/b.md")
      let library = try library(content, cache: cache)
      #expect(library.unreadableCount == 0 && library.found("deux") == ["sous/b.md › B"])
    }
  }

  @Test func readsNoNoteAgainWhereOnlyOtherFilesChanged() throws {
    try withKnownNotes { content, cache in
      try write("x", to: "\(content)/plan.png")
      try write("x", to: "\(content)/images/plan.png")
      #expect(try library(content, cache: cache).updatedNotes == 0)
      #expect(try library(content, cache: cache).updatedNotes == 0)
      try write("# N\nnouveau\n", to: "\(content)/images/n.md")
      #expect(try library(content, cache: cache).found("nouveau") == ["images/n.md › N"])
    }
  }

  @Test func readsAllNotesAgainWhereTheLimitChanges() throws {
    try withKnownNotes { content, cache in
      try write(String(repeating: "long ", count: 300_000), to: "\(content)/long.md")
      #expect(!(try library(content, cache: cache).found("long").isEmpty))
      try write("limites:\n  taille_note: 1\n", to: "\(content)/awsnotes.yml")
      #expect(try library(content, cache: cache).found("long").allSatisfy { !$0.contains("mot") })
    }
  }

  @Test func noticesEachDamagedByteOfWhatItReliesOn() throws {
    try withKnownNotes { content, cache in
      let files = try CacheFiles(cache)
      let whole = try #require(files.contents["manifest"])
      for place in whole.indices {
        var damaged = whole
        damaged[place] ^= 0x55
        try damaged.write(to: URL(filePath: "\(files.folder)/manifest"))
        #expect(Cache(folder: files.folder) == nil, "byte \(place)")
        guard place.isMultiple(of: 101) else { continue }
        let library = try library(content, cache: cache)
        #expect(library.updatedNotes == 3)
        #expect(library.found("deux") == ["sous/b.md › B"])
        try files.restore()
      }
    }
  }
}
