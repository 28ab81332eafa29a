internal import HTML
internal import Highlighting

/// Writes code.
///
/// - Parameters:
///   - code: The code, as it is.
///   - info: What stands behind the fence: the language first.
///   - writer: Where to write.
/// - Complexity: O(*n*) in the length of the code.
func writeCode(_ code: String, info: String, to writer: inout HTMLWriter) {
  let language = info.split { $0 == " " || $0 == "{" || $0 == "," }.first.map { $0.lowercased() }
  let shown = code.hasSuffix("\n") ? String(code.dropLast()) : code
  writer.start(
    "pre",
    [
      .class(isDrawing(code) ? "drawing" : nil), Attribute("tabindex", "0"),
      Attribute("data-language", language),
    ])
  writer.start("code")
  if let known = Language(info: info) {
    let bytes = Array(shown.utf8)
    var start = 0
    for token in tokens(of: bytes, language: known) {
      writer.text(String(decoding: bytes[start..<token.range.lowerBound], as: UTF8.self))
      writer.element(
        "span", .class("tok-\(token.kind.rawValue)"),
        text: String(decoding: bytes[token.range], as: UTF8.self))
      start = token.range.upperBound
    }
    writer.text(String(decoding: bytes[start...], as: UTF8.self))
  } else {
    writer.text(shown)
  }
  writer.end("code")
  writer.end("pre")
}

/// Whether code is drawn with the lines and corners of Unicode's box drawing (U+2500 to U+257F).
func isDrawing(_ code: String) -> Bool {
  code.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) }
}
