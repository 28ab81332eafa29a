import Markdown

/// The printed tree of a text, without its first line.
func tree(_ source: String, options: ParsingOptions = ParsingOptions()) throws -> String {
  let lines = try Document(parsing: source, options: options).treeDescription
    .split(separator: "\n")
  return lines.dropFirst().joined(separator: "\n")
}
