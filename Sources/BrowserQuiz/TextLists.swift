/// Lists of texts in one run of bytes, as a page hands them over: a separator ends each.
enum TextLists {
  /// Stands between the texts of one list.
  static let text: UInt8 = 0x1F
  /// Stands between lists.
  static let list: UInt8 = 0x1E
  /// Stands between what is of different kinds.
  static let part: UInt8 = 0x1D

  /// The pieces between separators; none in an empty run.
  static func split(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) -> [ArraySlice<UInt8>] {
    bytes.isEmpty ? [] : bytes.split(separator: separator, omittingEmptySubsequences: false)
  }

  /// The texts of a list.
  static func texts(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    split(bytes, text).map { Array($0) }
  }
}
