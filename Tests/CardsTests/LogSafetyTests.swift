import Foundation
import Memory
import Testing

@testable import Cards

@Suite struct LogSafetyTests {
  @Test func letsTwoWriteAtOnce() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/revues-" + EventID.random()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/revues.sqlite"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let log = try ReviewLog(path: path)
          for number in 0..<50 { try log.append(review(writer * 1000 + number + 1)) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ReviewLog(path: path).contents().count == 200)
  }

  @Test func tellsWhenAnotherHasWritten() throws {
    try withLogFolder { folder in
      let one = try ReviewLog(path: folder + "/revues.sqlite")
      let other = try ReviewLog(path: folder + "/revues.sqlite")
      try one.append(review(1))
      #expect(try !one.hasChanged())
      #expect(try other.hasChanged())
      #expect(try !other.hasChanged())
      #expect(try other.contents().count == 1)
    }
  }

  @Test func bringsAnOlderVersionToTodays() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      let old = LogSchema.current
      let new = LogSchema(steps: old.steps + ["ALTER TABLE review ADD COLUMN hint INTEGER"])
      do { try ReviewLog(path: path, schema: old).append(review(1)) }
      do {
        let log = try ReviewLog(path: path, schema: new)
        #expect(try log.contents().reviews == [review(1)])
        try log.database.run(
          "INSERT INTO review VALUES (9, ?, 'review', 'b', 1, 1, 1, NULL, 7)",
          .blob([UInt8](repeating: 7, count: 16)))
        #expect(try log.database.integer("PRAGMA user_version") == 2)
      }
      #expect(FileManager.default.fileExists(atPath: folder + "/copies/revues-version-1.sqlite"))
      #expect(throws: ReviewLogError.newer(path: path, version: 2)) { try ReviewLog(path: path) }
      #expect(throws: ReviewLogError.newer(path: path, version: 2)) {
        try ReviewLog.repair(path: path, on: Day(0))
      }
    }
  }

  @Test func leavesOtherProgramsDatabasesAlone() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do { try Database(path).execute("CREATE TABLE a (b)") }
      let before = try bytes(path)
      #expect(throws: ReviewLogError.foreign(path: path)) { try ReviewLog(path: path) }
      #expect(throws: ReviewLogError.foreign(path: path)) {
        try ReviewLog.repair(path: path, on: Day(0))
      }
      #expect(try bytes(path) == before)
    }
  }

  @Test func losesNothingWhenTheDiskIsFull() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      let log = try ReviewLog(path: path)
      try log.database.run("PRAGMA max_page_count = 20")
      var stored = 0
      #expect(throws: ReviewLogError.full(path: path)) {
        while true {
          try log.append(review(stored + 1))
          stored += 1
        }
      }
      #expect(stored > 50)
      #expect(try log.contents().count == stored)
      try log.database.run("PRAGMA max_page_count = 1000000")
      try log.append(review(stored + 1))
      #expect(try ReviewLog(path: path).contents().count == stored + 1)
    }
  }

  @Test func saysThatAFolderCannotBeWritten() throws {
    let path = "/proc/awsnotes/revues.sqlite"
    #expect { try ReviewLog(path: path) } throws: { error in
      guard case .unwritable(let path, let reason) = error as? ReviewLogError else { return false }
      return path == "/proc/awsnotes" && !reason.isEmpty
    }
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      try log.database.run("PRAGMA query_only = 1")
      #expect { try log.append(review(1)) } throws: { error in
        guard case .unwritable = error as? ReviewLogError else { return false }
        return true
      }
    }
  }
}

@Suite struct LogCopyTests {
  @Test func makesOneCopyADayAndKeepsTen() throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      #expect(try !log.copy(on: Day(20_000)))
      try log.append(review(1))
      for day in 0..<12 {
        #expect(try log.copy(on: Day(20_000 + day)))
        #expect(try !log.copy(on: Day(20_000 + day)))
      }
      try "x".write(toFile: folder + "/copies/notes.txt", atomically: true, encoding: .utf8)
      let names = LogFolder.names(in: folder + "/copies")
      #expect(names == ["notes.txt"] + (2..<12).map { "revues-\(Day(20_000 + $0).iso).sqlite" })
      let copy = LogCopies(of: log.path).newestGood
      #expect(copy == "\(folder)/copies/revues-\(Day(20_011).iso).sqlite")
    }
  }

  @Test func doesNotCopyWhatIsDamaged() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do {
        let log = try ReviewLog(path: path)
        try log.merge(LogContents(reviews: (1...2000).map { review($0) }))
      }
      try overwrite(path, at: 10 * 4096, with: [UInt8](repeating: 0xAA, count: 4096))
      let log = try ReviewLog(path: path)
      #expect(
        throws: ReviewLogError.damaged(path: folder + "/copies/revues-1970-01-02.sqlite", copy: nil)
      ) {
        try log.copy(on: Day(1))
      }
      #expect(LogFolder.names(in: folder + "/copies").isEmpty)
    }
  }
}
