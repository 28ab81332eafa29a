/// What kind of file a site's file is, as HTTP says it (RFC 9110, 8.3), going by the file's name.
///
///     MediaType(ofFile: "assets/core.ab12.wasm").header     // application/wasm
///     MediaType(ofFile: "index.html").header                // text/html; charset=utf-8
public struct MediaType: Hashable, Sendable {
  /// Type and subtype, in lower case: `text/html`.
  public let name: String

  /// Creates the type of a file.
  ///
  /// - Parameter path: The file's name or path; only the end behind the last dot counts, in any case.
  /// - Complexity: O(*n*) in the length of the path.
  public init(ofFile path: String) {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let parts = file.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let end = parts.count > 1 ? String(decoding: parts[parts.count - 1], as: UTF8.self) : ""
    name = Self.names[end.lowercased()] ?? "application/octet-stream"
  }

  /// Whether the file is a page.
  public var isPage: Bool { name == "text/html" }

  /// Whether the file holds text, which in a site is UTF-8.
  public var isText: Bool {
    name.hasPrefix("text/") || name.hasSuffix("+xml") || name.hasSuffix("+json")
      || ["application/json", "application/xml", "application/x-ndjson"].contains(name)
  }

  /// The value of the header `Content-Type`.
  ///
  /// JSON is UTF-8 by definition and has no such parameter (RFC 8259, 11).
  public var header: String {
    isText && !name.hasSuffix("json") ? name + "; charset=utf-8" : name
  }

  private static let names = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
    "mjs": "text/javascript", "txt": "text/plain", "md": "text/markdown",
    "markdown": "text/markdown", "csv": "text/csv", "tsv": "text/tab-separated-values",
    "ics": "text/calendar", "yml": "application/yaml", "yaml": "application/yaml",
    "json": "application/json", "map": "application/json", "jsonl": "application/x-ndjson",
    "webmanifest": "application/manifest+json", "xml": "application/xml",
    "atom": "application/atom+xml", "rss": "application/rss+xml", "wasm": "application/wasm",
    "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
    "apkg": "application/zip", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon", "bmp": "image/bmp", "woff": "font/woff",
    "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp3": "audio/mpeg",
    "ogg": "audio/ogg", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
  ]
}
