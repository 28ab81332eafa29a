extension FolderTable {
  /// The bytes of a table.
  ///
  /// - Parameters:
  ///   - folder: What was seen of the folder.
  ///   - moment: When that began, in nanoseconds since 1970: what changed just before is not relied on.
  ///   - vocabulary: The fingerprint of the vocabulary.
  ///   - largestNote: The largest size of a note that is read.
  /// - Returns: The bytes.
  static func bytes(
    of folder: Folder, seenAt moment: Int, vocabulary: Fingerprint, largestNote: Int
  ) -> [UInt8] {
    var names: [UInt8] = []
    var folders: [UInt8] = []
    var entries: [UInt8] = []
    var count = 0
    for directory in folder.directories {
      append(pair: names.count, directory.isReadable ? 1 : 0, to: &folders)
      append(pair: count, directory.entries.count, to: &folders)
      appendNumber(directory.device, to: &folders)
      append(directory.fingerprint, seenAt: moment, to: &folders)
      append(directory.path, to: &names)
      for entry in directory.entries {
        let mark = entry.note.map(folder.unreadNotes.contains) ?? false ? unreadMark : 0
        append(pair: names.count, (entry.note ?? noNote) | mark, to: &entries)
        append(entry.fingerprint, seenAt: entry.note == nil ? nil : moment, to: &entries)
        append(entry.name, to: &names)
      }
      count += directory.entries.count
    }
    var bytes: [UInt8] = []
    appendNumber(folder.directories.count, to: &bytes)
    appendNumber(count, to: &bytes)
    append(vocabulary, seenAt: moment, to: &bytes)
    appendNumber(largestNote, to: &bytes)
    appendNumber(folder.unreadableCount, to: &bytes)
    return bytes + folders + entries + names
  }

  private static func append(_ name: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: name.utf8)
    bytes.append(0)
  }

  private static func append(
    _ fingerprint: Fingerprint, seenAt moment: Int?, to bytes: inout [UInt8]
  ) {
    let isFresh = moment.map { fingerprint.isFresh(at: $0) } ?? false
    let kept = isFresh ? .unsure : fingerprint
    for number in [kept.size, kept.modified, kept.changed, kept.identity] {
      appendNumber(number, to: &bytes)
    }
  }

  private static func append(pair first: Int, _ second: Int, to bytes: inout [UInt8]) {
    appendNumber(first | second << 32, to: &bytes)
  }
}
