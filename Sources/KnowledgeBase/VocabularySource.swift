internal import Glibc

/// Where the vocabulary comes from.
struct VocabularySource {
  private let path: String?

  init(_ settings: Settings) throws(KnowledgeBaseError) {
    if let named = settings.vocabulary, !File.exists(named) {
      throw .unreadable(path: named, reason: File.missing)
    }
    let own = settings.content + "/" + Vocabulary.fileName
    path = settings.vocabulary ?? (File.exists(own) ? own : nil)
  }

  /// What tells whether the vocabulary changed.
  var fingerprint: Fingerprint {
    var status = stat()
    guard let path, unsafe stat(path, &status) == 0 else { return .missing }
    return Fingerprint(status)
  }

  func vocabulary() throws(KnowledgeBaseError) -> Vocabulary {
    guard let path else { return .builtIn }
    let text = String(decoding: try File.read(path), as: UTF8.self)
    return try Vocabulary(yaml: text, path: path)
  }
}
