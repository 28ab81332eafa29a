import Glibc

/// Writes a Swift file that holds other files: `EmbedTool OUTPUT FILE…`.
///
/// A literal of a text is stored as it is, without a table to be read or built when the program starts.
@main
struct Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { fail("usage: EmbedTool OUTPUT FILE…") }
    var source = """
      extension Assets {
        /// The files that were embedded when the program was built, by name.
        static let embedded: [EmbeddedAsset] = [

      """
    for path in arguments.dropFirst() { source += entry(path) }
    source += "  ]\n}\n"
    write(Array(source.utf8), to: output)
  }

  /// The element of the list that holds a file.
  private static func entry(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = read(path)
    let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    let content = isText ? literal(bytes) : base64(bytes)
    return """
          EmbeddedAsset(
            name: "\(name)", isBase64: \(!isText),
            content: "\(content)"),

      """
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value > 0x2000:
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? digits[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "wb") else { fail("cannot write \(path)") }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else { fail("cannot write \(path)") }
  }

  private static func fail(_ message: String) -> Never {
    let line = Array("EmbedTool: \(message)\n".utf8)
    _ = unsafe Glibc.write(STDERR_FILENO, line, line.count)
    exit(1)
  }
}
