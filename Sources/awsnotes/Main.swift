import Glibc

@main
struct Main {
  static func main() {
    // A reader that goes away is noticed when writing, not by the death of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    let table = CommandTable.awsnotes
    let words = Array(CommandLine.arguments.dropFirst())
    exit(table.run(words, on: .standard(for: table)).code)
  }
}
