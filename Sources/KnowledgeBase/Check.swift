public import Notes

/// Something to mend, at its place.
public struct Finding: Hashable, Sendable {
  /// The path of the note, below the content folder.
  public var path: String

  /// The source line, from 1.
  public var line: Int

  /// What it is.
  public var kind: Kind

  /// The kinds of finding.
  public enum Kind: Hashable, Sendable {
    /// What the note shows by itself.
    case note(Problem.Kind)
    /// A link leads to no file.
    case brokenLink(String)
    /// A link leads to a note that has no such heading.
    case brokenAnchor(target: String, fragment: String)
    /// A wiki link names no note.
    case unresolvedWikiLink(String)
    /// There is no such picture.
    case missingImage(String)
    /// The path is one of another machine.
    case foreignPath(String)
    /// The term is defined elsewhere too.
    case duplicateDefinition(term: String, path: String, line: Int)
    /// The folder or file cannot be read.
    case unreadableEntry
  }

  init(_ path: String, _ line: Int, _ kind: Kind) {
    self.path = path
    self.line = line
    self.kind = kind
  }
}

/// Reads all notes anew and looks for what their writer would want to mend.
struct Checker {
  private let knowledgeBase: KnowledgeBase
  private var resolver: LinkResolver

  init(_ knowledgeBase: KnowledgeBase, others: Set<String>) {
    self.knowledgeBase = knowledgeBase
    resolver = LinkResolver(knowledgeBase, others: others)
  }

  /// The findings, by path and line.
  mutating func findings() -> [Finding] {
    var findings: [Finding] = []
    for (number, note) in knowledgeBase.notes.enumerated() {
      findings += note.problems.map { Finding(note.path, $0.line, .note($0.kind)) }
      for link in note.links {
        if let kind = problem(of: link, in: number) {
          findings.append(Finding(note.path, link.line, kind))
        }
      }
      for image in note.images where !resolver.hasImage(image.source, in: number) {
        let kind: Finding.Kind =
          isForeign(image.source) ? .foreignPath(image.source) : .missingImage(image.source)
        findings.append(Finding(note.path, image.line, kind))
      }
    }
    findings += duplicateDefinitions()
    return findings.enumerated().sorted { left, right in
      (left.element.path, left.element.line, left.offset)
        < (right.element.path, right.element.line, right.offset)
    }.map(\.element)
  }

  private mutating func problem(of link: NoteLink, in number: Int) -> Finding.Kind? {
    if isForeign(link.target), link.kind != .address { return .foreignPath(link.target) }
    switch resolver.destination(of: link, in: number) {
    case .external, .section, .file: return nil
    case .missing:
      return link.kind == .wiki ? .unresolvedWikiLink(link.target) : .brokenLink(link.target)
    case .missingSection(let note):
      return .brokenAnchor(
        target: knowledgeBase.notes[note].path, fragment: link.fragment ?? "")
    }
  }

  /// Whether a path is one of Windows, or of a drive.
  private func isForeign(_ path: String) -> Bool {
    path.hasPrefix("\\") || path.hasPrefix("file:")
      || (path.dropFirst().hasPrefix(":\\") && path.first?.isLetter == true)
  }

  /// Definitions of a term beside the best one; only shapes that are meant as definitions.
  private func duplicateDefinitions() -> [Finding] {
    var findings: [Finding] = []
    for term in knowledgeBase.glossary.terms {
      let clear = term.definitions.filter {
        let definition = knowledgeBase.definition(at: $0)
        return definition.pattern == .boldTerm || definition.pattern == .headingSentence
      }
      guard let best = clear.first else { continue }
      let first = knowledgeBase.definition(at: best)
      for place in clear.dropFirst() {
        let other = knowledgeBase.definition(at: place)
        findings.append(
          Finding(
            knowledgeBase.notes[place.note].path, other.line,
            .duplicateDefinition(
              term: other.term, path: knowledgeBase.notes[best.note].path, line: first.line)))
      }
    }
    return findings
  }
}
