import Foundation
import Memory
import Testing

@testable import Cards

@Suite struct LogTests {
  @Test func keepsWhatWasAppended() throws {
    try withLogFolder { folder in
      let path = folder + "/a/b/revues.sqlite"
      let first = review(1, "réseau/vpc.md#é")
      let second = undo(2, of: first)
      do {
        let log = try ReviewLog(path: path)
        try log.append(first)
        try log.append(second)
        #expect(try log.contents().reviews == [first, second])
      }
      #expect(try ReviewLog(path: path).contents().reviews == [first, second])
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
  }

  @Test func passesOverRowsThatMakeNoSenseWhereverTheyStand() throws {
    try withLogFolder { folder in
      let path = folder + "/revues.sqlite"
      let known = review(2, "vpc")
      do {
        let log = try ReviewLog(path: path)
        try log.database.run("PRAGMA ignore_check_constraints = ON")
        for (number, rating, card) in [(1, 9, "avant"), (2, 3, "vpc"), (3, 0, "après")] {
          try log.database.run(
            "INSERT INTO review (id, kind, card, time, rating, duration) VALUES (?, ?, ?, ?, ?, ?)",
            .blob(try #require(EventID.bytes(id(number)))), .text("review"), .text(card),
            .integer(number * 1000), .integer(rating), .integer(1000))
        }
      }
      let log = try ReviewLog(path: path)
      #expect(try log.history().reviews == ["vpc": [known]])
      #expect(try log.answers().cards == ["vpc"])
    }
  }

  @Test func addsARowOnlyOnce() throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      try log.append(review(1))
      try log.append(review(1))
      #expect(try log.contents().count == 1)
    }
  }

  @Test func refusesRowsWithoutSense() throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      var wrong = review(1)
      wrong.id = "abc"
      #expect(throws: ReviewLogError.invalidEvent(id: "abc")) { try log.append(wrong) }
      wrong = review(2)
      wrong.kind = .undo
      #expect(throws: ReviewLogError.invalidEvent(id: id(2))) { try log.append(wrong) }
      #expect(throws: ReviewLogError.invalidEvent(id: id(2))) {
        try log.merge(LogContents(reviews: [review(3), wrong]))
      }
      #expect(try log.contents().count == 0)
    }
  }

  @Test(arguments: ["review", "flag", "joined"])
  func neverChangesOrRemovesRows(table: String) throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      try log.append(review(1))
      try log.append(CardFlag(id: id(2), card: "a", path: "a.md", line: 3, time: 4, isSet: true))
      try log.append(CardJoin(id: id(3), orphan: "a", card: "b", time: 4))
      #expect(throws: DatabaseError.self) { try log.database.run("DELETE FROM \(table)") }
      #expect(throws: DatabaseError.self) { try log.database.run("UPDATE \(table) SET time = 0") }
      #expect(try log.contents().count == 3)
    }
  }

  @Test func waitsForTheDiskAndWritesAhead() throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      #expect(try log.database.integer("PRAGMA synchronous") == 2)
      #expect(try log.database.text("PRAGMA journal_mode") == "wal")
      #expect(try log.database.integer("PRAGMA application_id") == LogSchema.applicationID)
    }
  }

  @Test func isFoundByTheEnvironment() throws {
    #expect(
      try ReviewLog.path(in: ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/awsnotes/revues.sqlite")
    let home = "/h/.local/share/awsnotes/revues.sqlite"
    #expect(try ReviewLog.path(in: ["XDG_DATA_HOME": "d", "HOME": "/h"]) == home)
    #expect(try ReviewLog.path(in: ["HOME": "/h"]) == home)
    #expect(throws: ReviewLogError.noHome) { try ReviewLog.path(in: ["XDG_DATA_HOME": ""]) }
  }

  @Test func makesIDsThatNobodyElseHas() {
    let ids = Set((0..<1000).map { _ in EventID.random() })
    #expect(ids.count == 1000)
    #expect(ids.allSatisfy { $0.utf8.count == 32 && EventID.bytes($0).map(EventID.text) == $0 })
    #expect(EventID.bytes("zz") == nil)
    #expect(EventID.bytes(String(repeating: "g", count: 32)) == nil)
  }

  @Test func marksAndUnmarksCards() throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      let flags = (1...3).map { number in
        CardFlag(
          id: id(number), card: number == 2 ? "b" : "a", path: "a.md", line: number, time: number,
          isSet: number != 3)
      }
      for flag in flags { try log.append(flag) }
      #expect(try log.flags() == [flags[1]])
    }
  }
}

@Suite struct LogHistoryTests {
  @Test func leavesOutWhatWasTakenBack() {
    let events = [review(1), review(2, "b"), undo(3, of: review(1)), review(4)]
    let history = ReviewHistory(LogContents(reviews: events))
    #expect(history.reviews == ["vpc": [review(4)], "b": [review(2, "b")]])
  }

  @Test func doesNotDependOnTheOrderOfRows() {
    let events = [review(1), review(2), undo(3, of: review(2)), review(5), review(4)]
    let expected = [review(1), review(4), review(5)]
    #expect(ReviewHistory(LogContents(reviews: events)).reviews["vpc"] == expected)
    #expect(ReviewHistory(LogContents(reviews: events.reversed())).reviews["vpc"] == expected)
    #expect(ReviewHistory(LogContents(reviews: events)).inOrder == expected)
  }

  @Test func followsJoinedCardsToTheEnd() {
    let joins = [
      CardJoin(id: id(10), orphan: "a", card: "b", time: 1),
      CardJoin(id: id(11), orphan: "b", card: "c", time: 2),
      CardJoin(id: id(12), orphan: "x", card: "c", time: 3),
      CardJoin(id: id(13), orphan: "x", card: "x", time: 4),
    ]
    let contents = LogContents(
      reviews: [review(1, "a"), review(2, "c"), review(3, "x")], joins: joins)
    let history = ReviewHistory(contents)
    #expect(history.reviews.keys.sorted() == ["c", "x"])
    #expect(history.reviews["c"]?.map(\.id) == [id(1), id(2)])
  }

  @Test func leavesCardsJoinedInACircleWhereTheyAre() {
    let joins = [
      CardJoin(id: id(10), orphan: "a", card: "b", time: 1),
      CardJoin(id: id(11), orphan: "b", card: "a", time: 2),
    ]
    let history = ReviewHistory(
      LogContents(reviews: [review(1, "a"), review(2, "b")], joins: joins))
    #expect(history.reviews.keys.sorted() == ["a", "b"])
  }
}
