extension StyledText {
  /// A character with its look, the unit that lines are made of.
  private struct Glyph {
    let character: Character
    let piece: Piece

    var width: Int { displayWidth(of: character) }
    var isSpace: Bool { character == " " }
  }

  private var glyphs: [Glyph] {
    pieces.flatMap { piece in piece.text.map { Glyph(character: $0, piece: piece) } }
  }

  private init(_ glyphs: some Sequence<Glyph>) {
    for glyph in glyphs {
      self += StyledText(String(glyph.character), glyph.piece.style, link: glyph.piece.link)
    }
  }
}

// MARK: - Wrapping

extension StyledText {
  /// Breaks the text into lines that fit a width, at spaces, or inside a word that is too long.
  ///
  /// A no-break space never breaks; newlines always do.
  ///
  /// - Parameters:
  ///   - width: The width in columns, indent included.
  ///   - indent: The spaces before each line.
  ///   - keepingWords: Whether a word that is too long stays whole: a path that somebody may want to copy.
  /// - Returns: The lines, without newlines.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  func wrapped(to width: Int, indent: Int = 0, keepingWords: Bool = false) -> [StyledText] {
    let room = max(1, width - indent)
    return glyphs.split(omittingEmptySubsequences: false) { $0.character == "\n" }
      .flatMap { Self.wrap($0, to: room, keepingWords: keepingWords) }
      .map { $0.isEmpty ? StyledText() : .spaces(indent) + StyledText($0) }
  }

  private static func wrap(
    _ glyphs: ArraySlice<Glyph>, to room: Int, keepingWords: Bool
  ) -> [ArraySlice<Glyph>] {
    var lines: [ArraySlice<Glyph>] = []
    var start = glyphs.startIndex
    var columns = 0
    /// The last space after a word of the line, and the columns up to the end of it.
    var lastSpace: (index: Int, columns: Int)?
    var hasWord = false
    for index in glyphs.indices {
      let glyph = glyphs[index]
      columns += glyph.width
      if glyph.isSpace {
        // Spaces may hang over the edge; the break takes them away.
        if hasWord { lastSpace = (index, columns) }
        continue
      }
      if columns > room {
        if let space = lastSpace {
          lines.append(glyphs[start...space.index])
          start = space.index + 1
          columns -= space.columns
        }
        if columns > room, index > start, !keepingWords {
          lines.append(glyphs[start..<index])
          start = index
          columns = glyph.width
        }
        lastSpace = nil
      }
      hasWord = true
    }
    lines.append(glyphs[start...])
    return lines.map { line in
      line.prefix(through: line.lastIndex { !$0.isSpace } ?? line.startIndex - 1)
    }
  }
}

// MARK: - Fitting one line

extension StyledText {
  /// The end of a text that may be cut off.
  enum End {
    case leading
    case trailing
  }

  /// Cuts a line to a width, with `…` in place of what is cut.
  ///
  /// - Parameters:
  ///   - width: The most columns that the result takes.
  ///   - end: The end to cut; of a path, the leading end is the one that says least.
  /// - Returns: The line itself if it fits.
  func truncated(to width: Int, cutting end: End = .trailing) -> StyledText {
    if self.width <= width { return self }
    if width <= 0 { return StyledText() }
    var room = width - 1
    let fits: (Glyph) -> Bool = { glyph in
      room -= glyph.width
      return room >= 0
    }
    switch end {
    case .trailing:
      let kept = glyphs.prefix(while: fits)
      return StyledText(kept) + StyledText("…", kept.last?.piece.style ?? .plain)
    case .leading:
      let kept = glyphs.reversed().prefix(while: fits).reversed()
      return StyledText("…", kept.first?.piece.style ?? .plain) + StyledText(kept)
    }
  }

  /// Puts a second text at the right edge of a line, or on a line below where there is no room.
  ///
  /// The second text is never cut: it is a place that someone may want to open.
  ///
  /// - Parameters:
  ///   - trailing: What goes to the right, such as the path of a note.
  ///   - width: The width of the line in columns; under 60, the second text always goes below.
  ///   - indent: The spaces before the second text when it is below, and before wrapped lines.
  /// - Returns: One line, or two or more.
  func aligned(with trailing: StyledText, width: Int, indent: Int = 0) -> [StyledText] {
    let gap = width - self.width - trailing.width
    if width >= 60, gap >= 2 { return [self + .spaces(gap) + trailing] }
    let lines = wrapped(to: max(indent + 1, width - indent))
    let hung = lines.prefix(1) + lines.dropFirst().map { .spaces(indent) + $0 }
    return hung + [.spaces(indent) + trailing]
  }
}
