import Foundation
import Testing

/// All inputs that were ever worth keeping go through the functions that libFuzzer calls, without libFuzzer.
@Suite struct CorpusTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: FuzzTarget.all.map(\.name))
  func withstandsTheCorpus(of name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: name), includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files { target.run([UInt8](try Data(contentsOf: file))) }
  }

  @Test func hasNoFolderWithoutATarget() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names).isSubset(of: FuzzTarget.all.map(\.name)))
  }
}
