import Foundation
import Testing

@testable import Cards

@Suite struct LogInspectionTests {
  @Test func tellsHowALogIsAndWhatIsInIt() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      #expect(LogInspection(path: path).condition == .absent)
      do {
        let log = try ReviewLog(path: path)
        for number in 1...3 { try log.append(review(number)) }
        try log.append(undo(4, of: review(3)))
        try log.copy(on: Day(20_000))
        #expect(LogInspection(path: path).condition == .open)
      }
      let found = LogInspection(path: path)
      #expect(found.condition == .sound)
      #expect(found.answers == 3)
      #expect(found.lastAnswer == 4000)
      #expect(found.copies.count == 1)
      #expect(found.size > 0)
    }
  }

  @Test func tellsDamageApart() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do { try ReviewLog(path: path).append(review(1)) }
      let sound = try bytes(path)
      try overwrite(path, at: 0, with: [UInt8](repeating: 7, count: 16))
      #expect(LogInspection(path: path).condition == .unusable(.damaged(path: path, copy: nil)))
      // Deeper inside: the header is whole.
      try Data(sound).write(to: URL(filePath: path))
      try overwrite(path, at: 4096, with: [UInt8](repeating: 0xAA, count: 4096))
      guard case .unusable = LogInspection(path: path).condition else {
        Issue.record("the damage was not found")
        return
      }
    }
  }

  @Test(arguments: [[UInt8](repeating: 0xAA, count: 4096), [UInt8](repeating: 0, count: 40)])
  func callsDamagedWhatReadingRefusesAndNothingElse(damage: [UInt8]) throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      let rows = (1...400).map { review($0, "carte \($0 % 50)") }
      do { _ = try ReviewLog(path: path).merge(LogContents(reviews: rows)) }
      let sound = try bytes(path)
      var damaged = 0
      for page in 0..<sound.count / 4096 {
        try Data(sound).write(to: URL(filePath: path))
        try overwrite(path, at: page * 4096 + (page == 0 ? 100 : 0), with: damage)
        let condition = LogInspection(path: path).condition
        do {
          let read = try ReviewLog.reading(path).contents().reviews
          #expect(condition == .sound && read == rows, "page \(page)")
        } catch {
          let found = try #require(error as? ReviewLogError)
          #expect(condition == .unusable(found), "page \(page)")
          damaged += 1
        }
      }
      // Pages of the index of ids among them, which reading answers does not touch.
      #expect(damaged > sound.count / 8192)
    }
  }

  @Test func looksAtWhatADeadUserLeftBehindAndWritesNothing() throws {
    try withLogFolder { folder in
      let (path, dead) = (folder + "/revues.sqlite", folder + "/mort/revues.sqlite")
      try FileManager.default.createDirectory(
        atPath: folder + "/mort", withIntermediateDirectories: true)
      do {
        let log = try ReviewLog(path: path)
        try log.merge(LogContents(reviews: (1...400).map { review($0) }))
        for ending in ["", "-wal"] {
          try FileManager.default.copyItem(atPath: path + ending, toPath: dead + ending)
        }
      }
      let found = LogInspection(path: dead)
      #expect(found.condition == .sound && found.answers == 400)
      // A page in the middle of what was written ahead: what follows it is lost, what came before is whole.
      try overwrite(dead + "-wal", at: 5 * 4120 + 2000, with: [1, 2, 3, 4])
      let torn = LogInspection(path: dead)
      #expect(torn.condition == .sound && torn.answers < 400)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/mort").sorted()
      #expect(names == ["revues.sqlite", "revues.sqlite-wal"])
    }
  }

  @Test func tellsOtherProgramsFilesAndNewerOnesApart() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do { try Database(path).execute("CREATE TABLE a (b)") }
      #expect(LogInspection(path: path).condition == .unusable(.foreign(path: path)))
      try FileManager.default.removeItem(atPath: path)
      let newer = LogSchema(
        steps: LogSchema.current.steps + ["ALTER TABLE review ADD COLUMN hint INTEGER"])
      do { try ReviewLog(path: path, schema: newer).append(review(1)) }
      #expect(LogInspection(path: path).condition == .unusable(.newer(path: path, version: 2)))
    }
  }

  @Test func tellsThatALogIsGoneOfWhichThereIsACopy() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      try makeCopiedLog(path)
      try FileManager.default.removeItem(atPath: path)
      let found = LogInspection(path: path)
      let copy = try #require(found.copies.first)
      #expect(found.condition == .unusable(.missing(path: path, copy: copy)))
    }
  }
}
