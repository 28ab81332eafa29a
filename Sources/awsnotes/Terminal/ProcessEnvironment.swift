@unsafe @preconcurrency import Glibc

/// The variables of this process.
///
/// To be called before there are other threads, which could change what is being read.
func processEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  var next = unsafe environ
  while let entry = unsafe next.pointee {
    let text = unsafe String(cString: entry)
    if let separator = text.firstIndex(of: "=") {
      variables[String(text[..<separator])] = String(text[separator...].dropFirst())
    }
    unsafe next += 1
  }
  return variables
}
