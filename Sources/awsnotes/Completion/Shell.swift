/// A shell for which there is a script that completes command lines.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The script, made from the table of commands.
  ///
  /// It asks the program for nothing but the names in the notes (``Command/names``), in the language of the
  /// shell's user where it explains something.
  func script(for table: CommandTable) -> String {
    switch self {
    case .bash: BashCompletion(table: table).script
    case .zsh: ZshCompletion(table: table).script
    case .fish: FishCompletion(table: table).script
    }
  }
}

/// A text as one word of a shell: between single quotes.
func shellQuoted(_ text: String) -> String {
  "'" + text.replacingAll("'", with: "'\\''") + "'"
}

extension String {
  /// The text with each occurrence of a piece replaced.
  func replacingAll(_ piece: Character, with other: String) -> String {
    reduce(into: "") { text, character in
      if character == piece { text += other } else { text.append(character) }
    }
  }

  /// The text with a backslash before each of some characters.
  func escaping(_ characters: String) -> String {
    reduce(into: "") { text, character in
      if characters.contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
