/// Turns the inlines of one paragraph, heading or cell into values.
struct InlineReader {
  /// The footnotes of the document by folded label; `nil` for plain CommonMark.
  let labels: [String: String]?

  /// Where the reader is.
  var tracker: LineTracker

  /// The inlines below a node.
  ///
  /// - Parameters:
  ///   - parent: The node.
  ///   - depth: How many inlines are around them.
  ///   - isInLink: Whether one of those is a link or an image, in which nothing can be a link.
  ///   - dropping: The number of bytes at the start of the first text that are not read.
  /// - Returns: The inlines, neighbouring texts joined.
  mutating func inlines(
    of parent: Node, depth: Int = 0, isInLink: Bool = false, dropping: Int = 0
  ) -> [Inline] {
    var run = InlineRun(labels: labels, isInLink: isInLink)
    var dropping = dropping
    var cursor = parent.firstChild
    while let node = cursor {
      if depth >= TreeReader.deepestLevel, node.isContainer {
        cursor = node.firstChild ?? node.following(within: parent)
        continue
      }
      tracker.enter(node)
      switch node.kind {
      case .text:
        run.append(node.literal.dropFirst(dropping), line: tracker.line)
        dropping = 0
        tracker.leave(node)
      case .softBreak, .lineBreak:
        tracker.passBreak()
        run.append(node.kind == .softBreak ? .softBreak : .lineBreak, side: .space)
      default:
        if let inline = inline(node, depth: depth, isInLink: isInLink) {
          run.append(inline, side: node.kind == .inlineHTML ? .other : .word)
        }
        tracker.leave(node)
      }
      cursor = node.following(within: parent)
    }
    return run.finish()
  }

  private mutating func inline(_ node: Node, depth: Int, isInLink: Bool) -> Inline? {
    let line = tracker.line
    switch node.kind {
    case .inlineCode:
      return .code(string(node.literal, keepsEscapes: true))
    case .inlineHTML:
      return .html(string(node.literal, keepsEscapes: true))
    case .emphasis:
      return .emphasis(inlines(of: node, depth: depth + 1, isInLink: isInLink))
    case .strong:
      return .strong(inlines(of: node, depth: depth + 1, isInLink: isInLink))
    case .link:
      let destination = node.url
      let isAutolink = node.isAutolink(to: destination)
      return .link(
        Link(
          destination: string(destination), title: string(node.title),
          content: inlines(of: node, depth: depth + 1, isInLink: true), isAutolink: isAutolink,
          line: line))
    case .image:
      return .image(
        Image(
          source: string(node.url), title: string(node.title),
          alternative: inlines(of: node, depth: depth + 1, isInLink: true), line: line))
    default:
      return nil
    }
  }

  private func string(_ bytes: [UInt8], keepsEscapes: Bool = false) -> String {
    labels == nil ? bytes[...].text : Shield.text(bytes, keepsEscapes: keepsEscapes)
  }
}

extension Node {
  /// Whether a link shows nothing but its own address.
  fileprivate func isAutolink(to destination: [UInt8]) -> Bool {
    guard let child = firstChild, child.next == nil, child.kind == .text else { return false }
    let text = child.literal
    return text == destination || destination == Array("mailto:".utf8) + text
  }
}
