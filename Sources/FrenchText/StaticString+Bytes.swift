extension StaticString {
  /// The byte at `index` of the literal's UTF-8.
  func byte(at index: Int) -> UInt8 {
    precondition(index >= 0 && index < utf8CodeUnitCount)
    return unsafe utf8Start[index]
  }

  /// Calls `body` with the bytes of each space-separated word until it returns true.
  /// - Returns: Whether `body` returned true.
  func anyWord(where body: (Range<Int>) -> Bool) -> Bool {
    var start = 0
    for index in 0...utf8CodeUnitCount
    where index == utf8CodeUnitCount || byte(at: index) == UInt8(ascii: " ") {
      if start < index, body(start..<index) { return true }
      start = index + 1
    }
    return false
  }

  /// The space-separated words of the literal, in UTF-8.
  ///
  /// In the browser this takes nothing of `String`, whose indices weigh more than all lists of words.
  ///
  /// - Complexity: O(*n*) in the bytes of the literal.
  public var words: [[UInt8]] {
    var words: [[UInt8]] = []
    _ = anyWord { range in
      words.append(range.map { byte(at: $0) })
      return false
    }
    return words
  }

  /// Whether a space-separated list of words holds `word`.
  ///
  /// - Parameter word: Bytes without a space.
  /// - Returns: Whether it does.
  /// - Complexity: O(*n*) in the bytes of the literal.
  public func lists(_ word: Span<UInt8>) -> Bool {
    anyWord { range in
      guard range.count == word.count else { return false }
      for offset in 0..<word.count where byte(at: range.lowerBound + offset) != word[offset] {
        return false
      }
      return true
    }
  }
}
