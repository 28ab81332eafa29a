extension Library {
  /// For each note of ``knowledgeBase()`` a checksum of all that it holds; `nil` where that is damaged.
  ///
  /// - Complexity: O(*n*) in the length of all notes, some gigabytes a second.
  package var noteChecksums: [UInt64]? { checksums() }

  /// What was kept beside the index with ``keep(_:named:madeOf:)``.
  ///
  /// - Parameters:
  ///   - name: What it is for, a word in ASCII.
  ///   - key: Numbers that tell what it was made of; ``identity`` for what is made of the notes.
  /// - Returns: The content; `nil` where nothing was kept, or where it is damaged, was made of something else or
  ///   by another build of the program.
  /// - Complexity: O(*n*) in its length.
  package func kept(_ name: String, madeOf key: [Int]) -> [UInt8]? {
    cacheFolder.flatMap { SideFile(name, in: $0, key: key).read() }
  }

  /// Keeps something beside the index, whole or not at all, instead of what had its name; where nothing can be
  /// written, nothing is.
  package func keep(_ content: [UInt8], named name: String, madeOf key: [Int]) {
    if let cacheFolder { SideFile(name, in: cacheFolder, key: key).write(content) }
  }
}
