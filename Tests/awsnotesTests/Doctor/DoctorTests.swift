import Foundation
import Glibc
import Memory
import Testing

@testable import Cards
@testable import awsnotes

@Suite struct DoctorTests {
  /// A folder with notes, a cache and data.
  private struct Place {
    let root: String
    var environment: [String: String] {
      [
        "XDG_CACHE_HOME": "\(root)/cache", "XDG_DATA_HOME": "\(root)/data", "LANG": "en_GB.UTF-8",
        "PATH": "/usr/bin:/bin", "TERM": "xterm",
      ]
    }

    func run(_ words: [String], _ more: [String: String] = [:]) -> CapturedRun {
      CapturedRun(
        words + ["--content", "\(root)/notes"], of: .awsnotes,
        environment: environment.merging(more) { $1 })
    }

    /// What the doctor tells a program.
    func report(_ more: [String: String] = [:]) throws -> [String: Any] {
      let answer = run(["doctor", "--json"], more)
      let parsed = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
      let report = try #require(parsed as? [String: Any])
      #expect(answer.status == (report["healthy"] as? Bool == true ? .success : .failure))
      #expect(answer.errors == "")
      return report
    }

    /// Every path with its size, times and mode, folders included.
    func files() throws -> [String: String] {
      var files: [String: String] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: root) + ["."] {
        let facts = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
        let keys: [FileAttributeKey] = [
          .size, .modificationDate, .posixPermissions, .systemFileNumber,
        ]
        files[path] = keys.map { "\(facts[$0] ?? "")" }.joined(separator: " ")
      }
      return files
    }
  }

  private func withPlace(
    notes: [String: String] = ["a.md": "# NAT\n\nUne porte.\n"], _ body: (Place) throws -> Void
  ) throws {
    try withFolder { root in
      try FileManager.default.createDirectory(
        atPath: "\(root)/notes", withIntermediateDirectories: true)
      for (name, text) in notes { try write(text, to: "\(root)/notes/\(name)") }
      try body(Place(root: root))
    }
  }

  private func link(_ target: String, at path: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private func member<Value>(_ report: [String: Any], _ group: String, _ key: String) -> Value? {
    (report[group] as? [String: Any])?[key] as? Value
  }

  private func troubles(_ report: [String: Any]) -> [String] {
    (report["troubles"] as? [[String: Any]] ?? []).map { "\($0["group"] ?? "").\($0["key"] ?? "")" }
  }

  @Test func findsNothingWrongWhereNothingIs() throws {
    try withPlace { place in
      let report = try place.report()
      #expect(report["healthy"] as? Bool == true)
      #expect(member(report, "notes", "count") == 1)
      #expect(member(report, "index", "state") == "absent")
      #expect(member(report, "reviews", "state") == "absent")
      #expect((member(report, "versions", "sqlite") ?? "").hasPrefix("3."))
      #expect(member(report, "terminal", "isTerminal") == false)
      #expect(member(report, "terminal", "utf8") == true)
      let text = place.run(["doctor"]).output
      #expect(text.contains("\nIndex\n") && text.hasSuffix("\nAll is well.\n"))
      #expect(place.run(["doctor"], ["LANG": "fr"]).output.hasSuffix("\nTout va bien.\n"))
    }
  }

  @Test func changesNothingOnTheDisk() throws {
    try withPlace { place in
      _ = place.run(["index"])
      do {
        let log = try ReviewLog(path: ReviewLog.path(in: place.environment))
        try log.append(
          ReviewEvent(
            id: EventID.random(), kind: .review, card: "a", time: 1_000, rating: .good, duration: 1)
        )
        // Also while a quiz is open, whose files are there then.
        let before = try place.files()
        #expect(try member(place.report(), "reviews", "state") == "open")
        #expect(try place.files() == before)
        withExtendedLifetime(log) {}
      }
      let before = try place.files()
      let report = try place.report()
      #expect(member(report, "reviews", "state") == "sound")
      #expect(member(report, "reviews", "answers") == 1)
      #expect(member(report, "reviews", "lastAnswer") == 1000)
      #expect(try place.files() == before)
      try FileManager.default.removeItem(atPath: "\(place.root)/cache")
      try FileManager.default.removeItem(atPath: "\(place.root)/data")
      _ = try place.report()
      #expect(!FileManager.default.fileExists(atPath: "\(place.root)/cache"))
      #expect(!FileManager.default.fileExists(atPath: "\(place.root)/data"))
    }
  }

  @Test func tellsWhetherTheIndexIsFresh() throws {
    try withPlace { place in
      // A note that was written just now might yet change within its time.
      usleep(50_000)
      _ = place.run(["index"])
      #expect(try member(place.report(), "index", "state") == "fresh")
      #expect(try member(place.report(), "index", "sections") == 1)
      try write("# EC2\n\nUne machine.\n", to: "\(place.root)/notes/b.md")
      #expect(try member(place.report(), "index", "state") == "stale")
      usleep(50_000)
      _ = place.run(["index"])
      #expect(try member(place.report(), "index", "notes") == 2)
      #expect(try member(place.report(), "index", "state") == "fresh")
    }
  }

  @Test func findsADamagedIndex() throws {
    try withPlace { place in
      _ = place.run(["index"])
      let cache = "\(place.root)/cache"
      for path in try FileManager.default.subpathsOfDirectory(atPath: cache) {
        let file = URL(filePath: "\(cache)/\(path)")
        guard var bytes = try? Data(contentsOf: file), path.hasSuffix(".side") == false else {
          continue
        }
        let sound = bytes
        bytes[bytes.count / 2] ^= 0x55
        try bytes.write(to: file)
        let report = try place.report()
        #expect(member(report, "index", "state") == "damaged", "\(path)")
        #expect(troubles(report) == ["index.state"])
        #expect(place.run(["doctor"]).output.contains("awsnotes index --rebuild"))
        try sound.write(to: file)
      }
      #expect(try place.report()["healthy"] as? Bool == true)
    }
  }

  @Test func findsADamagedHistory() throws {
    try withPlace { place in
      try write("not a database", to: "\(place.root)/data/awsnotes/revues.sqlite")
      let report = try place.report()
      #expect(troubles(report) == ["reviews.state"])
      let text = place.run(["doctor"])
      #expect(text.status == .failure)
      #expect(text.output.contains("awsnotes quiz repair"))
      #expect(text.output.hasSuffix("\n1 thing to mend.\n"))
    }
  }

  @Test func advisesTheWayOutOfADamagedPageThatStatsAdvises() throws {
    try withPlace { place in
      let path = try ReviewLog.path(in: place.environment)
      do {
        let log = try ReviewLog(path: path)
        for number in 1...200 {
          try log.append(
            ReviewEvent(
              id: EventID.random(), kind: .review, card: "a", time: number, rating: .good,
              duration: 1))
        }
      }
      // The first page of the index of ids, which counting answers does not read.
      let file = try FileHandle(forUpdating: URL(filePath: path))
      try file.seek(toOffset: 2 * 4096)
      try file.write(contentsOf: Data(repeating: 0, count: 4096))
      try file.close()
      #expect(try troubles(place.report()) == ["reviews.state"])
      #expect(place.run(["doctor"]).output.contains("“awsnotes quiz repair”"))
      for words in [["stats"], ["export", "json"], ["check", "--cards"], ["quiz", "orphans"]] {
        let answer = place.run(words)
        #expect(answer.status == .misuse && answer.errors.contains("“awsnotes quiz repair”"))
      }
      let repair = place.run(["quiz", "repair"])
      #expect(repair.status == .success && repair.output.hasPrefix("200 events in "))
      #expect(try place.report()["healthy"] as? Bool == true)
      #expect(place.run(["stats"]).status == .success)
      #expect(place.run(["quiz", "repair"]).output.hasPrefix("Nothing to mend: all 200 events"))
    }
  }

  @Test func searchesTellEachTimeHowMuchCouldNotBeRead() throws {
    try withPlace { place in
      try link("/does/not/exist", at: "\(place.root)/notes/b.md")
      let report = try place.report()
      #expect(member(report, "notes", "unreadable") == 1)
      let told = [
        "en": "1 note or folder could not be read: “awsnotes doctor” tells which one.\n",
        "fr":
          "1 note ou dossier n’a pas pu être lu\u{A0}: «\u{A0}awsnotes doctor\u{A0}» dit lequel.\n",
      ]
      for (language, line) in told {
        for format in ["text", "json", "tsv"] {
          let answer = place.run(["search", "porte", "--format", format], ["LANG": language])
          #expect(answer.status == .success && answer.errors == line)
          #expect(!answer.output.contains("doctor"))
        }
      }
      try link("/does/not/exist", at: "\(place.root)/notes/c.md")
      #expect(
        place.run(["search", "porte"]).errors
          == "2 notes or folders could not be read: “awsnotes doctor” tells which.\n")
      try FileManager.default.removeItem(atPath: "\(place.root)/notes/b.md")
      try FileManager.default.removeItem(atPath: "\(place.root)/notes/c.md")
      #expect(place.run(["search", "porte"]).errors == "")
    }
  }

  @Test func findsNotesThatAreNotThere() throws {
    try withPlace(notes: [:]) { place in
      #expect(try troubles(place.report()) == ["notes.folder"])
      try FileManager.default.removeItem(atPath: "\(place.root)/notes")
      #expect(try troubles(place.report()) == ["notes.folder"])
    }
  }

  @Test func findsSettingsThatAreNotUnderstood() throws {
    try withPlace(notes: ["a.md": "# A\n\nun\n", "awsnotes.yml": "titer: x\n"]) { place in
      let report = try place.report()
      #expect(troubles(report) == ["settings.file"])
      #expect(place.run(["doctor"]).output.contains("awsnotes.yml:1: unknown setting: “titer”"))
    }
  }

  @Test func tellsOfSettingsThatAreALinkToNothing() throws {
    try withPlace { place in
      try link("/does/not/exist", at: "\(place.root)/notes/awsnotes.yml")
      #expect(try troubles(place.report()) == ["settings.file"])
      let text = place.run(["doctor"], ["LANG": "fr"]).output
      #expect(text.contains("awsnotes.yml\u{A0}: illisible (un lien qui ne mène nulle part)"))
      // No command goes on as if there were no settings.
      #expect(place.run(["list", "notes"]).status == .misuse)
    }
  }

  @Test(arguments: ["vocabulaire: ailleurs.yml\n", ""])
  func tellsOfAVocabularyThatIsNotThere(_ settings: String) throws {
    try withPlace { place in
      try write(settings, to: "\(place.root)/notes/awsnotes.yml")
      if settings.isEmpty {
        try link("/does/not/exist", at: "\(place.root)/notes/vocabulaire.yml")
      }
      #expect(try troubles(place.report()) == ["settings.vocabulary"])
    }
  }

  @Test func tellsOfNotesThatAreLinksToNothing() throws {
    try withPlace { place in
      try link("/does/not/exist", at: "\(place.root)/notes/b.md")
      let report = try place.report()
      #expect(troubles(report) == ["notes.unreadable"])
      #expect(member(report, "notes", "unreadablePaths") == ["b.md"])
      #expect(place.run(["doctor"]).output.contains("✗ b.md: a link to nothing."))
    }
  }

  @Test func tellsThatANameIsNotUnicode() throws {
    try withPlace { place in
      for name in ["caf\u{E9}.md", "d\u{E9}p\u{F4}t"] {
        let path = Array("\(place.root)/notes/".utf8) + name.unicodeScalars.map { UInt8($0.value) }
        let bytes = path.map { CChar(bitPattern: $0) } + [0]
        let descriptor =
          unsafe name.hasSuffix(".md")
          ? open(bytes, O_CREAT | O_WRONLY, 0o644) : mkdir(bytes, 0o755)
        try #require(descriptor >= 0)
        if descriptor > 0 { close(descriptor) }
      }
      let report = try place.report()
      #expect(member(report, "notes", "unreadable") == 2)
      let text = place.run(["doctor"]).output
      #expect(text.contains("✗ caf\u{FFFD}.md, d\u{FFFD}p\u{FFFD}t: a name that is not UTF-8."))
      #expect(!text.contains("rights"))
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func tellsOfNotesThatMayNotBeRead() throws {
    try withPlace { place in
      try write("# B\n\nb\n", to: "\(place.root)/notes/b.md")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: "\(place.root)/notes/b.md")
      #expect(try troubles(place.report()) == ["notes.unreadable"])
      #expect(place.run(["doctor"]).output.contains("✗ b.md: cannot be read. Check the rights."))
    }
  }

  @Test func holdsWhatIsKeptBesideTheIndexAgainstIt() throws {
    try withPlace(notes: ["a.md": "# NAT\n\n**NAT** : une porte.\n"]) { place in
      usleep(50_000)
      _ = place.run(["cards"])
      let state = { () throws -> [String: String]? in
        member(try place.report(), "index", "kept")
      }
      #expect(try state()?["deck"] == "fresh")
      try write("# EC2\n\nUne machine.\n", to: "\(place.root)/notes/b.md")
      usleep(50_000)
      _ = place.run(["index"])
      #expect(try state()?["deck"] == "stale")
      #expect(place.run(["doctor"]).output.contains("of other notes (deck)"))
      _ = place.run(["cards"])
      #expect(try state()?["deck"] == "fresh")
      let cache = "\(place.root)/cache"
      let paths = try FileManager.default.subpathsOfDirectory(atPath: cache)
      let deck = try #require(paths.first { $0.hasSuffix("deck.side") })
      let file = URL(filePath: "\(cache)/\(deck)")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count - 9] ^= 0x55
      try bytes.write(to: file)
      #expect(try state()?["deck"] == "damaged")
      #expect(try place.report()["healthy"] as? Bool == true)
    }
  }

  @Test func tellsThatAHomeHasToBeAbsolute() throws {
    try withPlace { place in
      let relative = ["XDG_CACHE_HOME": "", "XDG_DATA_HOME": "", "HOME": "moi"]
      let text = place.run(["doctor"], relative).output
      #expect(text.components(separatedBy: "by its absolute path").count == 3)
    }
  }

  @Test(arguments: [20, 40, 80])
  func breaksNoLineAmidAWord(width: Int) throws {
    let row = Checkup.Row(
      "state", Localized(both: "state"), Localized(both: "one two three four five six"),
      value: nil, .trouble(Localized(both: "mend it with /a/long/path/of/a/file or not")))
    let checkup = Checkup(groups: [
      Checkup.Group(key: "g", title: Localized(both: "Group"), rows: [row])
    ])
    let lines = checkup.lines(in: .english, width: width).map(\.plainText)
    #expect(lines.allSatisfy { $0.count <= width || $0.contains("/a/long/path/of/a/file") })
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(
      words.joined(separator: " ")
        == "Group state one two three four five six ✗ mend it with /a/long/path/of/a/file or not"
        + " 1 thing to mend.")
  }

  @Test func findsProgramsThatAreMissingWhereTheSettingsNameThem() throws {
    let settings = "site:\n  publier:\n    s3: s3://notes\n"
    try withPlace(notes: ["a.md": "# A\n\nun\n", "awsnotes.yml": settings]) { place in
      let nowhere = ["PATH": "/does/not/exist", "EDITOR": "no-such-editor -w"]
      let report = try place.report(nowhere)
      #expect(troubles(report) == ["programs.aws", "programs.editor"])
    }
  }

  @Test func findsThatThereIsNoHome() throws {
    try withPlace { place in
      let none = ["XDG_CACHE_HOME": "", "XDG_DATA_HOME": "relative", "HOME": ""]
      let report = try place.report(none)
      #expect(troubles(report) == ["index.folder", "reviews.folder"])
    }
  }

  @Test(arguments: [
    (0, "0\u{A0}octets", "0 bytes"), (999, "999\u{A0}octets", "999 bytes"),
    (1_250, "1,2\u{A0}ko", "1.2 kB"), (63_292_006_400, "63,2\u{A0}Go", "63.2 GB"),
    (123_456_789, "123\u{A0}Mo", "123 MB"),
  ])
  func writesSizesAsPeopleReadThem(bytes: Int, french: String, english: String) {
    #expect(byteCount(bytes) == Localized(fr: french, en: english))
  }
}
