internal import KnowledgeBase
internal import Markdown
internal import Notes
internal import Search
internal import Threads

/// What the files of the notes hold, as far as pages hang on it.
///
/// A page opens the definitions of terms that its note names. Which ones these are is told by the first words of
/// their names: a page hangs on the terms of which the note's file holds the first word, and on no other.
struct NoteSources: Sendable {
  /// For each note a checksum of its file; 0 where it cannot be read.
  let contents: [UInt64]

  /// For each note a checksum of the terms that its text may name.
  let terms: [UInt64]

  /// Reads the files.
  ///
  /// - Parameter site: The site, whose terms are known.
  /// - Complexity: O(*n*) in the length of all notes, on several threads.
  init(_ site: SiteContext) {
    let families = TermFamilies(site)
    let parts = Swift.max(1, Swift.min(usefulThreads, site.notes.count / Self.notesPerThread))
    let found = concurrently(parts) { part in
      var reader = families.reader()
      return (site.notes.count * part / parts..<site.notes.count * (part + 1) / parts).map {
        number -> (content: UInt64, terms: UInt64) in
        let bytes = readFile(site.settings.content + "/" + site.notes[number].path)
        return (bytes.isEmpty ? 0 : checksum(bytes), reader.sum(of: bytes))
      }
    }
    contents = found.flatMap { $0.map(\.content) }
    terms = found.flatMap { $0.map(\.terms) }
  }

  private static let notesPerThread = 50
}

/// The terms by the first words of their names.
private struct TermFamilies: Sendable {
  /// The places of first words are the numbers of the families.
  private var firstWords = TermTable()
  private var sums: [UInt64] = []

  init(_ site: SiteContext) {
    var digests: [Digest] = []
    for (place, term) in site.base.glossary.terms.enumerated() {
      let sum = Self.sum(of: place, term, site)
      for name in term.names {
        let bytes = Array(name.utf8)
        guard let word = TermMatcher.words(of: bytes.span).first else { continue }
        var key = TermKey()
        key.append(word: bytes.span.extracting(word))
        firstWords.addPrefix(key)
        guard let family = firstWords.entry(at: key) else { continue }
        while digests.count <= family { digests.append(Digest()) }
        digests[family].add(name)
        digests[family].add(sum)
      }
    }
    sums = digests.map(\.value)
  }

  /// What pages show of a term.
  private static func sum(of place: Int, _ term: Term, _ site: SiteContext) -> UInt64 {
    var digest = Digest()
    for name in term.names {
      digest.add(name)
      digest.add(site.terms.language(of: name, in: site.language))
    }
    digest.add(site.definition(ofTerm: place)?.text)
    digest.add(term.definitions.first.map { site.plan.notePages[$0.note].text })
    digest.add(site.page(ofTerm: place).text)
    digest.add(site.terms.anchors[place])
    return digest.value
  }

  func reader() -> Reader { Reader(families: self, count: sums.count) }

  /// Reads texts one by one, with the same buffers.
  struct Reader {
    private let families: TermFamilies
    private var key = TermKey()
    /// For each family the number of the last text that names it.
    private var seen: [Int]
    private var texts = 0

    fileprivate init(families: TermFamilies, count: Int) {
      self.families = families
      seen = Array(repeating: 0, count: count)
    }

    /// A checksum of the terms that a text may name.
    mutating func sum(of bytes: [UInt8]) -> UInt64 {
      let text = SourceText(bytes: bytes).text
      texts += 1
      let source = text.utf8.span
      // What an entity stands for is not looked up: it may join with the letters beside it.
      let isOpen = Self.holdsEntity(source)
      var sum: UInt64 = 0
      if isOpen { for family in families.sums.indices { add(family, to: &sum) } }
      for word in TermMatcher.words(of: source) where !isOpen {
        key.removeAll()
        key.append(word: source.extracting(word))
        if let family = families.firstWords.entry(at: key) { add(family, to: &sum) }
        // In the plural.
        if source[word.upperBound - 1] == UInt8(ascii: "s"),
          let family = families.firstWords.entry(atAllButLastOf: key)
        {
          add(family, to: &sum)
        }
      }
      return sum
    }

    private mutating func add(_ family: Int, to sum: inout UInt64) {
      guard seen[family] != texts else { return }
      seen[family] = texts
      // The same in any order.
      sum &+= families.sums[family]
    }

    private static func holdsEntity(_ text: Span<UInt8>) -> Bool {
      for place in text.indices where text[place] == UInt8(ascii: "&") && place + 1 < text.count {
        let next = text[place + 1]
        if next == UInt8(ascii: "#") || (next | 0x20) &- 0x61 < 26 { return true }
      }
      return false
    }
  }
}
