import Foundation
import Glibc
import Testing

@testable import Cards

/// A log that may only be read is read all the same, and nothing is written.
@Suite struct LogReadingTests {
  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func readsALogThatWasClosedAndMakesNoFile() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do { for number in 1...3 { try ReviewLog(path: path).append(review(number)) } }
      let before = try bytes(path)
      let log = try ReviewLog.snapshot(of: path)
      #expect(try log.contents().reviews == (1...3).map { review($0) })
      #expect(try log.history().reviews["vpc"]?.count == 3)
      #expect(try names(folder) == ["revues.sqlite"])
      #expect(try bytes(path) == before)
    }
  }

  @Test func readsWhatSomebodyIsJustAdding() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      let writer = try ReviewLog(path: path)
      try writer.append(review(1))
      let log = try ReviewLog.snapshot(of: path)
      try writer.append(review(2))
      #expect(try log.contents().reviews == [review(1)])
      #expect(try ReviewLog.snapshot(of: path).contents().count == 2)
    }
  }

  @Test func readsTheLastAnswersOfAProgramThatDied() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      let other = folder + "/mort"
      try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
      do {
        let log = try ReviewLog(path: path)
        for number in 1...3 { try log.append(review(number)) }
        // As a death leaves it on another machine: without the file for the locks.
        for ending in ["", "-wal"] {
          try FileManager.default.copyItem(
            atPath: path + ending, toPath: other + "/revues.sqlite" + ending)
        }
      }
      let log = try ReviewLog.snapshot(of: other + "/revues.sqlite")
      #expect(try log.contents().count == 3)
    }
  }

  @Test func addsNothingToWhatIsOnlyRead() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do { try ReviewLog(path: path).append(review(1)) }
      let log = try ReviewLog.snapshot(of: path)
      #expect(throws: ReviewLogError.self) { try log.append(review(2)) }
      #expect(throws: ReviewLogError.self) { try log.merge(LogContents(reviews: [review(2)])) }
      #expect(try log.contents().count == 1)
      #expect(try ReviewLog(path: path).contents().count == 1)
    }
  }

  @Test func readsNothingWhereThereIsNoLogAndMakesNone() throws {
    try withLogFolder { folder in
      for path in [folder + "/revues.sqlite", folder + "/nulle/part/revues.sqlite"] {
        let log = try ReviewLog.reading(path)
        #expect(try log.contents().count == 0)
      }
      #expect(try names(folder) == [])
    }
  }

  @Test func takesAFolderThatCannotBeLookedIntoForNoneWithoutALog() throws {
    try withLogFolder { folder in
      // As root is kept from no folder, by links that go round.
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/rond", withDestinationPath: "rond")
      let path = folder + "/rond/revues.sqlite"
      #expect(
        throws: ReviewLogError.unreadable(path: path, reason: LogFolder.reason(ELOOP))
      ) { try ReviewLog.reading(path) }
      guard case .unusable(.unreadable) = LogInspection(path: path).condition else {
        Issue.record("\(LogInspection(path: path).condition)")
        return
      }
    }
  }

  @Test func readsAFileWithNothingInItAndLeavesItSo() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      try Data().write(to: URL(filePath: path))
      #expect(try ReviewLog.snapshot(of: path).contents().count == 0)
      #expect(try bytes(path).isEmpty)
    }
  }

  @Test func refusesToReadWhatIsDamagedOrGone() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      try makeCopiedLog(path)
      let copy = folder + "/copies/\(try names(folder + "/copies")[0])"
      let sound = try bytes(path)
      try overwrite(path, at: 0, with: [UInt8](repeating: 7, count: 16))
      #expect(throws: ReviewLogError.damaged(path: path, copy: copy)) {
        try ReviewLog.snapshot(of: path)
      }
      try Data(sound.prefix(5000)).write(to: URL(filePath: path))
      #expect(throws: ReviewLogError.damaged(path: path, copy: copy)) {
        try ReviewLog.snapshot(of: path)
      }
      try FileManager.default.removeItem(atPath: path)
      #expect(throws: ReviewLogError.missing(path: path, copy: copy)) {
        try ReviewLog.reading(path)
      }
    }
  }

  @Test(
    .enabled(if: getuid() != 0, "the superuser may write everything"),
    arguments: [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
  func readsWhereNothingMayBeWritten(file: Int, directory: Int) throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      do { try ReviewLog(path: path).append(review(1)) }
      let files = FileManager.default
      try files.setAttributes([.posixPermissions: file], ofItemAtPath: path)
      try files.setAttributes([.posixPermissions: directory], ofItemAtPath: folder)
      defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
      #expect(try ReviewLog.reading(path).contents().reviews == [review(1)])
      #expect(try names(folder) == ["revues.sqlite"])
      #expect(throws: ReviewLogError.self) { try ReviewLog(path: path) }
    }
  }
}
