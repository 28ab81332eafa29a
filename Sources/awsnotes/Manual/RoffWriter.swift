/// Writes a page for `man`, in the macros that every formatter of such pages knows (man(7)).
struct RoffWriter {
  private(set) var text = ""

  /// Writes a request: `.SH NAME`.
  ///
  /// - Parameters:
  ///   - name: The name of the macro.
  ///   - arguments: Its arguments, in any characters.
  mutating func request(_ name: String, _ arguments: String...) {
    // A date has hyphens, not minus signs.
    let words = arguments.map {
      Self.escaped($0).split(separator: "\\-", omittingEmptySubsequences: false)
    }
    text += "." + name + words.map { " \"\($0.joined(separator: "-"))\"" }.joined() + "\n"
  }

  /// Writes a paragraph, in lines that formatters like; they fill it as they want.
  mutating func paragraph(_ content: String) {
    var line = ""
    for word in Self.escaped(content).split(separator: " ") {
      if !line.isEmpty, Self.length(line) + 1 + Self.length(word) > Self.longestLine {
        text += Self.line(line) + "\n"
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    text += Self.line(line) + "\n"
  }

  /// As mandoc counts.
  private static let longestLine = 80

  /// The length of a text for mandoc, for which a character outside of ASCII is `\[u00E9]`.
  private static func length(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
  }

  /// Writes a line of which some pieces are bold, as they are typed, or italic, to be replaced.
  mutating func line(_ pieces: [Piece]) {
    text += Self.line(pieces.map(\.roff).joined()) + "\n"
  }

  /// Writes lines that are shown as they are.
  mutating func literal(_ lines: [String]) {
    text += ".EX\n" + lines.map { Self.line(Self.escaped($0)) + "\n" }.joined() + ".EE\n"
  }

  /// A piece of a line.
  enum Piece {
    case plain(String)
    case bold(String)
    case italic(String)

    fileprivate var roff: String {
      switch self {
      case .plain(let text): RoffWriter.escaped(text)
      case .bold(let text): "\\fB\(RoffWriter.escaped(text))\\fP"
      case .italic(let text): "\\fI\(RoffWriter.escaped(text))\\fP"
      }
    }
  }

  /// A text in which nothing is taken for a request or an escape, and ASCII signs stay what they are.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\u{A0}", "\u{202F}": result += "\\~"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A line that is no request, whatever it begins with.
  private static func line(_ escaped: String) -> String {
    escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
