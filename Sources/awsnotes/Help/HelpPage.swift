/// The help of a program or of one of its commands, laid out for a width.
struct HelpPage {
  let table: CommandTable
  let language: Language

  /// The width in columns.
  let width: Int

  /// Creates a page for a terminal, no wider than is easy to read.
  init(table: CommandTable, language: Language, terminalWidth: Int) {
    self.table = table
    self.language = language
    width = min(terminalWidth, 80)
  }
}

// MARK: - Pages

extension HelpPage {
  /// The help of a command, or of the program.
  func lines(for command: Command?) -> [StyledText] {
    guard let command else { return overview }
    let common = table.sharedOptions
    let lists = [
      (Localized(both: "Arguments"), command.arguments.map(row)),
      (Localized(both: "Options"), command.options.map(row)),
      (Localized(fr: "Options communes", en: "Common options"), common.map(row)),
    ]
    return join(
      [usage(of: command), wrapped(command.summary.map(\.sentence))]
        + [command.discussion.map { wrapped($0) } ?? [], aliases(of: command)]
        + sections(lists) + [examples(of: command)])
  }

  /// What is shown where no command is given: enough to go on with.
  var reminder: [StyledText] {
    join([usage(of: nil)] + sections([commandList]) + [wrapped(hint)])
  }

  private var overview: [StyledText] {
    let options = (Localized(both: "Options"), table.options(of: nil).map(row))
    return join(
      [usage(of: nil), wrapped(table.summary)] + sections([commandList, options])
        + [wrapped(hint)])
  }

  private func join(_ sections: [[StyledText]]) -> [StyledText] {
    Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}

// MARK: - Sections

extension HelpPage {
  private func usage(of command: Command?) -> [StyledText] {
    let title = Localized(fr: "Utilisation\u{A0}: ", en: "Usage: ").in(language)
    let line = StyledText(title) + StyledText(table.usage(of: command).in(language), .bold)
    return line.wrapped(to: width)
  }

  private var commandList: (title: Localized, rows: [Row]) {
    let rows = table.shownCommands.map { (StyledText($0.name, .bold), $0.summary) }
    return (Localized(fr: "Commandes", en: "Commands"), rows)
  }

  private var hint: Localized {
    Localized(fr: "Pour en savoir plus sur une commande\u{A0}: ", en: "More about a command: ")
      + Localized(fr: "\(table.program) help COMMANDE", en: "\(table.program) help COMMAND")
  }

  private func aliases(of command: Command) -> [StyledText] {
    command.aliases.isEmpty ? [] : wrapped(command.alsoCalled)
  }

  private func examples(of command: Command) -> [StyledText] {
    if command.examples.isEmpty { return [] }
    let title = Localized(fr: "Exemples", en: "Examples")
    return command.examples.reduce(into: [StyledText(title.in(language), .bold)]) {
      lines, example in
      lines.append(.spaces(2) + StyledText(example.line))
      lines += StyledText(example.help.in(language), .dim).wrapped(to: width, indent: 6)
    }
  }

  private func wrapped(_ text: Localized) -> [StyledText] {
    StyledText(text.in(language)).wrapped(to: width)
  }
}

// MARK: - Rows of two columns

extension HelpPage {
  private typealias Row = (label: StyledText, help: Localized)

  private func row(_ argument: PositionalArgument) -> Row {
    (StyledText(argument.usage.in(language), .bold), argument.help)
  }

  private func row(_ option: CommandLineOption) -> Row {
    let short = option.short.map { StyledText("-\($0)", .bold) + ", " } ?? .spaces(4)
    let name = StyledText("--\(option.name)", .bold)
    let placeholder = option.placeholder.map { " \($0.in(language))" } ?? ""
    return (short + name + StyledText(placeholder), option.help)
  }

  /// Sets rows under their titles, the second column of all aligned, unless the page is too narrow
  /// for two.
  private func sections(_ lists: [(title: Localized, rows: [Row])]) -> [[StyledText]] {
    let widest = lists.flatMap(\.rows).map(\.label.width).max() ?? 0
    let column = width < 50 ? 8 : min(widest, 24) + 4
    return lists.filter { !$0.rows.isEmpty }.map { list in
      [StyledText(list.title.in(language), .bold)] + list.rows.flatMap { lines($0, column: column) }
    }
  }

  private func lines(_ row: Row, column: Int) -> [StyledText] {
    let label = StyledText.spaces(2) + row.label
    let help = StyledText(row.help.in(language)).wrapped(to: width - column)
    let gap = column - label.width
    let isBeside = gap >= 2 && !help.isEmpty
    let first = isBeside ? label + .spaces(gap) + help[0] : label
    return [first] + help.dropFirst(isBeside ? 1 : 0).map { .spaces(column) + $0 }
  }
}

extension Command {
  /// The other names of the command, which has some.
  var alsoCalled: Localized {
    let names = aliases.joined(separator: ", ")
    return Localized(fr: "Se dit aussi\u{A0}: \(names)", en: "Also called: \(names)")
  }
}

extension String {
  /// The text as a sentence: a capital first, a full stop last.
  var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
