@unsafe @preconcurrency import Glibc
import Memory

/// What time it is, and how far local time is ahead.
enum Clock {
  /// Milliseconds since 1970 in UTC.
  static var milliseconds: Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  /// Seconds since 1970 in UTC.
  static var seconds: Seconds { Seconds(milliseconds / 1000) }

  /// What local time is ahead of UTC at an instant, in seconds, daylight saving included.
  @Sendable static func offset(at instant: Seconds) -> Seconds {
    var time = time_t(instant)
    var local = unsafe tm()
    guard unsafe localtime_r(&time, &local) != nil else { return 0 }
    return unsafe Seconds(local.tm_gmtoff)
  }
}
