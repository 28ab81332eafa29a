internal import Glibc
internal import Markdown
public import Notes

/// What all notes of a folder say together.
public struct KnowledgeBase: Sendable {
  /// The folder of the notes.
  public let folder: String

  /// The notes, in the order of their paths.
  public let notes: [Note]

  /// The terms of all notes.
  public let glossary: Glossary

  /// The names that mean the same in French and English.
  public let vocabulary: Vocabulary

  /// Joins notes.
  ///
  /// - Parameters:
  ///   - folder: The folder of the notes.
  ///   - notes: The notes, in the order of their paths.
  ///   - vocabulary: The names that mean the same.
  /// - Complexity: O(*n* log *n*) in the number of definitions.
  public init(folder: String = ".", notes: [Note], vocabulary: Vocabulary = .builtIn) {
    let knowledge = KnowledgeTable(notes)
    let draft = GlossaryDraft(
      heap: knowledge.region.array(0..<knowledge.region.count),
      records: notes.indices.map { knowledge.range(ofRecord: $0) }, vocabulary: vocabulary)
    self.init(folder: folder, notes: notes, vocabulary: vocabulary, draft: draft)
  }

  /// Joins notes of which a draft was read before, in the order of their paths.
  init(folder: String, notes: [Note], vocabulary: Vocabulary, draft: GlossaryDraft) {
    self.folder = folder
    self.notes = notes
    self.vocabulary = vocabulary
    glossary = Glossary(draft, notes: notes)
  }

  /// The definition at a place of the glossary.
  ///
  /// - Parameter place: A place that one of the glossary's terms names.
  /// - Returns: The definition.
  public func definition(at place: DefinitionPlace) -> Definition {
    notes[place.note].definitions[place.definition]
  }

  /// Reads a note of a folder.
  ///
  /// - Parameters:
  ///   - file: The note's file.
  ///   - folder: The content folder.
  ///   - limit: The largest size that is read, in bytes.
  /// - Returns: The note; one without text, with its problem told, where the file is too large or unreadable.
  static func note(_ file: FileEntry, in folder: String, limit: Int) -> Note {
    let title = Note.title(fromPath: file.path)
    var failed = Note(path: file.path, title: title)
    let size = file.fingerprint.size
    guard size <= limit else {
      failed.problems = [
        Problem(line: 1, kind: .tooLarge(megabytes: (size + 1 << 20 - 1) >> 20, limit: limit >> 20))
      ]
      return failed
    }
    do {
      let source = SourceText(bytes: try File.read(folder + "/" + file.path))
      return try Note(path: file.path, source: source)
    } catch {
      // What else than reading can fail is an allocation of libcmark's.
      var reason = unsafe String(cString: strerror(ENOMEM))
      if case KnowledgeBaseError.unreadable(_, let told) = error { reason = told }
      failed.problems = [Problem(line: 1, kind: .unreadable(reason))]
      return failed
    }
  }
}
