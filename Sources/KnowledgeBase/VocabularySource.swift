internal import Glibc

/// Where the vocabulary comes from.
struct VocabularySource {
  private let path: String?

  init(_ settings: Settings) throws(KnowledgeBaseError) {
    let own = settings.content + "/" + Vocabulary.fileName
    path = settings.vocabulary ?? (File.isNamed(own) ? own : nil)
    if let path, !File.exists(path) {
      throw .unreadable(path: path, reason: File.reasonOfAbsence(path))
    }
  }

  /// What tells whether the vocabulary changed.
  var fingerprint: Fingerprint {
    var status = stat()
    guard let path, unsafe stat(path, &status) == 0 else { return .missing }
    return Fingerprint(status)
  }

  func vocabulary() throws(KnowledgeBaseError) -> Vocabulary {
    guard let path else { return .builtIn }
    let text = String(decoding: try File.read(path, limit: File.largestText), as: UTF8.self)
    return try Vocabulary(yaml: text, path: path)
  }
}
