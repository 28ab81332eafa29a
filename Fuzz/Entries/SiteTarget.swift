@testable internal import KnowledgeBase
@testable internal import Site

extension FuzzTarget {
  /// Notes, apart by bytes 0x1E, as all files of a site.
  static let site = FuzzTarget(name: "site") { bytes in
    let scratch = Scratch()
    let paths = ["index.md", "Réseau/VPC.md", "Réseau/vpc.md", "architectures/web.md"]
    let notes = bytes.split(
      separator: 0x1E, maxSplits: paths.count - 1, omittingEmptySubsequences: false)
    for (path, note) in zip(paths, notes) { scratch.write(Array(note), to: "notes/" + path) }
    // A small vocabulary, so that many sites are tried.
    scratch.write(Array("- [pare-feu, firewall]\n".utf8), to: "notes/" + Vocabulary.fileName)
    var settings = Settings()
    settings.content = scratch.path + "/notes"
    settings.site.worksOffline = bytes.count % 2 == 0
    settings.language = bytes.count % 3 == 0 ? "en" : "fr"
    do {
      let library = try Library(settings: settings, environment: [:])
      for file in try SiteParts(library).files where !file.path.hasPrefix("assets/") {
        let content = try file.make()
        if file.path.hasSuffix(".html") { checkPage(content.bytes, named: file.path) }
      }
    } catch {
      fatalError("The site is not built: \(error)")
    }
  }

  /// The settings and the vocabulary, each read from a file.
  static let settings = FuzzTarget(name: "settings") { bytes in
    let scratch = Scratch()
    scratch.write(bytes, to: Settings.fileName)
    _ = try? Settings.ofContent(scratch.path)
    _ = try? Vocabulary(yaml: String(decoding: bytes, as: UTF8.self), path: "vocabulaire.yml")
  }
}
