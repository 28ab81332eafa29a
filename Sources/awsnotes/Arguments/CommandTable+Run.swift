import Glibc

extension CommandTable {
  /// Does what a command line asks for.
  ///
  /// - Parameters:
  ///   - words: The words after the name of the program.
  ///   - console: Where to speak.
  /// - Returns: What the process tells its parent.
  func run(_ words: [String], on console: Console) -> ExitStatus {
    var status: ExitStatus
    do throws(Failure) {
      status = try perform(words, on: console)
    } catch {
      report(error.message, on: console)
      status = error.status
    }
    console.output.flush()
    // A reader who has seen enough, such as `head`, is no failure.
    if let error = console.output.error, error != EPIPE {
      let reason = unsafe String(cString: strerror(error))
      let message = Localized(fr: "écriture impossible\u{A0}: ", en: "cannot write: ")
      report(message + Localized(fr: inFrench(reason), en: reason), on: console)
      status = .misuse
    }
    console.errors.flush()
    return status
  }

  private func perform(_ words: [String], on console: Console) throws(Failure) -> ExitStatus {
    switch try invocation(words) {
    case .run(let command, let arguments):
      return try command.run(arguments, console)
    case .help(let command):
      console.showHelp(on: command)
    case .version:
      console.output.writeLine(StyledText("\(program) \(fullVersion.in(console.language))"))
    case .nothing:
      let width = console.errors.terminal.width
      let page = HelpPage(table: self, language: console.language, terminalWidth: width)
      console.errors.writeLines(page.reminder)
      return .misuse
    }
    return .success
  }

  private func invocation(_ words: [String]) throws(Failure) -> Invocation {
    do throws(UsageError) {
      return try parse(words)
    } catch {
      throw error.failure
    }
  }

  /// Writes a message after the answers that came before it.
  private func report(_ message: Localized, on console: Console) {
    console.output.flush()
    let text = StyledText("\(program): ")
    console.errors.writeLine(text + StyledText(message.in(console.language)))
  }
}
