import CLinux
import Glibc

@main
struct Main {
  static func main() {
    // A reader that goes away is noticed when writing, not by the death of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    // An eighth of the memory that building a site takes.
    awsnotes_return_blocks(1 << 17)
    exit(status().code)
  }

  /// Runs what was typed; a function of its own, so that everything is given back before the process ends.
  @inline(never)
  private static func status() -> ExitStatus {
    let table = CommandTable.awsnotes
    let words = Array(CommandLine.arguments.dropFirst())
    return table.run(words, on: .standard(for: table))
  }
}
