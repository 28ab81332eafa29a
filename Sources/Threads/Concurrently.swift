internal import CLinux
internal import Glibc
internal import Synchronization

/// How many threads are worth while: the processors that this process may use, and no more than four.
package let usefulThreads = Swift.min(Swift.max(Int(usable_processors()), 1), 4)

/// Does the parts of a task at the same time, each on a thread of its own, and waits for all.
///
///     let sums = concurrently(4) { part in sum(of: part) }
///
/// - Parameters:
///   - parts: The number of parts, one at least.
///   - work: Does a part, numbered from 0; the part 0 is done on the calling thread.
/// - Returns: The results in the order of the parts.
package func concurrently<Result: Sendable>(
  _ parts: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  concurrently(parts, first: { work(0) }, others: work)
}

/// Does the parts of a task at the same time, the first of which may touch what only the caller may.
///
/// - Parameters:
///   - parts: The number of parts, one at least.
///   - first: Does the part 0, on the calling thread.
///   - others: Does each other part, numbered from 1, on a thread of its own; on the calling thread
///     where the system gives none.
/// - Returns: The results in the order of the parts.
package func concurrently<Result: Sendable>(
  _ parts: Int, first: () -> Result, others: @Sendable (Int) -> Result
) -> [Result] {
  withoutActuallyEscaping(others) { others in
    let running = (1..<Swift.max(parts, 1)).map { part in Running { others(part) } }
    return [first()] + running.map { $0.result() }
  }
}

/// Does two tasks at the same time, and waits for both.
///
/// - Parameters:
///   - first: Done on the calling thread.
///   - second: Done on a thread of its own, or after the first where the system gives none.
/// - Returns: What came of each.
package func concurrently<First, Second: Sendable>(
  _ first: () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  withoutActuallyEscaping(second) { second in
    let running = Running { second() }
    return (first(), running.result())
  }
}

/// A piece of work on its own thread.
private final class Running<Result: Sendable>: Sendable {
  private let thread: pthread_t?
  private let job: Job

  /// What the thread does, and what came of it.
  private final class Job: Runnable, @unchecked Sendable {
    let work: @Sendable () -> Result
    let outcome = Mutex<Result?>(nil)

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }

    override func run() {
      let result = work()
      outcome.withLock { $0 = result }
    }
  }

  init(_ work: @escaping @Sendable () -> Result) {
    job = Job(work)
    thread = start(job)
  }

  /// Waits for the thread.
  func result() -> Result {
    if let thread { pthread_join(thread, nil) } else { job.run() }
    return job.outcome.withLock { $0 } ?? job.work()
  }
}

/// Lets go of a value on a thread of its own, which nobody waits for: not even the end of the process.
///
/// Giving back a million texts takes a while.
package func dispose<Value: Sendable>(of value: consuming Value) {
  if let thread = start(Disposal(value)) { pthread_detach(thread) }
}

/// A value that goes when it is run.
private final class Disposal<Value: Sendable>: Runnable, @unchecked Sendable {
  private var value: Value?

  init(_ value: consuming Value) { self.value = value }

  override func run() { value = nil }
}

/// What a thread can be given: C knows no generic types.
private class Runnable: @unchecked Sendable {
  func run() {}
}

/// As much stack as the first thread mostly has; trees of notes are read recursively.
private let stackSize = 8 << 20

/// Runs on a new thread; `nil` where there is none to be had.
private func start(_ job: Runnable) -> pthread_t? {
  unsafe withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
    guard let attributes = attributes.baseAddress, unsafe pthread_attr_init(attributes) == 0 else {
      return nil
    }
    defer { unsafe pthread_attr_destroy(attributes) }
    unsafe pthread_attr_setstacksize(attributes, stackSize)
    var thread: pthread_t = 0
    let kept = unsafe Unmanaged.passRetained(job)
    let status = unsafe pthread_create(
      &thread, attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Runnable>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, kept.toOpaque())
    if status == 0 { return thread }
    unsafe kept.release()
    return nil
  }
}
