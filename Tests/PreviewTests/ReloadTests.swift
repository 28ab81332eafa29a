import Glibc
import Preview
import Testing

@Suite struct ReloadTests {
  /// A client that listens for news.
  private func listener(_ server: PreviewServer) -> Client {
    let client = Client(port: server.port)
    client.request("/_awsnotes/events")
    return client
  }

  private func next(_ client: Client, _ event: String) -> String {
    _ = client.take(through: "event: \(event)\n")
    return String(decoding: client.take(through: "\n\n"), as: UTF8.self)
  }

  /// The state of the site that a page of it names.
  private func edition(_ page: String) -> String {
    String(page.split(separator: "reload.js?").last?.prefix { $0 != "\"" } ?? "")
  }

  @Test func tellsOpenPagesThatTheSiteWasBuilt() throws {
    let site = TemporarySite()
    let server = try site.serve()
    let old = edition(try site.get("/").text)
    let client = listener(server)
    #expect(client.take(through: "\r\n\r\n").starts(with: "HTTP/1.1 200".utf8))
    #expect(next(client, "built") == "data: \(old)\n\n")
    server.announce(.rebuilt)
    let new = edition(try site.get("/").text)
    #expect(new != old)
    #expect(next(client, "built") == "data: \(new)\n\n")
  }

  @Test func tellsWhyTheSiteCouldNotBeBuilt() throws {
    let site = TemporarySite()
    let server = try site.serve()
    let client = listener(server)
    _ = next(client, "built")
    server.announce(.failed("vpc.md:3: non\r<b>\nfin"))
    #expect(next(client, "failed") == "data: vpc.md:3: non\ndata: <b>\ndata: fin\n\n")
  }

  @Test func tellsALatecomerTheStateOfThings() throws {
    let site = TemporarySite()
    let server = try site.serve()
    server.announce(.failed("panne"))
    #expect(next(listener(server), "failed") == "data: panne\n\n")
    server.announce(.rebuilt)
    let client = listener(server)
    _ = next(client, "built")
    server.announce(.failed("encore"))
    #expect(next(client, "failed") == "data: encore\n\n")
  }

  @Test func tellsAllWhoListen() throws {
    let server = try TemporarySite().serve()
    let clients = (0..<8).map { _ in listener(server) }
    for client in clients { _ = next(client, "built") }
    server.announce(.failed("x"))
    for client in clients { #expect(next(client, "failed") == "data: x\n\n") }
  }

  @Test func forgetsPagesThatWereLeft() throws {
    let site = TemporarySite()
    let server = try site.serve()
    // More than the server has connections for, each left at once.
    for _ in 0..<300 { _ = next(listener(server), "built") }
    #expect(try site.get("/").status == 200)
    server.announce(.failed("x"))
    #expect(next(listener(server), "failed") == "data: x\n\n")
  }

  @Test func sendsAwayWhoHasListenedLongestWhenThereAreTooMany() throws {
    let site = TemporarySite()
    let server = try site.serve()
    let clients = (0..<40).map { _ in
      let client = listener(server)
      _ = next(client, "built")
      return client
    }
    #expect(
      String(decoding: clients[0].take(through: "\r\n0\r\n\r\n"), as: UTF8.self).hasSuffix(
        "0\r\n\r\n"))
    server.announce(.failed("x"))
    #expect(next(clients[39], "failed") == "data: x\n\n")
    #expect(try site.get("/").status == 200)
  }

  @Test func stopsWhilePagesListen() throws {
    let server = try TemporarySite().serve()
    let client = listener(server)
    _ = next(client, "built")
    server.stop()
    server.stop()
    server.announce(.rebuilt)
    #expect(client.take(through: "never").count < 100)
  }

  @Test func servesAScriptThatAStrictPolicyLetsRun() throws {
    let answer = try TemporarySite().get("/_awsnotes/reload.js")
    #expect(answer.headers["content-type"] == "text/javascript; charset=utf-8")
    for word in ["innerHTML", "eval(", "cssText", "http:"] { #expect(!answer.text.contains(word)) }
  }

  @Test(arguments: [
    ("<p>a</p>", "<p>a</p>|"), ("<body>a</BODY></html>\n", "<body>a|</BODY></html>\n"),
    ("<body></body></body >", "<body></body>|</body >"), ("", "|"), ("</bod", "</bod|"),
  ])
  func putsItsTagBeforeTheEndOfThePage(page: String, expected: String) throws {
    let site = TemporarySite(["index.html": page])
    let answer = try site.get("/")
    let tag = "<script src=\"/_awsnotes/reload.js?\(edition(answer.text))\" defer></script>"
    #expect(
      answer.text
        == expected.split(separator: "|", omittingEmptySubsequences: false).joined(separator: tag))
    #expect(answer.length == answer.body.count)
  }
}
