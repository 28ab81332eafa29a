internal import Cards
public import KnowledgeBase
internal import Markdown
internal import Notes
internal import Synchronization
internal import Threads

/// Builds the site of a library into a folder.
///
///     let summary = try SiteBuilder(library, output: "Site/public").build()
///
/// The next state is made beside the present one, with hard links to what did not change, and put in its place
/// whole. A page whose inputs are the same is not made again.
public struct SiteBuilder: Sendable {
  private let library: Library
  private let output: String

  /// Creates a builder.
  ///
  /// - Parameters:
  ///   - library: The notes and the settings.
  ///   - output: The folder of the site, which belongs to it alone.
  public init(_ library: Library, output: String) {
    (self.library, self.output) = (library, output)
  }

  /// Builds the site.
  ///
  /// - Parameters:
  ///   - isForced: Whether everything is made anew.
  ///   - progress: Called on this thread with the number of files done and of all.
  /// - Returns: What the site holds, and what was done.
  /// - Throws: ``SiteError``; then the folder is what it was.
  /// - Complexity: O(*f*) in the number of files where nothing changed, and O(*n*) in the length of all notes
  ///   where something did.
  public func build(
    isForced: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(SiteError) -> SiteSummary {
    let old = try present()
    var identity = Digest()
    identity.add(library.revision)
    identity.add(settingsDigest)
    identity.add(StandardFiles.digest)
    let repository = GitRepository(containing: library.settings.content)
    identity.add(repository?.head ?? 0)
    let present = isForced ? SiteRecord() : old
    if !isForced, present.identity == identity.value, areCopied(present) {
      return present.summary
    }
    let draft = try OutputFolder(output)
    let parts = try SiteParts(
      library, repository, knowing: (present.historyHead, present.history))
    var record = SiteRecord()
    (record.historyHead, record.history) = (parts.times.head, parts.times.history)
    record.identity = identity.value
    record.summary = parts.summary
    record.files = Self.digest(parts.otherFiles)
    let done = try make(parts, knowing: present, in: draft, progress)
    record.entries = done.entries
    try copy(done.entries.values.flatMap(\.copies), into: &record, knowing: present, in: draft)
    record.summary.bytes = done.bytes
    if library.settings.site.worksOffline { try writeOfflineFiles(to: &record, in: draft) }
    try draft.keepOthers()
    try draft.complete(record)
    try draft.replace()
    var summary = record.summary
    summary.renderedPages = done.rendered
    summary.writtenFiles = done.written
    summary.removedFiles = old.entries.keys.count { record.entries[$0] == nil }
    dispose(of: consume parts)
    return summary
  }

  /// Whether a site was built, and the files that it shows besides are as they were: there, or missing.
  private func areCopied(_ record: SiteRecord) -> Bool {
    let content = library.settings.content
    let wanted = record.summary.brokenLinks.lazy.compactMap(\.wanted)
    return !record.entries.isEmpty
      && !wanted.contains { fileKey(content + "/" + $0) != nil }
      && (record.summary.brokenLinks.isEmpty
        || record.files == Self.digest(library.otherFiles()))
      && record.entries.allSatisfy { name, entry in
        guard let path = originalPath(of: name) else { return true }
        return fileKey(content + "/" + path) == entry.key
      }
  }

  private static func digest(_ files: Set<String>) -> UInt64 {
    var digest = Digest()
    for path in files.sorted() { digest.add(path) }
    return digest.value
  }

  /// What is known of the folder.
  ///
  /// - Throws: ``SiteError`` if it holds something that no build made, or notes.
  private func present() throws(SiteError) -> SiteRecord {
    let content = File.canonical(library.settings.content)
    let folder = File.canonical(output)
    if (content + "/").hasPrefix(folder + "/") {
      throw .overlappingFolders(output: output, content: library.settings.content)
    }
    let bytes = readHead(of: folder + "/" + SiteRecord.name, count: Self.largestRecord)
    if bytes.isEmpty {
      if holdsFiles(folder) {
        let reason = reasonAgainstListing(folder)
        throw reason.map { .unreadable(path: output, reason: $0) } ?? .foreignFolder(output)
      }
      return SiteRecord()
    }
    // A damaged record still says whose folder it is.
    return SiteRecord(bytes) ?? SiteRecord()
  }

  private static let largestRecord = 1 << 28

  private var settingsDigest: UInt64 {
    let settings = library.settings
    var digest = Digest()
    for text in [
      settings.title, settings.language, settings.site.address, settings.site.repository,
    ] {
      digest.add(text)
    }
    digest.add(settings.site.trustsNotes ? 1 : 0)
    digest.add(settings.site.worksOffline ? 1 : 0)
    return digest.value
  }
}

// MARK: - Making files

extension SiteBuilder {
  private struct Made: Sendable {
    var entries: [String: SiteRecord.Entry] = [:]
    var rendered = 0
    var written = 0
    var bytes = 0
    var failure: SiteError?
  }

