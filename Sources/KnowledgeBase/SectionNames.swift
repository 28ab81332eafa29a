internal import Notes
internal import Search

/// The sections of a note by their anchors and their names, gathered when a link first asks for them.
struct SectionNames {
  private var byAnchor: [String: Int]?
  private var byKey: [[UInt8]: Int]?

  /// Finds the section that a fragment means.
  ///
  /// - Parameters:
  ///   - fragment: An anchor, or else a heading in any spelling.
  ///   - note: The note; always the same.
  /// - Returns: The place of the first section that has this anchor, or else of the first with this name.
  /// - Complexity: O(*n*) in the length of the note's headings the first time, then O(1).
  mutating func place(of fragment: String, in note: Note) -> Int? {
    let anchors = byAnchor ?? Self.anchors(of: note)
    byAnchor = anchors
    if let place = anchors[fragment] { return place }
    let names = byKey ?? Self.names(of: note)
    byKey = names
    return nameKeys(of: Array(fragment.utf8)).compactMap { names[$0] }.min()
  }

  private static func anchors(of note: Note) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, section) in note.sections.enumerated() {
      for anchor in [section.anchor] + section.anchorAliases where places[anchor] == nil {
        places[anchor] = place
      }
    }
    return places
  }

  private static func names(of note: Note) -> [[UInt8]: Int] {
    var places: [[UInt8]: Int] = [:]
    for (place, section) in note.sections.enumerated() {
      for key in nameKeys(of: Array(section.name.utf8)) where places[key] == nil {
        places[key] = place
      }
    }
    return places
  }
}
