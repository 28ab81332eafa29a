internal import BrowserCore
public import Memory

/// A verdict as JSON: `verdict` is `exact`, `typo` or `wrong`; where letters differ, `accepted` is the place of the
/// answer that it was compared with and `steps` the alignment.
///
/// A step is five numbers: what happened (0 equal, 1 replaced, 2 missing, 3 superfluous, 4 swapped), then where
/// it stands in bytes of the right answer (beginning and end) and of the given one.
///
/// - Complexity: O(steps)
public func json(_ verdict: Verdict) -> [UInt8] {
  var writer = JSONWriter()
  writer.write(verdict)
  return writer.bytes
}

/// What a list of answers is worth as JSON: `items` are verdicts, null where one is missing; `superfluous` are
/// beginnings and ends in bytes of the given text; `right` counts the items that were given; `rating` is 1 to 4.
///
/// - Complexity: O(steps of all items)
public func json(_ result: ListGrader.Result) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { object in
    object.key("items")
    object.list { list in
      for item in result.items {
        if let item { list.write(item) } else { list.literal("null") }
      }
    }
    object.key("superfluous")
    object.ranges(result.superfluous)
    object.key("right")
    object.number(result.right)
    object.key("rating")
    object.number(Int(result.rating.rawValue))
  }
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func write(_ verdict: Verdict) {
    object { object in
      object.key("verdict")
      switch verdict {
      case .exact: object.literal("\"exact\"")
      case .typo(let alignment):
        object.literal("\"typo\"")
        object.write(alignment)
      case .wrong(let alignment):
        object.literal("\"wrong\"")
        if let alignment { object.write(alignment) }
      }
    }
  }

  private mutating func write(_ alignment: Alignment) {
    key("accepted")
    number(alignment.accepted)
    key("steps")
    list { list in
      for step in alignment.steps {
        list.list { list in
          list.number(step.kind.number)
          for end in [step.expected, step.given] {
            list.number(end.lowerBound)
            list.number(end.upperBound)
          }
        }
      }
    }
  }
}

extension Alignment.Kind {
  fileprivate var number: Int {
    switch self {
    case .equal: 0
    case .replaced: 1
    case .missing: 2
    case .superfluous: 3
    case .swapped: 4
    }
  }
}
