/// A thing that awsnotes does, under the name that a person types.
///
/// The table of commands is the one place where they are described: reading a command line, the
/// help and the suggestions all follow it.
struct Command: Sendable {
  let name: String
  var aliases: [String] = []

  /// What the command does, in a few words that follow its name in the list of commands.
  let summary: Localized

  /// What else there is to know, in paragraphs.
  var discussion: Localized?

  var arguments: [PositionalArgument] = []
  var options: [CommandLineOption] = []
  var examples: [Example] = []

  /// Whether a word such as `-gateway` is an argument: search excludes it from the answers.
  ///
  /// In such a command the only short options are a dash and a letter that one has, alone or
  /// followed by the digits of its number; short flags cannot be grouped.
  var acceptsDashWords = false

  /// Whether the command is for other programs, so that no list names it.
  var isHidden = false

  /// Does the command's work.
  let run: @Sendable (ParsedArguments, Console) throws(Failure) -> ExitStatus
}

extension Command {
  /// A command line that shows how a command is used.
  struct Example: Sendable {
    let line: String
    let help: Localized
  }
}

/// An argument that is known by its place.
struct PositionalArgument: Hashable, Sendable {
  /// The name in the help, in capitals.
  let name: Localized

  var isRequired = true

  /// Whether the argument may be given many times; only the last one of a command may.
  var isRepeating = false

  /// What can be written here.
  var completion = CompletedValue.anything

  let help: Localized

  /// The argument as the line of usage shows it: `MOT…`, or `[MOT]` where it may be left out.
  var usage: Localized {
    name.map { name in
      let repeated = isRepeating ? "\(name)…" : name
      return isRequired ? repeated : "[\(repeated)]"
    }
  }
}
