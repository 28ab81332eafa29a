/// What a client asks for, as far as it matters here.
struct Request {
  var method: String

  /// The path as it was sent, with its escapes and without the query.
  var path: String

  /// Whether the address came as it was sent, and there is one header `Host`, as RFC 9112, 3.2 wants it.
  ///
  /// What is between this server and a client may go by the other of two.
  var isWellFormed = true

  // Headers; nil where there is none.
  var host: String?
  var ifNoneMatch: String?
  var range: String?
  var ifRange: String?

  /// Whether this is one of the two methods that are understood.
  var isRead: Bool { method == "GET" || method == "HEAD" }
}
