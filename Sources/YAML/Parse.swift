/// Reads the first document of a YAML text.
///
///     let settings = try parse("langue: fr\ncartes: {par_jour: 20}")
///     settings?["cartes"]?["par_jour"]?.int  // 20
///
/// - Parameters:
///   - text: The text; a second document in it is not read.
///   - firstLine: The number of the text's first line in the file that it was taken from.
/// - Returns: The value of the document, or `nil` if the text holds nothing but comments.
/// - Throws: A ``YAMLError`` that names the line to look at.
/// - Complexity: O(*n*), where *n* is the length of `text` in bytes.
public func parse(_ text: String, firstLine: Int = 1) throws(YAMLError) -> Node? {
  var composer = try Composer(text, firstLine: firstLine)
  return try composer.firstDocument()
}
