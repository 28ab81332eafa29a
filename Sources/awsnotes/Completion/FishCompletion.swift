import KnowledgeBase

/// The script that completes command lines in fish, with explanations in the language of its user.
struct FishCompletion {
  let table: CommandTable

  var script: String {
    """
    # fish completion of awsnotes, written by `awsnotes completions fish`.

    \(functions)

    complete -c awsnotes -f
    set -l locale (string match -v '' -- "$LC_ALL" "$LC_MESSAGES" "$LANG")[1]
    if string match -qi 'en*' -- "$locale"
    \(lines(.english))
    else
    \(lines(.french))
    end

    """
  }

  private func lines(_ language: Language) -> String {
    var lines = table.shownCommands.map { command in
      let summary = quoted(command.summary.in(language))
      return "complete -c awsnotes -n '__awsnotes_is \"\" 1' -a \(command.name) -d \(summary)"
    }
    for option in table.options(of: nil) {
      let isShared = table.sharedOptions.contains(option)
      lines += self.lines(option, when: isShared ? "" : "__awsnotes_is \"\"", language)
    }
    for command in table.shownCommands {
      for option in command.options {
        lines += self.lines(option, when: "__awsnotes_is \(command.name)", language)
      }
      for (place, argument) in command.arguments.enumerated() {
        guard let values = values(argument.completion) else { continue }
        let condition =
          "__awsnotes_is \(command.name)" + (argument.isRepeating ? "" : " \(place + 1)")
        lines.append("complete -c awsnotes -n \(quoted(condition)) \(values)")
      }
    }
    return lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// What fish is told of an option that some commands have.
  private func lines(
    _ option: CommandLineOption, when condition: String, _ language: Language
  ) -> [String] {
    let start = "complete -c awsnotes" + (condition.isEmpty ? "" : " -n \(quoted(condition))")
    var line = start + " -l \(option.name)"
    if let short = option.short { line += " -s \(short)" }
    let help = " -d \(quoted(option.help.in(language)))"
    guard let completion = option.completion else { return [line + help] }
    let values = values(completion).map { " \($0)" } ?? ""
    if option.needsValue {
      // Files only where they are asked for.
      let kind = values == " -F" ? "-r" : "-x"
      return ["\(line) \(kind)\(values)\(help)"]
    }
    // Fish knows no value that may be left out.
    let also = condition.isEmpty ? "" : "; and \(condition)"
    let after = "__awsnotes_follows --\(option.name)\(also)"
    return [line + help, "complete -c awsnotes -n \(quoted(after))\(values)"]
  }

  /// The options of `complete` that list a value.
  private func values(_ value: CompletedValue) -> String? {
    switch value {
    case .anything: nil
    case .words(let words): "-a \(quoted(words.joined(separator: " ")))"
    case .file: "-F"
    case .directory: "-a '(__fish_complete_directories (commandline -ct))'"
    case .names(let kinds):
      "-a '(__awsnotes_names \(CompletedValue.kinds(kinds)))'"
    case .query: "-a '(__awsnotes_names \(CompletedValue.queryKinds))'"
    case .command: "-a \(quoted(table.shownCommands.map(\.name).joined(separator: " ")))"
    }
  }

  /// A text between single quotes, in which fish knows two escapes.
  private func quoted(_ text: String) -> String { "'" + text.escaping("\\'") + "'" }

  private var functions: String {
    let valued = table.shownCommands.flatMap { command in
      command.options.filter(\.needsValue).map { "'\(command.name) --\($0.name)'" }
    }
    let common = table.sharedOptions.filter(\.needsValue).map { "'* --\($0.name)'" }
    let names = table.shownCommands.flatMap { command in
      command.aliases.map { "      case \($0)\n        set word \(command.name)" }
    }
    return #"""
      # Whether the line is about a command (none if it is empty), and about its argument at a place from 1.
      function __awsnotes_is --argument-names asked asked_place
        set -l words (commandline -opc)
        set -l command ''
        set -l place 1
        set -l pending 0
        set -l ended 0
        for word in $words[2..-1]
          if test $pending = 1
            set pending 0
            continue
          end
          if test $ended = 0; and string match -q -- '-*' $word
            switch "$command $word"
              case '* --'
                set ended 1
              case \#((common + valued).joined(separator: " "))
                set pending 1
            end
          else if test -z "$command"
            switch $word
      \#(names.joined(separator: "\n"))
            end
            set command $word
          else
            set place (math $place + 1)
          end
        end
        test "$command" = "$asked"; and test -z "$asked_place" -o "$place" = "$asked_place"
      end

      function __awsnotes_follows --argument-names option
        set -l words (commandline -opc)
        test "$words[-1]" = "$option"
      end

      # Names of the notes that begin like what is typed.
      function __awsnotes_names --argument-names kinds
        set -l words (commandline -opc)
        set -l content
        for place in (seq 2 (count $words))
          if string match -q -- '--content=*' $words[$place]
            set content --content (string replace -- '--content=' '' $words[$place])
          else if test $words[$place] = --content; and test $place -lt (count $words)
            set content --content $words[(math $place + 1)]
          end
        end
        set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
        set -l typed (commandline -ct | string replace -r '^--[a-z-]+=' '' | string replace -r '^["\']' '' | string replace -a '\\' '')
        $program names (string replace -r '^~/' "$HOME/" -- $content) -- $kinds "$typed" 2>/dev/null
      end
      """#
  }
}
