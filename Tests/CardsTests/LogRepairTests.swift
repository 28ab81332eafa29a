import Foundation
import Memory
import Testing

@testable import Cards

@Suite struct LogRepairTests {
  /// A log of 2,000 rows, the first 1,500 of which are in a copy.
  private func makeLog(_ folder: String, copying: Bool = true) throws -> String {
    let path = folder + "/revues.sqlite"
    let log = try ReviewLog(path: path)
    try log.merge(LogContents(reviews: (1...1500).map { review($0, "card \($0 % 50)") }))
    if copying { try log.copy(on: Day(1)) }
    try log.merge(LogContents(reviews: (1501...2000).map { review($0, "card \($0 % 50)") }))
    return path
  }

  private func ids(_ path: String) throws -> Set<String> {
    Set(try ReviewLog(path: path).contents().reviews.map(\.id))
  }

  @Test func bringsBackWhatHeaderLosesFromCopyAndRows() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      let copy = folder + "/copies/revues-1970-01-02.sqlite"
      try overwrite(path, at: 0, with: [UInt8](repeating: 0, count: 4096))
      #expect(throws: ReviewLogError.damaged(path: path, copy: copy)) { try ReviewLog(path: path) }
      let before = try bytes(path)
      let repair = try ReviewLog.repair(path: path, on: Day(2))
      let kept = folder + "/revues-abimee-1970-01-03.sqlite"
      #expect(repair == LogRepair(rows: 2000, salvaged: 500, copy: copy, damaged: kept))
      #expect(try bytes(kept) == before)
      #expect(try ids(path).count == 2000)
    }
  }

  @Test(arguments: [true, false])
  func readsAroundADamagedPage(copying: Bool) throws {
    try withLogFolder { folder in
      let path = try makeLog(folder, copying: copying)
      for page in [8, 20] {
        try overwrite(path, at: page * 4096, with: [UInt8](repeating: 0xAA, count: 4096))
      }
      #expect(throws: ReviewLogError.self) { try ReviewLog(path: path).contents() }
      let repair = try ReviewLog.repair(path: path, on: Day(2))
      // Two pages hold about 120 rows.
      #expect(repair.rows > (copying ? 1900 : 1800))
      #expect(try ids(path).count == repair.rows)
      #expect(repair.copy == nil || repair.rows == 1500 + repair.salvaged)
    }
  }

  @Test func bringsBackALogWithAVersionThatMakesNoSense() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder, copying: false)
      // user_version, big-endian.
      try overwrite(path, at: 60, with: [0xFF, 0xFF, 0xFF, 0xFE])
      #expect(throws: ReviewLogError.damaged(path: path, copy: nil)) { try ReviewLog(path: path) }
      #expect(try ReviewLog.repair(path: path, on: Day(2)).rows == 2000)
      #expect(try ids(path).count == 2000)
    }
  }

  @Test func refusesAFileThatIsCutOff() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      let half = Array(try bytes(path).prefix(10 * 4096 + 7))
      try Data(half).write(to: URL(fileURLWithPath: path))
      #expect { try ReviewLog(path: path) } throws: { error in
        guard case .damaged(path, .some) = error as? ReviewLogError else { return false }
        return true
      }
      #expect(try bytes(path) == half)
      #expect(try ReviewLog.repair(path: path, on: Day(2)).rows >= 1500)
      #expect(try ids(path).isSuperset(of: (1...1500).map { id($0) }))
    }
  }

  @Test func doesNotBeginAnewWhereTheFileIsGone() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      let copy = folder + "/copies/revues-1970-01-02.sqlite"
      try FileManager.default.removeItem(atPath: path)
      #expect(throws: ReviewLogError.missing(path: path, copy: copy)) { try ReviewLog(path: path) }
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(throws: ReviewLogError.damaged(path: path, copy: copy)) { try ReviewLog(path: path) }
      #expect(try ReviewLog.repair(path: path, on: Day(2)).rows == 1500)
      #expect(try ids(path).count == 1500)
    }
  }

  @Test func takesAnOlderCopyWhereTheNewestIsDamaged() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      try Data("x".utf8).write(
        to: URL(fileURLWithPath: folder + "/copies/revues-1970-01-03.sqlite"))
      try Data("y".utf8).write(to: URL(fileURLWithPath: path))
      let repair = try ReviewLog.repair(path: path, on: Day(2))
      #expect(repair.copy == folder + "/copies/revues-1970-01-02.sqlite")
      #expect(repair.rows == 1500)
    }
  }

  @Test func mayBeRepeated() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      #expect(try ReviewLog.repair(path: path, on: Day(2)).rows == 2000)
      #expect(try ReviewLog.repair(path: path, on: Day(2)).rows == 2000)
      #expect(LogFolder.exists(folder + "/revues-abimee-1970-01-03-2.sqlite"))
      // Interrupted after the damaged file was put aside.
      try FileManager.default.removeItem(atPath: path)
      #expect(try ReviewLog.repair(path: path, on: Day(2)).rows == 2000)
    }
  }

  @Test func waitsUntilNobodyUsesTheLog() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      let log = try ReviewLog(path: path)
      #expect(throws: ReviewLogError.busy(path: path)) {
        try ReviewLog.repair(path: path, on: Day(2))
      }
      try log.append(review(3000))
    }
  }

  @Test func keepsRowsThatOnlyTheWriteAheadLogHas() throws {
    try withLogFolder { folder in
      let path = try makeLog(folder)
      let log = try ReviewLog(path: path)
      try log.append(review(3000))
      // As a process leaves it that was killed.
      let other = folder + "/b"
      try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
      for end in ["", "-wal"] {
        try Data(bytes(path + end)).write(to: URL(fileURLWithPath: other + "/revues.sqlite" + end))
      }
      #expect(try ids(other + "/revues.sqlite").contains(id(3000)))
      try Data(bytes(path + "-wal")).write(to: URL(fileURLWithPath: other + "/revues.sqlite-wal"))
      try overwrite(
        other + "/revues.sqlite", at: 8 * 4096, with: [UInt8](repeating: 9, count: 4096))
      #expect(throws: ReviewLogError.damaged(path: other + "/revues.sqlite", copy: nil)) {
        try ReviewLog(path: other + "/revues.sqlite")
      }
      let repair = try ReviewLog.repair(path: other + "/revues.sqlite", on: Day(2))
      #expect(repair.rows > 1900)
      #expect(try ids(other + "/revues.sqlite").contains(id(3000)))
    }
  }
}
