internal import HTML
internal import KnowledgeBase
internal import Notes
internal import Threads

/// What the notes say of each other: links resolved, who quotes whom, where terms are named.
struct SiteKnowledge: Sendable {
  /// A passage of a note that names something.
  struct Passage: Hashable, Sendable {
    var note: Int
    var section: Int
    /// The sentence, as a reader sees it.
    var sentence: String
    /// The source line, from 1.
    var line: Int
  }

  /// A link that leads to another site.
  struct OutsideLink: Hashable, Sendable {
    var note: Int
    var section: Int
    var address: String
    /// What is shown; the address itself where the note writes no other text.
    var text: String
  }

  /// A link that leads nowhere, or a picture that is not there.
  struct BrokenLink: Hashable, Sendable {
    var note: Int
    var line: Int
    var target: String
    var isWiki = false
    /// The file below the content folder that would mend it.
    var wanted: String?
  }

  /// For each note where its links lead.
  let destinations: [[LinkKey: LinkDestination]]

  /// For each note the passages of others that link to it.
  let backlinks: [[Passage]]

  /// For each term the passages that name it, a section once.
  let mentions: [[Passage]]

  /// For each note its links to other sites.
  let outside: [[OutsideLink]]

  /// For each term the links to other sites that stand on a line that names it.
  let outsideOfTerm: [[OutsideLink]]

  /// The links that lead nowhere, by note and line.
  let broken: [BrokenLink]

  let matcher: TermMatcher

  /// Gathers what the notes say of each other.
  ///
  /// - Parameters:
  ///   - base: The notes.
  ///   - resolver: Finds where links lead.
  /// - Complexity: O(*n*) in the length of all text, on several threads.
  init(_ base: KnowledgeBase, resolver: LinkResolver) {
    let notes = base.notes
    let matcher = TermMatcher(base.glossary.terms)
    let threads = Swift.max(1, Swift.min(usefulThreads, notes.count / Self.notesPerThread))
    let parts = concurrently(threads) { part in
      var gathering = Gathering(base, resolver, matcher)
      for number in notes.count * part / threads..<notes.count * (part + 1) / threads {
        gathering.add(number)
      }
      return gathering.findings
    }
    self.matcher = matcher
    destinations = parts.flatMap(\.destinations)
    broken = parts.flatMap(\.broken)
    outside = parts.flatMap(\.outside)
    var backlinks = [[Passage]](repeating: [], count: notes.count)
    var mentions = [[Passage]](repeating: [], count: base.glossary.terms.count)
    var links = [[OutsideLink]](repeating: [], count: base.glossary.terms.count)
    for part in parts {
      for (note, passage) in part.backlinks { backlinks[note].append(passage) }
      for (term, passage) in part.mentions { mentions[term].append(passage) }
      for (term, link) in part.links { links[term].append(link) }
    }
    (self.backlinks, self.mentions, outsideOfTerm) = (backlinks, mentions, links)
  }

  private static let notesPerThread = 50
}

/// A link as a note writes it.
struct LinkKey: Hashable, Sendable {
  var isWiki: Bool
  var target: String
  var fragment: String?
}

/// What some notes say of others.
private struct Gathering {
  struct Findings: Sendable {
    var destinations: [[LinkKey: LinkDestination]] = []
    var broken: [SiteKnowledge.BrokenLink] = []
    var backlinks: [(Int, SiteKnowledge.Passage)] = []
    var mentions: [(Int, SiteKnowledge.Passage)] = []
    var outside: [[SiteKnowledge.OutsideLink]] = []
    var links: [(Int, SiteKnowledge.OutsideLink)] = []
  }

  private let base: KnowledgeBase
  private let matcher: TermMatcher
  private var resolver: LinkResolver
  private(set) var findings = Findings()

  /// The notes that the present note was seen to quote, and in which section.
  private var quoted: Set<[Int]> = []

  /// The first links of each line of the present note that lead to other sites.
  private var outsideOfLine: [Int: [SiteKnowledge.OutsideLink]] = [:]

  private static let mostLinksOfLine = 8

  /// The lines of the section that was looked at last.
  private var lines: (note: Int, section: Int, lines: SectionLines)?

  init(_ base: KnowledgeBase, _ resolver: LinkResolver, _ matcher: TermMatcher) {
    (self.base, self.resolver, self.matcher) = (base, resolver, matcher)
  }

