/// Reads what a terminal shows: prompts, commands in bash, and their output.
struct ConsoleLexer: Lexer {
  private let hasPrompts: Bool
  private let hasDollars: Bool

  /// Looks at the prompts of some code: where there are none at all, all of it is commands.
  init(_ code: [UInt8]) {
    var lengths: Set<UInt8> = []
    for line in code.split(separator: .newline) where Self.prompt(of: line, rootToo: true) > 0 {
      lengths.insert(line[line.startIndex + Self.prompt(of: line, rootToo: true) - 2])
    }
    hasDollars = lengths.contains(.dollar)
    hasPrompts = !lengths.isEmpty
  }

  /// Whether a block that says it is bash shows a terminal: its first line begins with a prompt, `#` aside.
  static func isConsole(_ code: [UInt8]) -> Bool {
    let ink = code.drop(while: \.isSpace)
    return prompt(of: ink.prefix { $0 != .newline }, rootToo: false) > 0
  }

  mutating func step(_ scanner: inout Scanner) {
    guard hasPrompts else { return scanner.run(BashLexer(), to: scanner.code.count) }
    let start = scanner.position
    let end = scanner.code[start...].firstIndex(of: .newline) ?? scanner.code.count
    let prompt = Self.prompt(of: scanner.code[start..<end], rootToo: !hasDollars)
    if prompt > 0 {
      scanner.advance(prompt - 1)
      scanner.add(.prompt, from: start)
      scanner.run(BashLexer(), to: endOfCommand(end, in: scanner.code))
    } else if scanner.nextInk() == .hash {
      scanner.takeLineComment()
    } else {
      scanner.skipLine()
      scanner.add(.output, from: start)
    }
    scanner.advance()
  }

  /// The end of the lines that a backslash before the newline joins.
  private func endOfCommand(_ end: Int, in code: [UInt8]) -> Int {
    var end = end
    while end < code.count, end > 0, code[end - 1] == .backslash {
      end = code[(end + 1)...].firstIndex(of: .newline) ?? code.count
    }
    return end
  }

  /// How many bytes a prompt has with its last space: `$ `, `% `, `# `, `user@host:~$ `, `[user@host ~]# `.
  private static func prompt(of line: ArraySlice<UInt8>, rootToo: Bool) -> Int {
    var isNamed = false
    var index = line.startIndex
    while index < line.endIndex, index - line.startIndex < 64 {
      let byte = line[index]
      let isSign =
        byte == .dollar || byte == UInt8(ascii: "%") || (byte == .hash && (rootToo || isNamed))
      let isApart = index + 1 < line.endIndex && line[index + 1] == 0x20
      if isSign, isApart, isNamed || line[line.startIndex..<index].allSatisfy(\.isBlank) {
        return index + 2 - line.startIndex
      }
      if byte.isOne(of: "@]") { isNamed = true }
      guard byte.isDashedWordByte || byte.isBlank || byte.isOne(of: "@:~/.[]()") else { return 0 }
      index += 1
    }
    return 0
  }
}
