internal import Foundation

/// The lines of a mapped file, without their ends, numbered from 1; blank ones are left out.
struct Lines: Sequence, IteratorProtocol {
  private let file: Data
  private var cursor: Data.Index
  private var number = 0

  /// Maps a file.
  init(path: String) throws(BenchmarkError) {
    do {
      file = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw .file(path: path, reason: isThere ? "cannot be read" : "no such file")
    }
    cursor = file.startIndex
  }

  /// The number of bytes of the file.
  var byteCount: Int { file.count }

  mutating func next() -> (number: Int, text: Data)? {
    while cursor < file.endIndex {
      let end = file[cursor...].firstIndex(of: 0x0A) ?? file.endIndex
      let line = file[cursor..<end]
      cursor = Swift.min(end + 1, file.endIndex)
      number += 1
      if line.contains(where: { $0 != 0x20 && $0 != 0x0D }) { return (number, line) }
    }
    return nil
  }
}

/// An identifier, which data files write as a string or as a number.
struct Identifier: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      text = String(number)
    } else {
      text = try container.decode(String.self)
    }
  }
}

extension Decodable {
  /// Reads one line of a JSONL file.
  static func decoded(
    from line: Data, number: Int, of path: String, by decoder: JSONDecoder
  ) throws(BenchmarkError) -> Self {
    do {
      return try decoder.decode(Self.self, from: line)
    } catch DecodingError.keyNotFound(let key, _) {
      throw .line(path: path, number: number, problem: "\"\(key.stringValue)\" is missing")
    } catch DecodingError.typeMismatch(_, let context) {
      let key = context.codingPath.last.map { "\"\($0.stringValue)\"" } ?? "the line"
      throw .line(path: path, number: number, problem: "\(key) has the wrong type")
    } catch {
      throw .line(path: path, number: number, problem: "no JSON object")
    }
  }
}