  /// Makes the files; each thread takes the next that nobody has begun, pages of all notes before those of one, so
  /// that all end together.
  private func make(
    _ parts: SiteParts, knowing old: SiteRecord, in draft: OutputFolder,
    _ progress: (Int, Int) -> Void
  ) throws(SiteError) -> Made {
    let (files, others) = (parts.files, parts.keeping)
    let next = Atomic(0)
    let failed = Atomic(false)
    let folder = DraftFolder(draft)
    let makeOne = { @Sendable (made: inout Made) -> Int? in
      let place = next.add(1, ordering: .relaxed).oldValue
      guard place < others.count + files.count, !failed.load(ordering: .relaxed) else { return nil }
      guard place >= others.count else {
        others[place]()
        return 0
      }
      let rest = others.count + files.count - place
      do throws(SiteError) { try Self.make(files[rest - 1], old, folder, &made) } catch {
        made.failure = error
        failed.store(true, ordering: .relaxed)
        return nil
      }
      return files.count - rest + 1
    }
    let found = concurrently(
      Swift.max(1, Swift.min(usefulThreads, files.count)),
      first: {
        var made = Made()
        while let done = makeOne(&made) { progress(done, files.count) }
        return made
      },
      others: { _ in
        var made = Made()
        while makeOne(&made) != nil {}
        return made
      })
    progress(files.count, files.count)
    var all = Made()
    for part in found {
      if let failure = part.failure { throw failure }
      all.entries.merge(part.entries) { first, _ in first }
      all.rendered += part.rendered
      all.written += part.written
      all.bytes += part.bytes
    }
    return all
  }

  /// Writes what the site is read by without a network, once all that may be kept is there.
  private func writeOfflineFiles(
    to record: inout SiteRecord, in draft: OutputFolder
  ) throws(SiteError) {
    for (path, bytes) in OfflineFiles(record.entries, in: draft.draft).made {
      let file = SiteFile(path, bytes: bytes)
      if !DraftFolder(draft).keepIfSame(path, bytes) { try draft.write(bytes, to: path) }
      record.entries[path] = SiteRecord.Entry(key: file.key)
    }
  }

  private static func make(
    _ file: SiteFile, _ old: SiteRecord, _ folder: DraftFolder, _ made: inout Made
  ) throws(SiteError) {
    if let known = old.entries[file.path], known.key == file.key, folder.keep(file.path) {
      made.entries[file.path] = known
      return
    }
    let content = try file.make()
    if file.path.hasSuffix(".html") { made.rendered += 1 }
    if !folder.keepIfSame(file.path, content.bytes) {
      try folder.write(content.bytes, to: file.path)
      made.written += 1
    }
    made.bytes += content.bytes.count
    made.entries[file.path] = SiteRecord.Entry(
      key: file.key, copies: content.copies.filter(SiteRecord.isRecordable))
  }

  /// Copies files of the content folder that pages show.
  private func copy(
    _ paths: [String], into record: inout SiteRecord, knowing old: SiteRecord,
    in draft: OutputFolder
  ) throws(SiteError) {
    for path in Set(paths).sorted() {
      let source = library.settings.content + "/" + path
      let name = copiedName(of: path)
      guard let key = fileKey(source) else { continue }
      if old.entries[name]?.key == key, draft.keep(name) {
        record.entries[name] = SiteRecord.Entry(key: key)
        continue
      }
      try draft.copy(source, to: name)
      record.entries[name] = SiteRecord.Entry(key: key)
    }
  }
}
