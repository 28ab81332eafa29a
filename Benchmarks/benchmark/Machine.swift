internal import CAffinity
internal import Glibc

/// What Linux says of this process, and what it is told.
enum Machine {
  /// The memory of this process that is resident now, in MiB.
  static var residentMemory: Double { status("VmRSS:") }

  /// The most memory that was resident since the start or the last reset, in MiB.
  static var peakMemory: Double { status("VmHWM:") }

  /// Forgets the peak; where that is not allowed, the peak is that of the whole process.
  static func resetPeakMemory() {
    guard let file = unsafe fopen("/proc/self/clear_refs", "w") else { return }
    unsafe fputs("5", file)
    unsafe fclose(file)
  }

  /// The processor time of this process so far, user and system, in seconds.
  static var processorSeconds: Double {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(microseconds) / 1e6
  }

  /// Keeps this process, and those it starts, on one processor.
  static func pin(to processor: Int) throws(BenchmarkError) {
    let isPinned = Int32(exactly: processor).map { pin_to_processor($0) == 0 } ?? false
    guard isPinned else { throw .usage("--cpu \(processor): no such processor") }
  }

  /// A line of `/proc/self/status` that gives kilobytes, in MiB; zero where there is none.
  private static func status(_ key: String) -> Double {
    guard let file = unsafe fopen("/proc/self/status", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, 256, file) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasPrefix(key) else { continue }
      let words = text.split { $0 == " " || $0 == "\t" }
      return words.count > 1 ? (Double(words[1]) ?? 0) / 1024 : 0
    }
    return 0
  }
}
