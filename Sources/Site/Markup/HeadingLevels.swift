internal import Notes

/// The levels of a note's headings on its page: one h1, and no level skipped.
struct HeadingLevels {
  /// For each section its level; `nil` for the heading that is the note's title.
  private let levels: [Int?]

  /// Mends the outline of a note.
  ///
  /// - Complexity: O(*n*) in the number of sections.
  init(_ note: Note) {
    let titled = Self.titleSection(of: note)
    var levels: [Int?] = []
    for (place, section) in note.sections.enumerated() {
      if place == titled || section.level == 0 {
        levels.append(nil)
      } else if let parent = section.parent {
        levels.append(min((levels[parent] ?? 1) + 1, 6))
      } else {
        levels.append(2)
      }
    }
    self.levels = levels
  }

  /// The level of a section's heading, 2 to 6.
  func level(ofSection place: Int) -> Int? { place < levels.count ? levels[place] : 2 }

  /// The first heading, where it says the note's title.
  static func titleSection(of note: Note) -> Int? {
    guard let first = note.sections.firstIndex(where: { $0.level > 0 }) else { return nil }
    return note.sections[first].name == note.title ? first : nil
  }
}
