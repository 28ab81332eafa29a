/// The answer to a request, before it is sent.
struct Reply {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var content = Content.nothing

  /// What follows the headers.
  enum Content {
    case nothing
    case bytes(of: Body, Range<Int>)
    /// News of the site as long as the client listens.
    case news
  }

  /// Headers that every answer has.
  ///
  /// A type is never guessed; a page of another site can neither include nor embed what is served here,
  /// not even as a script, for notes may be private.
  static let commonHeaders = [
    (name: "X-Content-Type-Options", value: "nosniff"),
    (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    (name: "X-Frame-Options", value: "SAMEORIGIN"),
  ]

  /// The whole of a body.
  init(status: Int = 200, _ body: Body, type: String) {
    self.status = status
    headers = [("Content-Type", type), ("Cache-Control", "no-cache")]
    content = .bytes(of: body, 0..<body.size)
  }

  /// An answer of one line.
  init(status: Int, line: String, headers: [(name: String, value: String)] = []) {
    self.init(status: status, Body(Array("\(line)\n".utf8)), type: "text/plain; charset=utf-8")
    self.headers += headers
  }

  /// An answer without a body.
  init(status: Int, headers: [(name: String, value: String)], content: Content = .nothing) {
    (self.status, self.headers, self.content) = (status, headers, content)
  }
}
