/// Shows lines on a whole screen, each time all of them.
struct Painter {
  let output: OutputWriter

  /// Shows lines from the top of the screen; what was there before is gone.
  ///
  /// All is handed over in one piece, so that nothing flickers.
  ///
  /// - Parameters:
  ///   - lines: As many as there are rows, none wider than the screen.
  ///   - cursor: Where text is typed, from 0; `nil` hides the cursor.
  func show(_ lines: [StyledText], cursor: (row: Int, column: Int)? = nil) {
    var text = "\u{1B}[?25l\u{1B}[H"
    for (number, line) in lines.enumerated() {
      if number > 0 { text += "\r\n" }
      // Cleared first: after a line as wide as the screen, clearing would take its last letter.
      text += "\u{1B}[2K" + line.rendered(for: output.terminal)
    }
    if let cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
    output.writeRaw(text)
    output.flush()
  }
}
