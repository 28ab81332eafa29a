/// A line that is being typed.
struct LineEditor: Hashable, Sendable {
  private var characters: [Character] = []
  private(set) var cursor = 0

  var text: String { String(characters) }

  var isEmpty: Bool { characters.isEmpty }

  /// The column of the cursor, from the beginning of the text.
  var column: Int { displayWidth(of: String(characters[..<cursor])) }

  /// The longest line that can be typed.
  private static let most = 500

  /// Takes a key.
  ///
  /// - Returns: Whether the line or its cursor is another now.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      guard characters.count < Self.most else { return false }
      characters.insert(character, at: cursor)
      cursor += 1
    case .backspace:
      guard cursor > 0 else { return false }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete:
      guard cursor < characters.count else { return false }
      characters.remove(at: cursor)
    case .left where cursor > 0: cursor -= 1
    case .right where cursor < characters.count: cursor += 1
    case .home: cursor = 0
    case .end: cursor = characters.count
    default: return false
    }
    return true
  }
}
