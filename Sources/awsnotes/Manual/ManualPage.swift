/// The page of a program for `man`: what its help says of all commands, and what is around them.
struct ManualPage {
  let table: CommandTable
  let language: Language

  /// The day of what the page is about: `2026-11-21`; empty where it is not known.
  let date: String

  /// The source of the page.
  var source: String {
    var writer = RoffWriter()
    writer.request(
      "TH", table.program.uppercased(), "1", date, "\(table.program) \(table.version)",
      ManualText.title.in(language))
    // What is typed is not divided.
    writer.request("nh")
    section(ManualText.name, &writer)
    writer.paragraph("\(table.program) - \(lowered(table.summary.in(language)))")
    synopsis(&writer)
    section(ManualText.description, &writer)
    paragraphs(ManualText.introduction, &writer)
    section(ManualText.commands, &writer)
    for command in table.shownCommands { describe(command, &writer) }
    section(ManualText.commonOptions, &writer)
    for option in table.options(of: nil) { describe(option, &writer) }
    for (title, entries) in ManualText.lists {
      section(title, &writer)
      for (term, text) in entries {
        writer.request("TP")
        writer.line([.bold(term.in(language))])
        writer.paragraph(text.in(language))
      }
    }
    section(ManualText.examples, &writer)
    let examples = table.shownCommands.compactMap(\.examples.first)
    for (number, example) in examples.enumerated() {
      if number > 0 { writer.request("PP") }
      show(example, &writer)
    }
    section(ManualText.seeAlso, &writer)
    writer.line([
      .bold("man"), .plain("(1), "), .bold("rsync"), .plain("(1), "), .bold("git"), .plain("(1)"),
    ])
    return writer.text
  }

  private func section(_ title: Localized, _ writer: inout RoffWriter) {
    writer.request("SH", title.in(language).uppercased())
  }

  private func paragraphs(_ text: Localized, _ writer: inout RoffWriter) {
    for (number, paragraph) in text.in(language).splitParagraphs.enumerated() {
      if number > 0 { writer.request("PP") }
      writer.paragraph(paragraph)
    }
  }

  private func lowered(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

// MARK: - Parts

extension ManualPage {
  private func synopsis(_ writer: inout RoffWriter) {
    section(ManualText.synopsis, &writer)
    for (number, command) in table.shownCommands.enumerated() {
      if number > 0 { writer.request("br") }
      writer.line([.bold("\(table.program) \(command.name)")] + usage(of: command))
    }
  }

  /// What follows a command's name on a line.
  private func usage(of command: Command) -> [RoffWriter.Piece] {
    [.plain(" ["), .italic("OPTIONS"), .plain("]")]
      + command.arguments.flatMap { argument -> [RoffWriter.Piece] in
        [.plain(" "), .italic(argument.usage.in(language))]
      }
  }

  private func describe(_ command: Command, _ writer: inout RoffWriter) {
    writer.request("SS", "\(table.program) \(command.name)")
    writer.paragraph(command.summary.in(language).sentence)
    if let discussion = command.discussion {
      writer.request("PP")
      paragraphs(discussion, &writer)
    }
    if !command.aliases.isEmpty {
      writer.request("PP")
      writer.paragraph(command.alsoCalled.map { $0 + "." }.in(language))
    }
    for argument in command.arguments {
      writer.request("TP")
      writer.line([.italic(argument.usage.in(language))])
      writer.paragraph(argument.help.in(language))
    }
    for option in command.options { describe(option, &writer) }
    for example in command.examples {
      writer.request("PP")
      show(example, &writer)
    }
  }

  private func describe(_ option: CommandLineOption, _ writer: inout RoffWriter) {
    writer.request("TP")
    let short = option.short.map { [RoffWriter.Piece.bold("-\($0)"), .plain(", ")] } ?? []
    let value =
      option.placeholder.map { [RoffWriter.Piece.plain(" "), .italic($0.in(language))] } ?? []
    writer.line(short + [.bold("--\(option.name)")] + value)
    writer.paragraph(option.help.in(language))
  }

  private func show(_ example: Command.Example, _ writer: inout RoffWriter) {
    writer.paragraph(example.help.in(language))
    writer.request("PP")
    writer.request("RS", "4")
    writer.literal([example.line])
    writer.request("RE")
  }
}

extension String {
  /// The paragraphs of a text, which empty lines divide.
  fileprivate var splitParagraphs: [String] {
    var paragraphs: [String] = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        paragraphs.append("")
      } else {
        let before = paragraphs[paragraphs.count - 1]
        paragraphs[paragraphs.count - 1] = before.isEmpty ? String(line) : before + " " + line
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}
