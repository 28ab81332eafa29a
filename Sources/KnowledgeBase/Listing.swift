internal import Glibc

/// What is in one folder, by name; hidden entries are passed over.
@safe
struct Listing: ~Copyable {
  /// What must be looked at: notes, folders, links and whatever else is no plain file, by name.
  private(set) var names: [String] = []

  /// Plain files that are no notes.
  private(set) var otherFiles: [String] = []

  private let stream: OpaquePointer

  /// The open folder, for as long as the listing lives.
  var descriptor: Int32 { unsafe dirfd(stream) }

  /// Lists a folder; `nil` if it cannot be read.
  init?(_ path: String) {
    guard let stream = unsafe opendir(path) else { return nil }
    unsafe self.stream = stream
    read()
  }

  /// Lists an open folder; `nil` if it cannot be read.
  init?(at descriptor: Int32) {
    let own = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { return nil }
    guard let stream = unsafe fdopendir(own) else {
      close(own)
      return nil
    }
    unsafe self.stream = stream
    read()
  }

  deinit { unsafe closedir(stream) }

  private mutating func read() {
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      if unsafe Int32(entry.pointee.d_type) == Int32(DT_REG), !isNoteName(name) {
        otherFiles.append(name)
      } else {
        names.append(name)
      }
    }
    names.sort()
  }
}
