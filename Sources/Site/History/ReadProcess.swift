internal import Glibc

/// A program whose output is read; it is ended when nobody reads any more.
struct ReadProcess: ~Copyable {
  private let process: pid_t
  private let output: Int32

  /// Starts a program of the path, without a shell; `nil` if it cannot be started.
  ///
  /// What it says of errors is not heard.
  ///
  /// - Parameter words: Its name and its arguments.
  init?(_ words: [String]) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let pointers = unsafe words.map { unsafe strdup($0) }
    defer { for place in unsafe pointers.indices { unsafe free(pointers[place]) } }
    var process: pid_t = 0
    let error = unsafe posix_spawnp(&process, words[0], &actions, nil, pointers + [nil], environ)
    close(ends[1])
    guard error == 0 else {
      close(ends[0])
      return nil
    }
    (self.process, output) = (process, ends[0])
  }

  /// The next bytes; `nil` at the end.
  func read() -> [UInt8]? {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var got = 0
      repeat {
        got = unsafe Glibc.read(output, buffer.baseAddress, buffer.count)
      } while got < 0
        && errno == EINTR
      count = Swift.max(0, got)
    }
    return bytes.isEmpty ? nil : bytes
  }

  deinit {
    close(output)
    _ = kill(process, SIGTERM)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
