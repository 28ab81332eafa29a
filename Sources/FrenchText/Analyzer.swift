/// Turns forms into index keys: the stem, folded.
public struct Analyzer: Sendable {
  private var stemmer = FrenchStemmer()
  private var stem: [UInt8] = []

  /// Creates an analyzer; keep one, its buffers are reused.
  public init() {}

  /// Appends the index key of a form.
  ///
  /// A form of three letters or fewer is not stemmed (`ecs` would lose its `s`), nor one that holds
  /// a digit or any other ASCII sign than letters: codes are searched as they are written.
  ///
  /// - Parameters:
  ///   - form: A form as ``Tokenizer/form`` gives it.
  ///   - key: The buffer that the key is appended to.
  /// - Complexity: O(*n*) in the bytes of the form, without allocation once the buffers are large
  ///   enough; about the cost of reading the form five times, so keep keys of forms that come back.
  public mutating func appendKey(of form: Span<UInt8>, to key: inout [UInt8]) {
    guard isStemmed(form) else {
      appendFolded(form, to: &key)
      return
    }
    stem.removeAll(keepingCapacity: true)
    for index in form.indices { stem.append(form[index]) }
    stemmer.stem(&stem)
    appendFolded(stem.span, to: &key)
  }

  private func isStemmed(_ form: Span<UInt8>) -> Bool {
    var characters = 0
    for index in form.indices {
      let byte = form[index]
      if byte < 0x80, byte &- UInt8(ascii: "a") >= 26 { return false }
      if byte & 0xC0 != 0x80 { characters += 1 }
    }
    return characters > 3
  }
}
