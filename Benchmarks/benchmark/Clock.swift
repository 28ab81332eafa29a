/// Seconds that some work takes, by the wall clock.
func seconds<Failure: Error>(of work: () throws(Failure) -> Void) throws(Failure) -> Double {
  let start = ContinuousClock.now
  try work()
  return (ContinuousClock.now - start) / .seconds(1)
}

/// The middle one of some numbers, or the mean of the two in the middle; zero of none.
func median(_ numbers: [Double]) -> Double {
  guard !numbers.isEmpty else { return 0 }
  let sorted = numbers.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// The number below which a share of all numbers lies; zero of none.
func quantile(_ share: Double, of numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  guard let last = sorted.last else { return 0 }
  let place = Int(share * Double(sorted.count))
  return place < sorted.count ? sorted[place] : last
}
