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
    # Parts the line up to the cursor into words as the shell does, and takes their quotation marks away. Readline parts
    # them at colons and equals signs as well, and puts what is offered in the place of the last part alone.
    _awsnotes_words() { # sets words, word, kept (what readline keeps of the last word) and quote (the one left open)
      local line=${COMP_LINE:0:COMP_POINT} char said= begun= escaped=
      local -i i
      words=() kept= quote=
      for ((i = 0; i < ${#line}; i++)); do
        char=${line:i:1}
        if [[ $escaped ]]; then
          [[ $quote && $char != [\"\$\`\\] ]] && said+=\\
          said+=$char escaped=
        elif [[ $char == \\ && $quote != \' ]]; then
          escaped=1
        elif [[ $quote ]]; then
          if [[ $char == "$quote" ]]; then quote=; else said+=$char; fi
        elif [[ $char == [\"\'] ]]; then
          quote=$char kept=$said
        elif [[ $char == [[:space:]] ]]; then
          [[ $begun ]] && words+=("$said")
          said= kept= begun=
          continue
        else
          said+=$char
          [[ $char == [:=@] && $COMP_WORDBREAKS == *"$char"* ]] && kept=$said
        fi
        begun=1
      done
      word=$said
    }

    # Offers names for the word at the cursor. Where there are several, what was typed stays, whatever its case.
    _awsnotes_offer() { # NAME…
      local name rest typed=${word:${#kept}}
      for name in "$@"; do
        rest=$kept
        while [[ $rest == *[:=@]* ]]; do
          rest=${rest#*[:=@]} name=${name#*[:=@]}
        done
        name=${name:${#rest}}
        (($# == 1)) || name=$typed${name:${#typed}}
        case $quote in
          \') [[ $name == *\'* ]] && continue ;;
          \")
            name=${name//\\/\\\\} name=${name//\"/\\\"}
            name=${name//\$/\\\$} name=${name//\`/\\\`}
            ;;
          *) printf -v name %q "$name" ;;
        esac
        COMPREPLY+=("$name")
      done
    }

    # Names may hold spaces and colons; they are completed within quotes as well.
    _awsnotes_names() { # KINDS
      local names
      mapfile -t names < <("$program" names ${content:+--content "$content"} -- "$1" "$word" 2>/dev/null)
      _awsnotes_offer "${names[@]}"
    }

    _awsnotes() {
      local program=$1 word kept quote words command= content= options value= pending= typed before=
      local -i place=0 ended=0 i
      program=${program/#\~\//$HOME/}
      COMPREPLY=()
      _awsnotes_words
      for ((i = 1; i < ${#words[@]}; i++)); do
        typed=${words[i]}
        if [[ $pending ]]; then
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
        elif ((!ended)) && [[ $typed == --*=* ]]; then
          [[ $typed == --content=* ]] && content=${typed#*=} content=${content/#\~\//$HOME/}
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
      if ((!ended)) && [[ $word == --*=* ]]; then
        pending=${word%%=*} word=${word#*=}
        [[ $kept == "$pending="* ]] || before=$pending=
        kept=${kept#"$pending="}
      fi
      if [[ $pending ]]; then
        _awsnotes_value "$command" "$pending"
      else
        _awsnotes_argument "$command" $((place + 1))
        # In a query “-service:EC2” is a clause.
        if ((!ended)) && [[ $word == -* && ($value != query* || $word != -*:*) ]]; then
          _awsnotes_options "$command"
          value="words $options"
        fi
      fi
      case $value in
        words* | maybe*) mapfile -t COMPREPLY < <(compgen -W "${value#* }" -- "$word") ;;
        commands)
          _awsnotes_argument '' 1
          mapfile -t COMPREPLY < <(compgen -W "${value#* }" -- "$word")
          ;;
        file) compopt -o default ;;
        directory) compopt -o dirnames ;;
        names* | query*) _awsnotes_names "${value#* }" ;;
      esac
      # Where readline was told not to part words at equals signs.
      [[ $before ]] && COMPREPLY=("${COMPREPLY[@]/#/$before}")
    }

    complete -F _awsnotes awsnotes

    """#
}