  mutating func add(_ number: Int) {
    let note = base.notes[number]
    quoted = []
    outsideOfLine = [:]
    findings.outside.append([])
    var known: [LinkKey: LinkDestination] = [:]
    for link in note.links {
      let key = LinkKey(
        isWiki: link.kind == .wiki, target: link.target, fragment: link.fragment)
      let destination = known[key] ?? resolver.destination(of: link, in: number)
      known[key] = destination
      switch destination {
      case .section(let place) where place.note != number: addBacklink(place.note, link, number)
      case .missingSection(let target):
        if target != number { addBacklink(target, link, number) }
        findings.broken.append(
          SiteKnowledge.BrokenLink(
            note: number, line: link.line, target: link.target + "#" + (link.fragment ?? "")))
      case .missing:
        findings.broken.append(
          SiteKnowledge.BrokenLink(
            note: number, line: link.line, target: link.target, isWiki: link.kind == .wiki,
            wanted: link.kind == .wiki ? nil : resolver.wantedFile(link.target, in: number)))
      case .external: addOutside(link, number)
      default: break
      }
    }
    findings.destinations.append(known)
    addMissingPictures(number)
    for (place, section) in note.sections.enumerated() { addMentions(in: section, place, number) }
  }

  private mutating func addMissingPictures(_ number: Int) {
    let first = findings.broken.lastIndex { $0.note != number }.map { $0 + 1 } ?? 0
    for image in base.notes[number].images
    where resolver.image(image.source, in: number) == .missing {
      findings.broken.append(
        SiteKnowledge.BrokenLink(
          note: number, line: image.line, target: image.source,
          wanted: resolver.wantedFile(image.source, in: number)))
    }
    findings.broken[first...].sort { $0.line < $1.line }
  }

  private mutating func addOutside(_ link: NoteLink, _ number: Int) {
    let address = link.target + (link.fragment.map { "#" + $0 } ?? "")
    guard safeAddress(address)?.hasPrefix("http") ?? false,
      !base.notes[number].sections[link.section].isQuestion
    else {
      return
    }
    let found = SiteKnowledge.OutsideLink(
      note: number, section: link.section, address: address, text: link.text)
    findings.outside[findings.outside.count - 1].append(found)
    guard outsideOfLine[link.line, default: []].count < Self.mostLinksOfLine else { return }
    outsideOfLine[link.line, default: []].append(found)
  }

  private mutating func addBacklink(_ target: Int, _ link: NoteLink, _ number: Int) {
    guard !base.notes[number].sections[link.section].isQuestion else { return }
    guard quoted.insert([target, link.section]).inserted else { return }
    let section = base.notes[number].sections[link.section]
    if lines?.note != number || lines?.section != link.section {
      lines = (number, link.section, SectionLines(section))
    }
    let place = lines?.lines.place(ofLine: link.line)
    let line = place.map { section.text[$0].text } ?? section.name
    let passage = SiteKnowledge.Passage(
      note: number, section: link.section, sentence: sentence(of: line, around: link.text),
      line: link.line)
    findings.backlinks.append((target, passage))
  }

  private mutating func addMentions(in section: Section, _ place: Int, _ number: Int) {
    // Answers are not told elsewhere, wrong ones least.
    guard !section.isQuestion else { return }
    var seen: Set<Int> = []
    for line in section.text {
      let bytes = Array(line.text.utf8)
      let links = outsideOfLine[line.line] ?? []
      for match in matcher.matches(in: bytes) {
        for link in links { findings.links.append((match.term, link)) }
        guard seen.insert(match.term).inserted else { continue }
        let name = String(decoding: bytes[match.range], as: UTF8.self)
        findings.mentions.append(
          (
            match.term,
            SiteKnowledge.Passage(
              note: number, section: place, sentence: sentence(of: line.text, around: name),
              line: line.line)
          ))
      }
    }
  }
}

/// The sentence of a line in which some words stand, shortened where it is very long.
///
/// - Parameters:
///   - line: A line of text.
///   - words: The words.
/// - Returns: The first sentence that holds them, or else the first one.
/// - Complexity: O(*n*) in the length of the line, of which the first words in 8 KiB are looked at: each name asks anew.
func sentence(of line: String, around words: String) -> String {
  let (bytes, wanted) = (line.utf8.span, words.utf8.span)
  var count = Swift.min(bytes.count, 1 << 13)
  if count == 1 << 13 {
    var space = count - 1
    while space >= 0, bytes[space] != 0x20 { space -= 1 }
    if space >= 0 { count = space }
  }
  var start = 0
  var first: Range<Int>?
  var range = 0..<0
  var place = 0
  while place < count {
    let isEnd = isSentenceMark(bytes[place]) && place + 1 < count && bytes[place + 1] == 0x20
    place += 1
    guard isEnd || place == count else { continue }
    range = start..<place
    if find(wanted, in: bytes.extracting(range), from: 0) != nil { break }
    first = first ?? range
    range = first ?? range
    start = place
  }
  let text = String(
    decoding: line.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  return shortened(text.drop { $0 == " " }, to: 240)
}

private func isSentenceMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
}

/// A text of at most so many characters, cut between words.
func shortened(_ text: some StringProtocol, to length: Int) -> String {
  guard text.utf8.count > length, text.count > length else { return String(text) }
  let cut = text.prefix(length)
  let end = cut.lastIndex(of: " ") ?? cut.endIndex
  return cut[..<end] + " …"
}
