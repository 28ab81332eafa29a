internal import Markdown

/// The headings of a document with the blocks below each, in reading order.
struct Outline {
  struct Part {
    var title: [Inline] = []
    /// The level as written; 0 before the first heading.
    var level = 0
    /// The level that a reader means.
    var depth = 0
    var id: String?
    var line: Int
    var blocks: [Block] = []
    var parent: Int?
  }

  private(set) var parts: [Part] = []

  /// Whether the headings of two neighbouring levels are exchanged: `## 1_Réseau` above `# 1. VPC`.
  private(set) var swappedLevel: Int?

  init(_ blocks: [Block]) {
    var current = Part(line: blocks.first?.lines.lowerBound ?? 1)
    for block in blocks {
      if case .heading(let level, let title, let id) = block.content {
        if current.level > 0 || !current.blocks.isEmpty { parts.append(current) }
        current = Part(
          title: title, level: level, depth: level, id: id, line: block.lines.lowerBound)
      } else {
        current.blocks.append(block)
      }
    }
    if current.level > 0 || !current.blocks.isEmpty || parts.isEmpty { parts.append(current) }
    swapLevels()
    linkParents()
  }

  /// Exchanges two levels where the numbering says that the upper one was meant below the lower one:
  /// the lower level's numbers run through the document, the upper level's begin anew under each.
  private mutating func swapLevels() {
    let headings = parts.filter { $0.level > 0 }
    guard let lower = headings.first?.level, lower > 1 else { return }
    let upper = lower - 1
    var lastLower = 0
    var lastUpper = 0
    var uppers = 0
    for heading in headings where heading.level == lower || heading.level == upper {
      guard let number = headingNumber(heading.title.plainText) else { return }
      if heading.level == lower {
        guard number > lastLower else { return }
        (lastLower, lastUpper) = (number, 0)
      } else {
        guard number == lastUpper + 1 else { return }
        lastUpper = number
        uppers += 1
      }
    }
    guard uppers > 0, lastLower > 0 else { return }
    swappedLevel = upper
    for place in parts.indices {
      if parts[place].level == upper { parts[place].depth = lower }
      if parts[place].level == lower { parts[place].depth = upper }
    }
  }

  private mutating func linkParents() {
    var path: [Int] = []
    for place in parts.indices where parts[place].level > 0 {
      while let above = path.last, parts[above].depth >= parts[place].depth { path.removeLast() }
      parts[place].parent = path.last
      path.append(place)
    }
  }

  /// What a reader of the outline would stumble over.
  func problems(hasTitle: Bool) -> [Problem] {
    var problems: [Problem] = []
    var last: Part?
    for (place, part) in parts.enumerated() where part.level > 0 {
      if let last {
        if part.depth > last.depth + 1 {
          problems.append(
            Problem(line: part.line, kind: .headingJump(from: last.depth, to: part.depth)))
        }
      } else if part.level > 1, !hasTitle {
        problems.append(Problem(line: part.line, kind: .firstHeading(level: part.level)))
      }
      if part.level == swappedLevel, let parent = part.parent {
        problems.append(
          Problem(
            line: part.line,
            kind: .headingAbove(level: part.level, parent: parts[parent].level)))
      }
      let hasChildren = place + 1 < parts.count && parts[place + 1].parent == place
      if part.blocks.isEmpty, !hasChildren {
        problems.append(Problem(line: part.line, kind: .emptySection(part.title.plainText)))
      }
      last = part
    }
    return problems
  }
}
