internal import CFuzzer
internal import Glibc

/// `fuzz TARGET [options of libFuzzer] [folders of inputs]`: gives inputs to a target until one of them breaks it.
///
/// `fuzz seeds FOLDER` writes the inputs that are no text into the folders of the corpus.
@main enum Fuzz {
  /// What libFuzzer's function gives its inputs to.
  nonisolated(unsafe) private static var target: FuzzTarget?

  static func main() {
    let names = FuzzTarget.all.map(\.name).joined(separator: " ")
    let wanted = CommandLine.arguments.dropFirst().first
    if wanted == "seeds", let folder = CommandLine.arguments.dropFirst(2).first {
      do { try Seeds.write(to: folder) } catch { fatalError("\(error)") }
      exit(0)
    }
    guard let found = FuzzTarget.all.first(where: { $0.name == wanted }) else {
      print("fuzz TARGET [options of libFuzzer] [folders of inputs]\nTargets: \(names)")
      exit(2)
    }
    unsafe target = found
    // The target's name stands in the place of the program's.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv + 1
    exit(
      unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
        unsafe Fuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      })
  }
}
