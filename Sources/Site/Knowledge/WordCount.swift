internal import Notes

extension Note {
  /// The number of words: of the pieces between spaces in each line of its text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  var wordCount: Int {
    var count = 0
    for section in sections {
      for line in section.text {
        let bytes = line.text.utf8.span
        count += 1
        for place in bytes.indices where bytes[place] == UInt8(ascii: " ") { count += 1 }
      }
    }
    return count
  }
}
