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
      do {
        let log = try ReviewLog(path: path)
        try log.append(review(1))
        try log.copy(on: Day(20_000))
      }
      try FileManager.default.removeItem(atPath: path)
      let found = LogInspection(path: path)
      let copy = try #require(found.copies.first)
      #expect(found.condition == .unusable(.missing(path: path, copy: copy)))
    }
  }
}
