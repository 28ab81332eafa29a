extension Folder {
  /// The folder as a table knows it, without walking through it again.
  ///
  /// - Parameters:
  ///   - table: What is known of the folder.
  ///   - changed: The fingerprints of notes that changed since, by their places among all notes.
  init(_ table: FolderTable, changed: [Int: Fingerprint] = [:]) {
    self.init(
      (0..<table.folderCount).map { place in
        let folder = table.folder(place)
        return Directory(
          path: table.path(of: folder), device: folder.device, fingerprint: folder.fingerprint,
          isReadable: folder.isReadable,
          entries: folder.entries.map { entry in
            let note = table.note(ofEntry: entry)
            let known = table.fingerprint(ofEntry: entry)
            return Entry(
              name: table.name(ofEntry: entry),
              fingerprint: note.flatMap { changed[$0] } ?? known, note: note)
          })
      })
  }
}
