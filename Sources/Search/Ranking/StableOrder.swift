extension Array {
  /// The elements in order; those that are alike stay in the order in which they stood.
  ///
  /// - Complexity: O(*n* log *n*)
  func inOrder(by precedes: (Element, Element) -> Bool) -> [Element] {
    #if arch(wasm32)
      return stableOrder(count) { precedes(self[$0], self[$1]) }.map { self[$0] }
    #else
      return sorted(by: precedes)
    #endif
  }
}

#if arch(wasm32)
  /// The places of things in order; what is alike stays in the order in which it stood.
  ///
  /// In the browser all sorting is done by this one function, whatever is sorted: the standard library's sort is
  /// compiled anew for each type, and a page would have to load each of them.
  ///
  /// - Parameters:
  ///   - count: How many things there are.
  ///   - precedes: Whether the thing at one place comes before that at another.
  /// - Returns: The places, first the first.
  /// - Complexity: O(*n* log *n*): runs of eight by insertion, then merged.
  private func stableOrder(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [Int] {
    var order = Array(0..<count)
    var width = 8
    for start in stride(from: 0, to: count, by: width) {
      for place in start..<Swift.min(start + width, count) {
        let thing = order[place]
        var hole = place
        while hole > start, precedes(thing, order[hole - 1]) {
          order[hole] = order[hole - 1]
          hole -= 1
        }
        order[hole] = thing
      }
    }
    while width < count {
      order = merged(order, width, precedes)
      width *= 2
    }
    return order
  }

  /// Merges each two neighbouring runs.
  private func merged(_ order: [Int], _ width: Int, _ precedes: (Int, Int) -> Bool) -> [Int] {
    var merged: [Int] = []
    merged.reserveCapacity(order.count)
    for start in stride(from: 0, to: order.count, by: 2 * width) {
      let middle = Swift.min(start + width, order.count)
      let end = Swift.min(middle + width, order.count)
      var (left, right) = (start, middle)
      while left < middle || right < end {
        let takesRight =
          left == middle || right < end && precedes(order[right], order[left])
        merged.append(order[takesRight ? right : left])
        if takesRight { right += 1 } else { left += 1 }
      }
    }
    return merged
  }
#endif
