import Foundation
import Glibc
import Testing

@testable import Quiz
@testable import awsnotes

/// Whatever ends the quiz, the terminal is as it was; whatever was answered is kept.
@Suite(.serialized) struct GivenBackTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "quiz-\(UUID())").path

  private var environment: [String: String] {
    [
      "TERM": "xterm", "LANG": "fr_FR.UTF-8", "XDG_DATA_HOME": folder + "/data",
      "XDG_CACHE_HOME": folder + "/cache", "PATH": "/usr/bin:/bin",
    ]
  }

  private func withQuiz(
    _ options: [String] = ["--seed", "1", "--kind", "basic"],
    _ body: (PseudoTerminal) throws -> Void
  ) throws {
    let notes = folder + "/notes"
    try FileManager.default.createDirectory(atPath: notes, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let terms = ["mémoire partagée", "file d’attente", "grappe de calcul", "réseau privé"]
    let note = terms.enumerated().map { place, term in
      "- **\(term.capitalized)** : composant numéro \(place) qui garde des choses différentes.\n"
    }
    let exam = (1...6).map { number in
      """
      ### Question \(number)

      Que choisir pour le besoin numéro \(number) ?

      - [ ] La proposition A\(number) — non.
      - [x] La proposition B\(number) — oui.
      - [ ] La proposition C\(number) — non.


      """
    }
    let text = """
      # Notions

      \(note.joined())
      - **VPC (Virtual Private Cloud)** : un réseau à soi.

      ## Questions

      \(exam.joined())
      """
    try text.write(toFile: notes + "/notions.md", atomically: true, encoding: .utf8)
    try body(PseudoTerminal(["quiz", "--content", notes] + options, environment: environment))
  }

  private func signal(of status: Int32) -> Int32 { status & 0x7F }

  @Test func `leaving gives the terminal back`() throws {
    try withQuiz { quiz in
      try quiz.wait(for: "quitter")
      #expect(quiz.isOnOtherScreen)
      #expect(!quiz.isGivenBack)
      quiz.type("q")
      #expect(try quiz.end() == 0)
      #expect(quiz.isGivenBack)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends it as one, after the terminal was given back`(signal: Int32) throws {
    try withQuiz { quiz in
      try quiz.wait(for: "quitter")
      quiz.send(signal)
      #expect(self.signal(of: try quiz.end()) == signal)
      #expect(quiz.isGivenBack)
    }
  }

  @Test func `Ctrl-C ends it`() throws {
    try withQuiz { quiz in
      try quiz.wait(for: "quitter")
      quiz.type("\u{3}")
      #expect(signal(of: try quiz.end()) == SIGINT)
      #expect(quiz.isGivenBack)
    }
  }

  @Test func `Ctrl-Z lends the terminal to the shell until it goes on`() throws {
    try withQuiz { quiz in
      try quiz.wait(for: "quitter")
      quiz.send(SIGTSTP)
      try quiz.stop()
      #expect(quiz.isGivenBack)
      quiz.clear()
      quiz.send(SIGCONT)
      try quiz.wait(for: "quitter")
      #expect(quiz.isOnOtherScreen)
      quiz.type("q")
      #expect(try quiz.end() == 0)
      #expect(quiz.isGivenBack)
    }
  }

  @Test func `an exam's clock stands still while the shell has the terminal`() throws {
    try withQuiz(["--exam", "clf", "--seed", "1"]) { exam in
      try exam.wait(for: "commencer")
      exam.type("\r")
      try exam.wait(for: "question 1")
      exam.send(SIGTSTP)
      try exam.stop()
      let used = try timeUsed()
      exam.clear()
      // Long enough to be seen in the record, in milliseconds.
      usleep(1_500_000)
      exam.send(SIGCONT)
      try exam.wait(for: "question 1")
      exam.send(SIGTERM)
      #expect(signal(of: try exam.end()) == SIGTERM)
      #expect(try timeUsed() - used < 1500)
    }
  }

  /// Milliseconds that the kept exam has taken so far.
  private func timeUsed() throws -> Int {
    let path = folder + "/data/awsnotes/examen.txt"
    return try ExamRecord(text: String(contentsOfFile: path, encoding: .utf8)).used
  }

  @Test func `letters that arrive in halves are whole`() throws {
    try withQuiz(["--seed", "1", "--kind", "typed"]) { quiz in
      try quiz.wait(for: "> ")
      quiz.clear()
      quiz.typeApart("éœ’")
      try quiz.wait(for: "éœ’")
      quiz.send(SIGTERM)
      _ = try quiz.end()
    }
  }

  @Test func `a killed quiz loses no answer that it took`() throws {
    try withQuiz(["--seed", "1", "--kind", "basic"]) { quiz in
      try quiz.wait(for: "réponse")
      quiz.type(" ")
      try quiz.wait(for: "Bien")
      quiz.clear()
      quiz.type("3")
      // The next question is shown: the answer is on the disk.
      try quiz.wait(for: "réponse")
      quiz.send(SIGKILL)
      #expect(signal(of: try quiz.end()) == SIGKILL)
      let exported = CapturedRun(["export", "json"], of: .awsnotes, environment: environment)
      #expect(exported.output.contains("\"rating\": 3"))
    }
  }

  @Test func `line by line, a hint, a flag and help are to be had, also when cramming`() throws {
    try withQuiz(["--plain", "--cram", "--seed", "1", "--kind", "basic"]) { quiz in
      try quiz.wait(for: "Entrée pour voir")
      quiz.type("?\n")
      try quiz.wait(for: "signaler la carte")
      quiz.type("h\n")
      try quiz.wait(for: "▒")
      quiz.type("f\n")
      try quiz.wait(for: "Carte signalée")
      quiz.type("u\n")
      try quiz.wait(for: "Rien à annuler")
      quiz.type("q\n")
      try quiz.wait(for: "Aucune réponse")
      #expect(try quiz.end() == 0)
      let flags = CapturedRun(
        ["check", "--cards", "--content", folder + "/notes"], of: .awsnotes,
        environment: environment)
      #expect(flags.output.contains("notions.md:"))
    }
  }

  @Test func `what is exported goes into a pipe and through a link`() throws {
    try withQuiz { quiz in
      try quiz.wait(for: "quitter")
      quiz.type("q")
      _ = try quiz.end()
      let (link, file) = (folder + "/link.json", folder + "/file.json")
      try Data("old".utf8).write(to: URL(filePath: file))
      #expect(unsafe symlink(file, link) == 0)
      _ = CapturedRun(["export", "json", link], of: .awsnotes, environment: environment)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("awsnotes-reviews"))
      let type = try FileManager.default.attributesOfItem(atPath: link)[.type] as? FileAttributeType
      #expect(type == .typeSymbolicLink)
      let pipe = folder + "/pipe"
      #expect(unsafe mkfifo(pipe, 0o600) == 0)
      let reader = unsafe open(pipe, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      _ = CapturedRun(["export", "json", pipe], of: .awsnotes, environment: environment)
      var bytes = [UInt8](repeating: 0, count: 4096)
      #expect(unsafe read(reader, &bytes, bytes.count) > 0)
    }
  }
}
