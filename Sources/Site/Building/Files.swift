internal import Glibc

/// Opens a file to be read; below 0 where there is none, and for pipes and devices, which may have no end.
func openFile(_ path: String) -> Int32 {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return -1 }
  var status = stat()
  if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
    return descriptor
  }
  close(descriptor)
  errno = EINVAL
  return -1
}

/// The first bytes of a file; none if it cannot be read.
func readHead(of path: String, count: Int = 1 << 16) -> [UInt8] {
  let descriptor = openFile(path)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    filled = unsafe Swift.max(0, read(descriptor, buffer.baseAddress, count))
  }
}

/// The bytes of a file; none if it cannot be read.
func readFile(_ path: String) -> [UInt8] {
  var status = stat()
  guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
  return readHead(of: path, count: Int(status.st_size))
}
