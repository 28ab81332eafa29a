import Foundation
import Memory

@testable import Cards

/// Gives some work a folder of its own, and removes it.
func withLogFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.path + "/revues-" + EventID.random()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try work(folder)
}

/// Makes a log with one answer and a copy beside it.
func makeCopiedLog(_ path: String) throws {
  let log = try ReviewLog(path: path)
  try log.append(review(1))
  try log.copy(on: Day(20_000))
}

/// An answer at a second, with an id that the number makes.
func review(
  _ number: Int, _ card: String = "vpc", _ rating: Rating = .good, at second: Int? = nil,
  duration: Int = 1000
) -> ReviewEvent {
  ReviewEvent(
    id: id(number), kind: .review, card: card, time: (second ?? number) * 1000, rating: rating,
    duration: duration)
}

/// What takes an answer back.
func undo(_ number: Int, of event: ReviewEvent) -> ReviewEvent {
  ReviewEvent(
    id: id(number), kind: .undo, card: event.card, time: number * 1000, rating: event.rating,
    duration: 0, undoes: event.id)
}

/// An id that a number makes.
func id(_ number: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 32 - digits.count) + digits
}

/// Writes bytes over a part of a file.
func overwrite(_ path: String, at offset: Int, with bytes: [UInt8]) throws {
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  try file.seek(toOffset: UInt64(offset))
  try file.write(contentsOf: Data(bytes))
  try file.close()
}

/// The bytes of a file.
func bytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}
