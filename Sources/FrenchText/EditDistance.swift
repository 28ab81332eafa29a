/// Counts the edits between two words: insertions, deletions, substitutions, adjacent swaps.
///
/// This is the optimal string alignment distance (Damerau's four edits, no substring edited twice),
/// counted in code points.
///
/// - Parameters:
///   - a: A folded form, in UTF-8.
///   - b: Another one.
///   - limit: The greatest distance of interest.
/// - Returns: The distance, or nil as soon as it is known to exceed `limit`.
/// - Complexity: O(*n* · `limit`), where *n* is what is left without the common beginning and end.
public func editDistance(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Int? {
  let row = scalars(of: a)
  let column = scalars(of: b)
  guard limit >= 0, abs(row.count - column.count) <= limit else { return nil }
  var start = 0
  var rowEnd = row.count
  var columnEnd = column.count
  while start < rowEnd, start < columnEnd, row[start] == column[start] { start += 1 }
  while rowEnd > start, columnEnd > start, row[rowEnd - 1] == column[columnEnd - 1] {
    rowEnd -= 1
    columnEnd -= 1
  }
  return alignmentDistance(row[start..<rowEnd], column[start..<columnEnd], limit: limit)
}

private func scalars(of word: Span<UInt8>) -> [UInt32] {
  var scalars: [UInt32] = []
  scalars.reserveCapacity(word.count)
  var index = 0
  while index < word.count {
    let scalar = UTF8Scalar(at: index, in: word)
    scalars.append(scalar.value)
    index += scalar.length
  }
  return scalars
}

/// Fills the table of distances between prefixes, keeping three rows and a band of `limit` cells
/// on each side of the diagonal.
private func alignmentDistance(
  _ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>, limit: Int
) -> Int? {
  let start = a.startIndex
  let width = b.count
  let beyond = limit + 1
  var beforeLast = [Int](repeating: beyond, count: width + 1)
  var last = (0...width).map { min($0, beyond) }
  var current = beforeLast
  for i in 0..<a.count {
    let low = max(0, i - limit)
    let high = min(width, i + limit + 1)
    current[low] = low == 0 ? i + 1 : beyond
    var best = current[low]
    for j in low..<high {
      let isSame = a[start + i] == b[start + j]
      var cost = min(last[j] + (isSame ? 0 : 1), current[j] + 1)
      if j < i + limit { cost = min(cost, last[j + 1] + 1) }
      if i > 0, j > 0, a[start + i] == b[start + j - 1], a[start + i - 1] == b[start + j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      current[j + 1] = cost
      best = min(best, cost)
    }
    guard best <= limit else { return nil }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[width] <= limit ? last[width] : nil
}
