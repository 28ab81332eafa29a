internal import Glibc

/// Notices when something changes in folders, with all that is in them, and in files.
///
///     let watcher = try FolderWatcher(["Content", "awsnotes.yml"], except: "Site/public")
///     while watcher.waitForChange() { build() }
///
/// Links to folders are followed, as the notes' reader does; hidden files and those that editors make for
/// themselves are passed over. It belongs to one thread.
public final class FolderWatcher {
  private let queue: Int32
  private let roots: [String]
  private let excepted: String?
  private var watches: [Int32: Watch] = [:]

  /// A folder that the system watches.
  private struct Watch {
    var path: String
    /// The files of it that matter; `nil` if all do.
    var names: Set<String>?
  }

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - paths: Folders and files; a file need not exist.
  ///   - output: A folder in which, and in whose neighbours of that name and an ending, nothing is noticed:
  ///     the site, which building it changes.
  /// - Throws: ``PreviewError/unwatchable(path:reason:)``.
  public init(_ paths: [String], except output: String? = nil) throws(PreviewError) {
    queue = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    roots = paths
    excepted = output.map(canonical)
    guard queue >= 0 else {
      throw .unwatchable(path: paths.first ?? ".", reason: unsafe String(cString: strerror(errno)))
    }
    if let failure = look() { throw failure }
  }

  deinit { close(queue) }

  /// Waits until something changes, and then until nothing has for a moment.
  ///
  /// - Parameter timeout: How long to wait for the first change; `nil` without end.
  /// - Returns: Whether something changed.
  public func waitForChange(timeout: Duration? = nil) -> Bool {
    let clock = ContinuousClock()
    let end = timeout.map { clock.now + $0 }
    while true {
      let rest = end.map { $0 - clock.now }
      if let rest, rest < .zero { return false }
      // A folder that has gone is looked for from time to time.
      let pause = isComplete ? rest : min(rest ?? Self.search, Self.search)
      if isReadable(within: pause) {
        guard drain() else { continue }
        let limit = clock.now + Self.longestSettling
        while clock.now < limit, isReadable(within: Self.settling) { _ = drain() }
        return true
      }
      if !isComplete, look() == nil, isComplete { return true }
    }
  }

  /// How long nothing may change before a change is reported: editors write a file in several steps.
  private static let settling = Duration.milliseconds(50)
  private static let longestSettling = Duration.seconds(1)

  /// How often a watched folder that has gone is looked for.
  private static let search = Duration.milliseconds(500)

  /// Whether all that is to be watched is there.
  private var isComplete = true

  // MARK: - Looking

  /// Watches all folders that there are now, and no others.
  ///
  /// - Returns: What keeps one of them from being watched.
  @discardableResult private func look() -> PreviewError? {
    var found: [Int32: Watch] = [:]
    var failure: PreviewError?
    isComplete = true
    for root in roots {
      if isFolder(root) {
        add(canonical(root), to: &found, &failure)
      } else {
        let (folder, name) = parted(root)
        if let number = watch(canonical(folder), &failure) {
          var entry = found[number] ?? Watch(path: canonical(folder), names: [])
          entry.names?.insert(name)
          found[number] = entry
        } else {
          isComplete = false
        }
      }
    }
    for number in watches.keys where found[number] == nil { inotify_rm_watch(queue, number) }
    watches = found
    return failure
  }

  private func add(
    _ path: String, to found: inout [Int32: Watch], _ failure: inout PreviewError?
  ) {
    guard !isExcepted(path), let number = watch(path, &failure) else { return }
    // Folders are told apart by the system: a loop of links ends here.
    if let known = found[number], known.names == nil { return }
    found[number] = Watch(path: path, names: nil)
    for name in folderNames(in: path) { add(path + "/" + name, to: &found, &failure) }
  }

  private func watch(_ path: String, _ failure: inout PreviewError?) -> Int32? {
    let number = unsafe inotify_add_watch(queue, path, Self.events)
    if number >= 0 { return number }
    // What is no longer there, or may not be read, has no notes either.
    if errno != ENOENT, errno != ENOTDIR, errno != EACCES {
      failure = .unwatchable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    return nil
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR)

  private func isExcepted(_ path: String) -> Bool {
    guard let excepted else { return false }
    return path == excepted || path.hasPrefix(excepted + "/") || path.hasPrefix(excepted + ".")
  }

  // MARK: - Events

  private func isReadable(within pause: Duration?) -> Bool {
    var entry = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    let milliseconds = pause.map { pause in
      let parts = pause.components
      return Int32(
        clamping: parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999)
          / 1_000_000_000_000_000)
    }
    return unsafe poll(&entry, 1, milliseconds ?? -1) > 0
  }

  /// Takes all events out of the queue; whether one of them matters.
  private func drain() -> Bool {
    var matters = false
    var isMoved = false
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(queue, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      for event in WatchEvent.all(in: buffer[..<count]) where isRelevant(event) {
        matters = true
        if event.changesFolders { isMoved = true }
      }
    }
    if isMoved { look() }
    return matters
  }

  private func isRelevant(_ event: WatchEvent) -> Bool {
    if event.isOverflow { return true }
    guard let watch = watches[event.watch] else { return false }
    if event.name.isEmpty { return event.changesFolders }
    if let names = watch.names { return names.contains(event.name) }
    return !event.name.hasPrefix(".") && !event.name.hasSuffix("~") && !event.name.hasPrefix("#")
      && !isExcepted(watch.path + "/" + event.name)
  }
}
