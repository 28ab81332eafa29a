/// The styles that a pair of marks gives.
enum MarkStyle: Int, CaseIterable {
  case strikethrough, highlight
}

/// Pairs marks and joins neighbouring texts.
struct InlineBuilder {
  /// The marks in which the builder is, outermost first, and what stood before each.
  private var open: [(style: MarkStyle, before: [Inline])] = []
  private var content: [Inline] = []
  private var text: [UInt8] = []
  private let isShielded: Bool

  private init(isShielded: Bool) {
    self.isShielded = isShielded
  }

  /// The inlines of one level.
  ///
  /// O(*n*).
  static func inlines(of run: InlineRun, isShielded: Bool) -> [Inline] {
    let pairs = pairs(in: run.pieces)
    var builder = InlineBuilder(isShielded: isShielded)
    var depths = Array(repeating: 0, count: MarkStyle.allCases.count)
    for (index, piece) in run.pieces.enumerated() {
      switch piece {
      case .inline(let inline):
        builder.append(inline)
      case .text(let range):
        builder.text.append(contentsOf: run.bytes[range])
      case .mark(let style, let range, _, _):
        switch pairs[index] {
        case nil:
          builder.text.append(contentsOf: run.bytes[range])
        case true?:
          // A style inside itself says nothing new, and might go arbitrarily deep.
          if depths[style.rawValue] == 0 { builder.begin(style) }
          depths[style.rawValue] += 1
        case false?:
          depths[style.rawValue] -= 1
          if depths[style.rawValue] == 0 { builder.end() }
        }
      }
    }
    builder.flush()
    return builder.content
  }

  /// For each mark that has a partner, by index, whether it opens.
  ///
  /// A mark closes what was opened last in its style; other styles opened since stay without a
  /// partner.
  private static func pairs(in pieces: [InlineRun.Piece]) -> [Int: Bool] {
    var pairs: [Int: Bool] = [:]
    var stack: [(style: MarkStyle, index: Int)] = []
    var waiting = Array(repeating: 0, count: MarkStyle.allCases.count)
    for (index, piece) in pieces.enumerated() {
      guard case .mark(let style, _, let canOpen, let canClose) = piece else { continue }
      if canClose, waiting[style.rawValue] > 0 {
        while let last = stack.popLast() {
          waiting[last.style.rawValue] -= 1
          if last.style == style {
            pairs[last.index] = true
            pairs[index] = false
            break
          }
        }
      } else if canOpen {
        stack.append((style, index))
        waiting[style.rawValue] += 1
      }
    }
    return pairs
  }

  private mutating func append(_ inline: Inline) {
    flush()
    content.append(inline)
  }

  private mutating func begin(_ style: MarkStyle) {
    flush()
    open.append((style, content))
    content = []
  }

  private mutating func end() {
    flush()
    guard let (style, before) = open.popLast() else { return }
    let inner = content
    content = before
    content.append(style == .highlight ? .highlight(inner) : .strikethrough(inner))
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    content.append(.text(isShielded ? Shield.text(text) : text[...].text))
    text.removeAll(keepingCapacity: true)
  }
}
