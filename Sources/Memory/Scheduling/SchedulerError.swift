/// Why no scheduler can be made of some settings: which one is wrong, and what it may be.
public enum SchedulerError: Error, Hashable, Sendable {
  /// There are not 21 parameters but so many.
  case parameterCount(Int)
  /// A parameter, counted from 0, is not a number within its bounds.
  case parameter(index: Int, value: Double, bounds: ClosedRange<Double>)
  /// The desired retention is not a probability within its bounds.
  case desiredRetention(Double, bounds: ClosedRange<Double>)
  /// The longest interval, in days, is out of its bounds.
  case maximumInterval(Int, bounds: ClosedRange<Int>)
  /// A learning or relearning step, in seconds, is out of its bounds.
  case step(Int, bounds: ClosedRange<Int>)
}
