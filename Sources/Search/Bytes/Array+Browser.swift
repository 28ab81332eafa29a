#if arch(wasm32)
  // In the browser these take the place of the standard library’s, which reserve room and are compiled anew, three times
  // as long, for each type: a page is 1 KB smaller.
  extension Array {
    func map<Result>(_ transform: (Element) -> Result) -> [Result] {
      var results: [Result] = []
      for element in self { results.append(transform(element)) }
      return results
    }

    func filter(_ isIncluded: (Element) -> Bool) -> [Element] {
      var kept: [Element] = []
      for element in self where isIncluded(element) { kept.append(element) }
      return kept
    }

    mutating func removeAll(where isRemoved: (Element) -> Bool) {
      self = filter { !isRemoved($0) }
    }
  }

  extension Collection {
    func map<Result>(_ transform: (Element) -> Result) -> [Result] {
      var results: [Result] = []
      for element in self { results.append(transform(element)) }
      return results
    }
  }
#endif
