import CCmark
import Foundation

/// libcmark's own rendering, and texts written by others.
enum Oracle {
  /// The HTML that libcmark makes of Markdown, raw HTML included.
  static func html(of markdown: String) -> String {
    var markdown = markdown
    return markdown.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { source in
        guard
          let html = unsafe cmark_markdown_to_html(
            source.baseAddress, source.count, CMARK_OPT_UNSAFE)
        else { return "" }
        defer { unsafe free(html) }
        return unsafe String(cString: html)
      }
    }
  }

  /// An example of the CommonMark specification.
  struct Example: Decodable, Sendable {
    let markdown: String
    let example: Int
  }

  /// The examples of the specification, from Debian's golang-github-yuin-goldmark-dev.
  static let examples: [Example] = {
    let path = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    return (try? JSONDecoder().decode([Example].self, from: data)) ?? []
  }()

  /// Markdown files of other people, kept beside the checkout.
  static let files: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["AWSNOTES_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "shared")
    return ["notes", "seeds"].flatMap { folder -> [URL] in
      let files = FileManager.default.enumerator(
        at: shared.appending(path: folder), includingPropertiesForKeys: nil)
      return files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" } ?? []
    }.sorted { $0.path < $1.path }
  }()
}
