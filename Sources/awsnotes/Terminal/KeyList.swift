/// Keys and what they do, for the foot of a screen and for its help.
struct KeyList {
  let language: Language

  /// One line, with as many keys as fit.
  func line(_ items: [(String, Localized)], width: Int) -> StyledText {
    var line = StyledText()
    for (key, does) in items {
      let item =
        (line.width > 0 ? StyledText("   ") : StyledText()) + StyledText(key, .bold)
        + StyledText(" " + does.in(language), .dim)
      if line.width + item.width <= width { line += item }
    }
    return line
  }

  /// A key a line, and behind it what it does, wrapped.
  func lines(_ entries: [(key: Localized, does: Localized)], width: Int) -> [StyledText] {
    let keys = entries.map { $0.key.in(language) }
    let column = (keys.map { displayWidth(of: $0) }.max() ?? 0) + 3
    return zip(keys, entries).flatMap { key, entry in
      let text = StyledText(entry.does.in(language)).wrapped(to: max(20, width - column))
      return text.enumerated().map { place, line in
        (place == 0
          ? StyledText(key, .bold) + .spaces(column - displayWidth(of: key)) : .spaces(column))
          + line
      }
    }
  }
}
