internal import FrenchText
internal import HTML
public import Notes
internal import Search

/// Where a link leads.
public enum LinkDestination: Hashable, Sendable {
  /// Outside of the notes; not looked at.
  case external
  /// To a section of a note.
  case section(SectionPlace)
  /// To a file that is no note.
  case file(String)
  /// To a note that exists, but not the heading.
  case missingSection(note: Int)
  /// To nothing, out of the folder of the notes, or where no page may lead.
  case missing
}

/// Finds where links lead: by path, by name, by heading, by the term that a note is about.
///
/// Whoever tells a writer of links that lead nowhere asks it with the same files: ``Library/otherFiles()``.
public struct LinkResolver: Sendable {
  private let notes: [Note]
  private let folder: String
  private var notesByPath: [String: Int] = [:]
  private var notesByName: [[UInt8]: Int] = [:]
  private var filesByPath: [String: String] = [:]
  private var filesByName: [String: String] = [:]
  /// For each note, where its sections are found.
  private var sections: [SectionNames]

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - knowledgeBase: The notes.
  ///   - others: The paths of files that are no notes; files at other paths are looked for on the disk.
  public init(_ knowledgeBase: KnowledgeBase, others: Set<String>) {
    notes = knowledgeBase.notes
    folder = knowledgeBase.folder
    sections = notes.map { _ in SectionNames() }
    for (number, note) in notes.enumerated() {
      notesByPath[normalized(note.path)] = number
    }
    for names in [Self.fileNames, Self.titles, Self.otherNames] {
      for (number, note) in notes.enumerated() {
        for name in names(note) {
          for key in nameKeys(of: Array(name.utf8)) where notesByName[key] == nil {
            notesByName[key] = number
          }
        }
      }
    }
    for term in knowledgeBase.glossary.terms {
      guard let number = term.note else { continue }
      for key in term.names.flatMap({ nameKeys(of: Array($0.utf8)) }) where notesByName[key] == nil
      {
        notesByName[key] = number
      }
    }
    for path in others.sorted() {
      let name = normalized(String(path.split(separator: "/").last ?? ""))
      let key = normalized(path)
      if filesByPath[key] == nil { filesByPath[key] = path }
      if filesByName[name] == nil { filesByName[name] = path }
    }
  }

  /// Where a link of a note leads.
  ///
  /// - Parameters:
  ///   - link: A link of the note.
  ///   - number: The place of the note in `KnowledgeBase.notes`.
  /// - Returns: The destination.
  public mutating func destination(of link: NoteLink, in number: Int) -> LinkDestination {
    if link.kind == .wiki { return wikiDestination(of: link, in: number) }
    if link.kind == .address || isExternal(link.target) {
      let address = link.target + (link.fragment.map { "#" + $0 } ?? "")
      return safeAddress(address) == nil ? .missing : .external
    }
    if link.target.isEmpty { return section(link.fragment, of: number) }
    let target = decoded(link.target.prefix { $0 != "?" })
    guard let path = path(target, from: notes[number].path) else { return .missing }
    for candidate in [path, path + ".md", path + "/README.md", path + "/index.md"] {
      if let note = notesByPath[normalized(candidate)] { return section(link.fragment, of: note) }
    }
    return file(at: path)
  }

  /// Where an image is; `nil` if it is missing.
  ///
  /// - Parameters:
  ///   - source: The source as written.
  ///   - number: The place of the note in `KnowledgeBase.notes`.
  /// - Returns: Whether the picture can be had.
  func hasImage(_ source: String, in number: Int) -> Bool {
    image(source, in: number) != .missing
  }

  /// Where a picture is.
  ///
  /// - Parameters:
  ///   - source: The source as written.
  ///   - number: The place of the note in `KnowledgeBase.notes`.
  /// - Returns: `.external`, `.file` with its path below the content folder, or `.missing`.
  public func image(_ source: String, in number: Int) -> LinkDestination {
    if isExternal(source) { return .external }
    guard
      let path = path(decoded(source.prefix { $0 != "?" && $0 != "#" }), from: notes[number].path)
    else { return .missing }
    return file(at: path)
  }

  /// The file that a link or a picture asks for.
  ///
  /// - Parameters:
  ///   - target: Its target as written.
  ///   - number: The place of the note in `KnowledgeBase.notes`.
  /// - Returns: The path below the content folder; `nil` where it leads out of it, or to another site.
  public func wantedFile(_ target: String, in number: Int) -> String? {
    guard !isExternal(target) else { return nil }
    return path(decoded(target.prefix { $0 != "?" && $0 != "#" }), from: notes[number].path)
  }

  private mutating func wikiDestination(of link: NoteLink, in number: Int) -> LinkDestination {
    if link.target.isEmpty { return section(link.fragment, of: number) }
    let path = normalized(link.target)
    let known = notesByPath[path] ?? notesByPath[path + ".md"]
    if let note = known ?? noteNamed(link.target) { return section(link.fragment, of: note) }
    let found = filesByPath[path] ?? filesByName[path]
    return found.flatMap(inside).map(LinkDestination.file) ?? .missing
  }

  /// The note that has a name: its file's, its title, a name of its service, or of the term that it is about.
  ///
  /// - Parameter name: A name in any spelling.
  /// - Returns: The place of the note in `KnowledgeBase.notes`.
  public func noteNamed(_ name: String) -> Int? {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let stem = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    return nameKeys(of: Array(stem.utf8)).lazy.compactMap { notesByName[$0] }.first
  }

  private mutating func section(_ fragment: String?, of note: Int) -> LinkDestination {
    guard let fragment else { return .section(SectionPlace(note: note, section: 0)) }
    guard let place = sections[note].place(of: decoded(fragment[...]), in: notes[note]) else {
      return .missingSection(note: note)
    }
    return .section(SectionPlace(note: note, section: place))
  }

  private func file(at path: String) -> LinkDestination {
    let found = File.exists(folder + "/" + path) ? path : filesByPath[normalized(path)]
    return found.flatMap(inside).map(LinkDestination.file) ?? .missing
  }

  /// The path itself, if it does not lead out: a symbolic link may not take a file from elsewhere into the notes, and
  /// so into a site.
  private func inside(_ path: String) -> String? {
    File.leadsOut(folder + "/" + path, of: folder) ? nil : path
  }

  /// A path relative to the content folder; `nil` if it leads out of it.
  private func path(_ target: String, from note: String) -> String? {
    var parts = target.hasPrefix("/") ? [] : note.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func fileNames(_ note: Note) -> [String] { [Note.title(fromPath: note.path)] }

  private static func titles(_ note: Note) -> [String] {
    [note.title] + [note.metadata.service].compactMap(\.self)
  }

  private static func otherNames(_ note: Note) -> [String] {
    [note.metadata.name].compactMap(\.self) + note.metadata.frenchNames + note.metadata.aliases
  }
}

/// Whether an address has a scheme of its own, or names a host.
private func isExternal(_ target: String) -> Bool {
  if target.hasPrefix("//") { return true }
  guard let colon = target.firstIndex(of: ":") else { return false }
  let scheme = target[..<colon]
  return scheme.count >= 2 && scheme.first?.isLetter == true
    && scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
}

/// A path in lower case and without accents, as names of files are compared.
private func normalized(_ path: String) -> String {
  var folded: [UInt8] = []
  appendFolded(Array(path.utf8).span, to: &folded)
  return String(
    decoding: folded.starts(with: Array("./".utf8)) ? folded[2...] : folded[...], as: UTF8.self)
}

/// A text whose `%20` and the like are read.
private func decoded(_ text: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2,
      let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
