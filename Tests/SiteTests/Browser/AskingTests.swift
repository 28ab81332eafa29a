import Cards
import Foundation
import Memory
import Testing

extension BrowserTests {
  struct AskingTests {
    @Test func aTypedAnswerIsGradedRatedAndKept() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("quiz/?genre=t"))
        try tab.wait(toSee: "#answer")
        // A field that is ready takes what is typed without a click.
        #expect(try tab.evaluate("document.activeElement.id") == "answer")
        try tab.type("Lambada")
        try tab.press("Enter")
        try tab.wait(toSee: ".quiz-rates button")
        #expect(try !tab.text(".quiz-verdict").isEmpty)
        #expect(try tab.shows(".quiz-answer"))
        try tab.press("1")
        try tab.wait(for: "document.querySelector('.quiz-done')?.innerText.startsWith('1')")
        try tab.reload()
        try tab.wait(toSee: "#question")
        // What was asked a moment ago is learned now, and does not come as new.
        #expect(try tab.text(".quiz-count").contains("en cours"))
        #expect(try tab.errors() == [])
      }
    }

    @Test func theWholeRoundGoesByKeyboard() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("quiz/"))
        var answered = 0
        var attempts: [String: Int] = [:]
        while true {
          try tab.wait(toSee: ".quiz-card.fresh, .quiz-end")
          if try tab.shows(".quiz-end") { break }
          if try tab.shows("#answer") {
            try tab.press("Escape")
          } else if try tab.shows(".quiz-choices") {
            // A wrong choice comes back in this round, and the next one is tried.
            let question = try tab.text("#question")
            attempts[question, default: 0] += 1
            try tab.press("\(attempts[question] ?? 1)")
            try tab.press("Enter")
          } else {
            try tab.press(" ")
          }
          try tab.wait(toSee: ".quiz-rates button")
          let ratings = try tab.evaluate(
            "[...document.querySelectorAll('.quiz-rates button')].at(-1).getAttribute('aria-keyshortcuts')"
          )
          // « Easy » where it is offered, so that the card is done for today; then « good », and « again ».
          try tab.press(ratings.text ?? "1")
          answered += 1
          guard answered < 100 else { throw Failure("the round does not end") }
        }
        #expect(answered > 3)
        #expect(try tab.text(".quiz-end").contains("\(answered) réponses"))
        try tab.press("u")
        try tab.wait(toSee: ".quiz-card.fresh")
        #expect(try tab.text(".quiz-done").hasPrefix("\(answered - 1)"))
        #expect(try tab.errors() == [])
      }
    }

    @Test func whatIsExportedIsImportedElsewhereAndByTheTerminal() throws {
      try read { site in
        let tab = try Tab()
        let folder = site.site.folder + "/exports"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try tab.sendToBrowser(
          "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": .text(folder)])
        try tab.open(site.address("quiz/?genre=t"))
        try tab.wait(toSee: "#answer")
        try tab.press("Escape")
        try tab.wait(toSee: ".quiz-rates button")
        try tab.press("3")
        try tab.wait(for: "document.querySelector('.quiz-done')?.innerText.startsWith('1')")
        try tab.evaluate(
          "[...document.querySelectorAll('.quiz-more button')].find((one) => one.textContent === 'Exporter').click()"
        )
        let file = try #require(try exported(to: folder))
        let bytes = try #require(FileManager.default.contents(atPath: file))
        let exchange = try Exchange(json: Array(bytes))
        #expect(exchange.contents.reviews.map(\.rating) == [.good])

        let other = try Tab()
        try other.open(site.address("quiz/"))
        try other.wait(toSee: "#question")
        for told in ["1 événement ajouté, 0 déjà connu.", "0 événement ajouté, 1 déjà connu."] {
          try other.choose(file, in: "#import")
          try other.wait(
            for:
              "[...document.querySelectorAll('.quiz-notice')].some((note) => note.textContent === \(quoted(told)))"
          )
        }
        #expect(try other.errors() == [])
      }
    }

    /// The one file in a folder, once the browser has written it.
    private func exported(to folder: String) throws -> String? {
      let end = ContinuousClock.now + Chromium.limit
      while ContinuousClock.now < end {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        if let name = names.first(where: { $0.hasSuffix(".json") }) { return folder + "/" + name }
        usleep(20_000)
      }
      return nil
    }

    @Test func anExamGoesFromItsBeginningToItsResult() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("examen/"))
        try tab.wait(toSee: ".exam-kinds button[type=submit]")
        try tab.tab(to: ".exam-kinds button[type=submit]")
        try tab.press("Enter")
        try tab.wait(toSee: ".exam-time")
        #expect(try tab.shows(".choice"))
        try tab.press("1")
        try tab.wait(for: "document.querySelector('.choice input:checked')")
        try tab.wait(for: "document.querySelector('#exam').dataset.kept === 'yes'")
        // An exam that is interrupted goes on where it was.
        try tab.reload()
        try tab.wait(
          for: "document.querySelector('#exam')?.innerText.includes('1 réponse sur')")
        try tab.wait(toSee: "#exam .primary")
        try tab.tab(to: "#exam .primary")
        try tab.press("Enter")
        try tab.wait(toSee: ".choice")
        try tab.press("t")
        try tab.wait(toSee: ".exam-cells")
        try tab.press("t")
        try tab.wait(toSee: ".exam-score")
        #expect(try tab.text(".exam-score").hasSuffix("1000"))
        #expect(try tab.shows(".exam-table"))
        #expect(try tab.shows(".exam-wrong"))
        #expect(try tab.errors() == [])
      }
    }
  }
}
