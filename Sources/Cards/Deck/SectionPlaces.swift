internal import Notes

/// What the sections of a note are called, each put together once.
///
/// It belongs to one thread.
final class SectionPlaces {
  private let note: Note
  private let shownTitle: String
  private let memo: TextMemo
  private var paths: [[String]?]
  private var topics: [String?]

  init(_ note: Note, shownTitle: String, _ memo: TextMemo) {
    (self.note, self.shownTitle, self.memo) = (note, shownTitle, memo)
    paths = Array(repeating: nil, count: note.sections.count)
    topics = Array(repeating: nil, count: note.sections.count)
  }

  /// The headings down to a section, its own the last.
  func headings(_ section: Int) -> [String] {
    if let known = paths[section] { return known }
    let own = note.sections[section].name
    let path = note.headings(above: section) + (own.isEmpty ? [] : [own])
    paths[section] = path
    return path
  }

  /// What tells a section apart: the note's title and the section's name.
  func qualifier(_ section: Int) -> String {
    let own = note.sections[section].name
    return own.isEmpty || own == note.title ? shownTitle : "\(shownTitle) › \(own)"
  }

  /// The heading that a section's cards are about: its own name, or the title where it only orders.
  func topic(_ section: Int) -> String {
    if let known = topics[section] { return known }
    var topic = shownTitle
    var place: Int? = section
    while let here = place {
      let name = note.sections[here].name
      if !name.isEmpty, !memo.isStructural(name) {
        topic = name
        break
      }
      place = note.sections[here].parent
    }
    topics[section] = topic
    return topic
  }
}
