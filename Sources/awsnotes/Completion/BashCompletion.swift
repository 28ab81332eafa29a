import KnowledgeBase

/// The script that completes command lines in bash, with or without the package bash-completion.
struct BashCompletion {
  let table: CommandTable

  var script: String {
    """
    # bash completion of awsnotes, written by `awsnotes completions bash`.

    \(options)

    \(values)

    \(arguments)

    \(Self.functions)
    """
  }

  /// The function that tells the options of a command.
  private var options: String {
    let cases = table.shownCommands.map { command in
      "    \(command.name)) options='\(names(table.options(of: command)))' ;;"
    }
    return """
      _awsnotes_options() { # COMMAND
        case $1 in
      \(cases.joined(separator: "\n"))
          *) options='\(names(table.options(of: nil)))' ;;
        esac
      }
      """
  }

  private func names(_ options: [CommandLineOption]) -> String {
    options.map { "--\($0.name)" }.joined(separator: " ")
  }

  /// The function that tells what is written after an option.
  private var values: String {
    let own = table.shownCommands.flatMap { command in
      command.options.compactMap { option in
        option.completion.map { ("\(command.name):--\(option.name)", Self.word($0, option)) }
      }
    }
    let common = table.sharedOptions.compactMap { option in
      option.completion.map { ("*:--\(option.name)", Self.word($0, option)) }
    }
    let cases = (own + common).map { "    \($0)) value=\(shellQuoted($1)) ;;" }
    return """
      _awsnotes_value() { # COMMAND OPTION
        case $1:$2 in
      \(cases.joined(separator: "\n"))
          *) value= ;;
        esac
      }
      """
  }

  /// The function that tells what stands at a place, counted from 1.
  private var arguments: String {
    let cases = table.shownCommands.flatMap { command in
      command.arguments.enumerated().map { place, argument in
        let pattern = argument.isRepeating ? "*" : "\(place + 1)"
        let value = shellQuoted(Self.word(argument.completion))
        return "    \(command.name):\(pattern)) value=\(value) ;;"
      }
    }
    let names = table.shownCommands.map { command in
      let names = ([command.name] + command.aliases).joined(separator: "|")
      return "    \(names)) command=\(command.name) ;;"
    }
    return """
      _awsnotes_argument() { # COMMAND PLACE
        case $1:$2 in
          :*) value='words \(table.shownCommands.map(\.name).joined(separator: " "))' ;;
      \(cases.joined(separator: "\n"))
          *) value= ;;
        esac
      }

      _awsnotes_command() { # WORD
        case $1 in
      \(names.joined(separator: "\n"))
          *) command=? ;;
        esac
      }
      """
  }

  /// What the functions below understand.
  private static func word(_ value: CompletedValue, _ option: CommandLineOption? = nil) -> String {
    switch value {
    case .anything: "anything"
    case .words(let words):
      // A word that need not be there is no value unless it is one of these.
      (option?.needsValue == false ? "maybe " : "words ") + words.joined(separator: " ")
    case .file: "file"
    case .directory: "directory"
    case .names(let kinds): "names " + CompletedValue.kinds(kinds)
    case .query: "query \(CompletedValue.queryKinds)"
    case .command: "commands"
    }
  }
}

extension BashCompletion {
  /// What is the same for every table.
  private static let functions = #"""
    # Names may hold spaces; they are completed within quotes as well. What was typed stays, whatever its case.
    _awsnotes_names() { # KINDS WORD
      local kinds=$1 word=$2 quote= name typed names=()
      case $word in
        [\"\']*) quote=${word:0:1} word=${word:1} ;;
        *) word=${word//\\/} ;;
      esac
      while IFS= read -r name; do
        # Readline would part such a name.
        [[ $name == *[:=]* ]] || names+=("$name")
      done < <("$program" names ${content:+--content "$content"} -- "$kinds" "$word" 2>/dev/null)
      for name in "${names[@]}"; do
        ((${#names[@]} == 1)) || name=$word${name:${#word}}
        case $quote in
          \') [[ $name == *\'* ]] && continue ;;
          \") name=${name//[\"\`\$\\]/\\&} ;;
          *) printf -v name %q "$name" ;;
        esac
        COMPREPLY+=("$name")
      done
    }

    # Readline parts “service:EC2” at the colon: what stands behind it is completed, if it is one of these clauses.
    _awsnotes_query() { # KINDS WORD
      local line=${COMP_LINE:0:COMP_POINT} clause names=()
      local typed=${line##*[[:space:]]}
      if [[ $typed != *:* || $typed == [\"\']* ]]; then
        _awsnotes_names "$1" "$2"
        return
      fi
      local word=${typed#*:}
      while IFS= read -r clause; do
        [[ $clause == "${typed%%:*}":* && ${clause#*:} != *[:=]* ]] && names+=("${clause#*:}")
      done < <("$program" names ${content:+--content "$content"} -- "$1" "$typed" 2>/dev/null)
      for clause in "${names[@]}"; do
        ((${#names[@]} == 1)) || clause=$word${clause:${#word}}
        printf -v clause %q "$clause"
        COMPREPLY+=("$clause")
      done
    }

    _awsnotes() {
      local program=$1 word=${COMP_WORDS[COMP_CWORD]} command= content= options value= pending=
      local -i place=0 ended=0 i
      program=${program/#\~\//$HOME/}
      COMPREPLY=()
      for ((i = 1; i < COMP_CWORD; i++)); do
        local typed=${COMP_WORDS[i]}
        if [[ $pending ]]; then
          # Readline parts “--limit=3” into three words.
          [[ $typed == = ]] && continue
          _awsnotes_value "$command" "$pending"
          local option=$pending
          pending=
          if [[ $value != maybe* || " ${value#* } " == *" $typed "* ]]; then
            [[ $option == --content ]] && content=${typed/#\~\//$HOME/}
            continue
          fi
        fi
        if ((!ended)) && [[ $typed == -- ]]; then
          ended=1
        elif ((!ended)) && [[ $typed == --* ]]; then
          _awsnotes_value "$command" "$typed"
          [[ $value ]] && pending=$typed
        elif ((!ended)) && [[ $typed == -?* ]]; then
          :
        elif [[ ! $command ]]; then
          _awsnotes_command "$typed"
        else
          place+=1
        fi
      done
      [[ $word == = ]] && word=
      if [[ $pending ]]; then
        _awsnotes_value "$command" "$pending"
      elif ((!ended)) && [[ $word == -* ]]; then
        _awsnotes_options "$command"
        value="words $options"
      else
        _awsnotes_argument "$command" $((place + 1))
      fi
      case $value in
        words* | maybe*) mapfile -t COMPREPLY < <(compgen -W "${value#* }" -- "$word") ;;
        commands)
          _awsnotes_argument '' 1
          mapfile -t COMPREPLY < <(compgen -W "${value#* }" -- "$word")
          ;;
        file) compopt -o default ;;
        directory) compopt -o dirnames ;;
        names*) _awsnotes_names "${value#* }" "$word" ;;
        query*) _awsnotes_query "${value#* }" "$word" ;;
      esac
    }

    complete -F _awsnotes awsnotes

    """#
}
