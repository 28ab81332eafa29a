internal import HTML
internal import Synchronization

/// The names and the definition of each term as pages open them, which are the same on all: made once, by whichever
/// thread asks first.
final class DefinitionTexts: Sendable {
  private let made = Mutex<[Int: HTMLWriter]>([:])

  /// What was written of a term, or is written now.
  ///
  /// - Complexity: O(1) where it was asked for before.
  func writer(ofTerm term: Int, _ write: (inout HTMLWriter) -> Void) -> HTMLWriter {
    if let known = made.withLock({ $0[term] }) { return known }
    var html = HTMLWriter()
    write(&html)
    let text = html
    made.withLock { $0[term] = text }
    return text
  }
}
