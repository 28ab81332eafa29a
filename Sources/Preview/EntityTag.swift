/// What tells one state of a file from another (RFC 9110, 8.8.3).
struct EntityTag: Equatable {
  /// The tag in its quotes, as the header `ETag` has it.
  let header: String

  /// Creates a tag.
  ///
  /// - Parameter state: Letters, digits and dashes.
  init(_ state: String) { header = "\"\(state)\"" }

  /// Whether a client knows this state already, by its header `If-None-Match`.
  func isNamed(in list: String) -> Bool {
    list.split(separator: ",").contains { item in
      let item = item.trimmed
      return item == "*" || item == header || item == "W/" + header
    }
  }
}

extension Substring {
  /// The text without spaces around it.
  var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
