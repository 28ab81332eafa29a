internal import HTML
internal import KnowledgeBase

extension NoteMarkup {
  /// Writes a picture, or in its place what it would have shown.
  mutating func writeImage(_ source: String, alternative: String, title: String) {
    switch site.resolver.image(source, in: number) {
    case .file(let path) where isPicture(path):
      writeImage(path: path, alternative: alternative, title: title)
    case .external where safeAddress(source)?.hasPrefix("http") ?? false:
      // No page of the site asks another host for anything.
      let text = alternative.isEmpty ? site.language("Image", "Picture") : alternative
      let label = site.language("Image sur un autre site\u{A0}: ", "Picture on another site: ")
      writer.start("span", [.class("missing-image")])
      if isInLink {
        writer.text(label + text)
      } else {
        writer.element(
          "a", .href(safeAddress(source)), Attribute("rel", "noopener external"),
          text: label + text)
      }
      writer.end("span")
    default:
      let text = alternative.isEmpty ? source : alternative
      let label = site.language("Image absente\u{A0}: ", "Missing picture: ")
      writer.element("span", .class("missing-image"), text: label + text)
    }
  }

  /// Writes a picture of the content folder, with its size.
  mutating func writeImage(path: String, alternative: String, title: String) {
    images.append(path)
    let head = readHead(of: site.settings.content + "/" + path)
    let size = ImageSize(head)
    writer.void(
      "img", .src(page.link(toFile: copiedName(of: path))), Attribute("alt", alternative),
      Attribute("title", title.isEmpty ? nil : title),
      Attribute("width", size.map { String($0.width) }),
      Attribute("height", size.map { String($0.height) }), Attribute("loading", "lazy"),
      Attribute("decoding", "async"))
  }
}

/// Where a file of the content folder is in the site.
func copiedName(of path: String) -> String { copiesFolder + path }

/// The file of the content folder that was copied; `nil` for what is no copy.
func originalPath(of name: String) -> String? {
  name.hasPrefix(copiesFolder) ? String(name.dropFirst(copiesFolder.count)) : nil
}

private let copiesFolder = "fichiers/"

/// Whether a browser shows a file in a page, by the end of its name.
func isPicture(_ path: String) -> Bool {
  let name = path.lowercased()
  return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp"].contains {
    name.hasSuffix($0)
  }
}
