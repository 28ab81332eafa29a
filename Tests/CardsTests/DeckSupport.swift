import Cards
import Foundation
import KnowledgeBase
import Markdown
import Notes

/// A note of our own.
func cardNote(_ text: String, path: String = "note.md") throws -> Note {
  try Note(path: path, source: SourceText(bytes: Array(text.utf8)))
}

/// The deck of one note.
func deck(_ text: String, path: String = "note.md") throws -> Deck {
  Deck(notes: [try cardNote(text, path: path)])
}

extension Deck {
  /// The cards of a rule.
  func cards(_ pattern: String) -> [Card] { cards.filter { $0.pattern == pattern } }

  /// Questions with plain spaces, as one types them.
  var fronts: [String] { cards.map(\.plainFront) }

  /// Whether something about a subject was left out for a reason.
  func omits(_ subject: String, _ reason: Omission.Reason) -> Bool {
    omissions.contains { $0.subject.contains(subject) && $0.reason == reason }
  }
}

extension Card {
  var plainFront: String {
    front.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }
}

/// The notes of this project, read from their files.
enum OwnNotes {
  static let all: [Note] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Content")
    let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
    return paths.compactMap { path in
      guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
      return try? Note(path: path, source: SourceText(bytes: Array(data)))
    }
  }()

  static let deck = Deck(notes: all, sameNames: Vocabulary.builtIn.groups)
}
