internal import HTML

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
  writer.start("pre", [Attribute("tabindex", "0"), Attribute("data-language", language)])
  writer.start("code")
  writer.text(shown)
  writer.end("code")
  writer.end("pre")
}
