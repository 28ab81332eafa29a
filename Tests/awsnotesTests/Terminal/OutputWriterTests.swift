import Glibc
import Testing

@testable import awsnotes

@Suite struct OutputWriterTests {
  @Test func writesAllInOrder() {
    let pipe = Pipe()
    do {
      let writer = pipe.writer()
      writer.writeLine(StyledText("été", .bold))
      writer.writeLine()
      writer.writeRaw("{}\n")
    }
    #expect(pipe.contents() == "été\n\n{}\n")
  }

  @Test func holdsBackUntilItIsFlushed() {
    let pipe = Pipe()
    let writer = pipe.writer()
    writer.writeRaw("un")
    writer.flush()
    writer.writeRaw("deux")
    #expect(pipe.contents() == "un")
  }

  @Test func goesQuietWhenItsReaderIsGone() {
    _ = signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    let writer = pipe.writer()
    pipe.closeReading()
    #expect(!writer.isClosed)
    writer.writeRaw("un")
    writer.flush()
    #expect(writer.error == EPIPE)
    #expect(writer.isClosed)
    writer.writeRaw(String(repeating: "x", count: 1 << 20))
    writer.flush()
    #expect(writer.error == EPIPE)
  }

  @Test func remembersAnErrorOfTheSystem() {
    let terminal = Terminal(isTerminal: false, columns: nil, environment: [:])
    let writer = OutputWriter(descriptor: -1, terminal: terminal)
    writer.writeRaw("x")
    writer.flush()
    #expect(writer.error == EBADF)
  }
}

@Suite struct ProgressBarTests {
  /// A clock that a test moves.
  private final class Clock {
    var milliseconds: UInt64 = 1000
  }

  /// What is drawn by updates at the given times.
  private func drawn(at times: [UInt64], isTerminal: Bool = true) -> [String] {
    let pipe = Pipe()
    let clock = Clock()
    do {
      let writer = pipe.writer(["NO_COLOR": "1"], isTerminal: isTerminal)
      var bar = ProgressBar(total: 4, output: writer) { clock.milliseconds * 1_000_000 }
      for (index, time) in times.enumerated() {
        clock.milliseconds = 1000 + time
        bar.update(index + 1)
      }
    }
    return pipe.contents().split(separator: "\r").map(String.init)
  }

  @Test func drawsAndErasesItself() {
    #expect(
      drawn(at: [0, 50]) == [
        "━━━━━───────────────  1 / 4\u{1B}[K", "━━━━━━━━━━──────────  2 / 4\u{1B}[K", "\u{1B}[K",
      ])
  }

  @Test func drawsNoMoreOftenThanTheEyeNeeds() {
    #expect(drawn(at: [0, 10, 49, 50]).count == 3)
  }

  @Test func leavesNothingWhereNothingIsDrawn() {
    #expect(drawn(at: []).isEmpty)
    #expect(drawn(at: [0, 100], isTerminal: false).isEmpty)
  }

  @Test(arguments: [
    (0, 12, "──────────  0 / 12"), (7, 12, "━━━━━─────  7 / 12"), (12, 12, "━━━━━━━━━━  12 / 12"),
    (0, 0, "━━━━━━━━━━  0 / 0"), (9, 5, "━━━━━━━━━━  5 / 5"), (-1, 5, "──────────  0 / 5"),
  ])
  func showsHowFarWorkHasCome(done: Int, total: Int, expected: String) {
    #expect(progress(done, of: total, cells: 10).plainText == expected)
  }
}
