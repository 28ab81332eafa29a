internal import CCmark

/// A node of a ``SyntaxTree``, valid only inside ``SyntaxTree/withRoot(_:)``.
@safe
struct Node: Equatable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (left: Node, right: Node) -> Bool {
    unsafe left.pointer == right.pointer
  }

  enum Kind {
    case quote, list, item, code, html, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image
    case other
  }

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    default: .other
    }
  }
}

// MARK: - Place in the tree

extension Node {
  var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
  var next: Node? { unsafe Node(cmark_node_next(pointer)) }
  var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }

  /// Whether the node holds blocks, or holds inlines among inlines.
  var isContainer: Bool {
    switch kind {
    case .quote, .list, .item, .emphasis, .strong, .link, .image: true
    default: false
    }
  }

  /// The next node in reading order that is no descendant of this one, inside `ancestor`.
  func following(within ancestor: Node? = nil) -> Node? {
    var node = self
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent, parent != ancestor else { return nil }
      node = parent
    }
  }

  /// The next node in reading order, children first.
  func successor(within ancestor: Node) -> Node? {
    firstChild ?? following(within: ancestor)
  }
}

// MARK: - Place in the source

extension Node {
  /// The first line, from 1.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }

  /// The first byte of the first line, from 1; 0 where libcmark keeps none.
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }

  /// The last line, from 1; libcmark counts blank lines that follow, see ``SourceLines``.
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }

  /// The last byte of the last line, from 1.
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }
}

// MARK: - Content

extension Node {
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var literal: [UInt8] { unsafe bytes(cmark_node_get_literal(pointer)) }
  var info: [UInt8] { unsafe bytes(cmark_node_get_fence_info(pointer)) }
  var url: [UInt8] { unsafe bytes(cmark_node_get_url(pointer)) }
  var title: [UInt8] { unsafe bytes(cmark_node_get_title(pointer)) }

  /// The first number of a numbered list; `nil` for bullets.
  var listStart: Int? {
    guard unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return unsafe Int(cmark_node_get_list_start(pointer))
  }

  private func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] {
    guard let string = unsafe string else { return [] }
    var count = 0
    while unsafe string[count] != 0 { count += 1 }
    return unsafe Array(UnsafeRawBufferPointer(start: string, count: count))
  }
}
