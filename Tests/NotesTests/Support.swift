import Markdown
import Notes

/// A note read from text.
func note(_ text: String, path: String = "note.md") throws -> Note {
  try Note(path: path, source: SourceText(bytes: Array(text.utf8)))
}

extension Note {
  /// The outline as a person would write it: each section's name, indented by its depth.
  var outline: [String] {
    sections.indices.filter { sections[$0].level > 0 }.map { place in
      String(repeating: "  ", count: ancestors(of: place).count) + sections[place].name
    }
  }

  /// The definition of a term.
  func definition(_ term: String) -> Definition? { definitions.first { $0.term == term } }
}
