import KnowledgeBase

/// The script that completes command lines in zsh, with explanations in the language of its user.
struct ZshCompletion {
  let table: CommandTable

  var script: String {
    """
    #compdef awsnotes
    # zsh completion of awsnotes, written by `awsnotes completions zsh`.

    \(Self.functions)

    \(commands(.french))

    \(commands(.english))

    \(Self.beginning)
    """
  }

  /// The function that completes what follows the program's name, in one language.
  private func commands(_ language: Language) -> String {
    let list = table.shownCommands.map { command in
      let summary = command.summary.in(language).escaping("\\:")
      return "    \(shellQuoted("\(command.name):\(summary)"))"
    }
    let cases = table.shownCommands.map { command in
      let specifications =
        table.options(of: command).flatMap { self.specifications($0, language) }
        + command.arguments.enumerated().map { specification($1, place: $0 + 1, language) }
      let names = ([command.name] + command.aliases).joined(separator: "|")
      let asks = command.arguments.contains { $0.completion == .query }
      let start = asks ? "\n          _awsnotes_unsign" : ""
      return """
            (\(names))\(start)
              _arguments -S \\
                \(specifications.map(shellQuoted).joined(separator: " \\\n            "))
              ;;
        """
    }
    let general = table.options(of: nil).flatMap { specifications($0, language) }
    let title = Localized(fr: "commande", en: "command").in(language)
    return """
      _awsnotes_\(language.rawValue)() {
        local -a commands=(
      \(list.joined(separator: "\n"))
        )
        _arguments -C -S \\
          \(general.map(shellQuoted).joined(separator: " \\\n    ")) \\
          '1: :->command' '*:: :->rest'
        case $state in
          (command) _describe -t commands \(shellQuoted(title)) commands ;;
          (rest)
            content=${opt_args[--content]:-$content}
            case $words[1] in
      \(cases.joined(separator: "\n"))
            esac
            ;;
        esac
      }
      """
  }

  /// What `_arguments` is told of an option: one text for its name, one for its letter.
  private func specifications(_ option: CommandLineOption, _ language: Language) -> [String] {
    let help = "[" + option.help.in(language).escaping("\\[]") + "]"
    guard let completion = option.completion else {
      guard let short = option.short else { return ["--\(option.name)\(help)"] }
      let exclusion = "(-\(short) --\(option.name))"
      return ["\(exclusion)-\(short)\(help)", "\(exclusion)--\(option.name)\(help)"]
    }
    let name = option.placeholder?.in(language) ?? ""
    let colons = option.needsValue ? ":" : "::"
    let message = "\(colons)\(name.escaping("\\:")):\(action(completion))"
    var texts = ["--\(option.name)=\(help)\(message)"]
    if let short = option.short { texts.append("-\(short)+\(help)\(message)") }
    return texts
  }

  private func specification(
    _ argument: PositionalArgument, place: Int, _ language: Language
  ) -> String {
    let head = argument.isRepeating ? "*" : String(place)
    let colons = argument.isRequired || argument.isRepeating ? ":" : "::"
    let name = argument.name.in(language).escaping("\\:")
    return head + colons + name + ":" + action(argument.completion)
  }

  /// What `_arguments` does to complete a value.
  private func action(_ value: CompletedValue) -> String {
    switch value {
    case .anything: " "
    case .words(let words): "(" + words.joined(separator: " ") + ")"
    case .file: "_files"
    case .directory: "_files -/"
    case .names(let kinds):
      // After a space, nothing is put before the function’s own arguments.
      " _awsnotes_names " + CompletedValue.kinds(kinds)
    case .query: " _awsnotes_names \(CompletedValue.queryKinds)"
    case .command: "(" + table.shownCommands.map(\.name).joined(separator: " ") + ")"
    }
  }

  private static let functions = #"""
    # In a query “-service:EC2” is a clause: the sign is kept, what follows it is no option.
    _awsnotes_unsign() {
      [[ $PREFIX == -[^-]*:* ]] && compset -P - && words[CURRENT]=${words[CURRENT]#-}
    }

    # Names may hold spaces and accents; neither accents nor case need be typed, and what was typed stays.
    _awsnotes_names() { # KINDS
      local folder=${opt_args[--content]:-$content} typed=${(Q)PREFIX} name expl
      local -a names place lines
      [[ -n $folder ]] && place=(--content ${${(Q)folder}/#\~\//$HOME/})
      names=("${(@f)$($program names $place -- $1 $typed 2>/dev/null)}")
      names=(${names:#})
      for name in $names; do
        ((${#names} > 1)) && name=$typed${name:${#typed}}
        lines+=("$name")
      done
      # The program has looked for what begins like this; zsh need not again.
      _wanted names expl '' compadd -U -d names -a lines
    }
    """#

  private static let beginning = #"""
    _awsnotes() {
      local curcontext=$curcontext state line content
      local program=${${(Q)words[1]}/#\~\//$HOME/}
      typeset -A opt_args
      case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in
        ([eE][nN]*) _awsnotes_en "$@" ;;
        (*) _awsnotes_fr "$@" ;;
      esac
    }

    # Loaded by compinit, the file is the function's body; read by hand, it makes itself known.
    if [[ $funcstack[1] == _awsnotes ]]; then
      _awsnotes "$@"
    else
      compdef _awsnotes awsnotes
    fi

    """#
}
