import Glibc
import Preview
import Testing

@Suite struct ServingTests {
  @Test func forgetsClientsThatHaveGone() throws {
    let site = TemporarySite()
    let port = try site.serve().port
    // More than there may be at a time; each ends its side together with its request.
    for _ in 0..<300 {
      let client = Client(port: port)
      client.request("/")
      client.finish()
      #expect(client.answer().status == 200)
    }
    #expect(try site.get("/").text.contains("Accueil"))
  }

  @Test func servesAFolderByItsIndexPage() throws {
    let site = TemporarySite(["vpc/index.html": "<html><body>VPC</body></html>"])
    let answer = try site.get("/vpc/")
    #expect(answer.status == 200)
    #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
    #expect(answer.headers["cache-control"] == "no-cache")
    #expect(answer.headers["x-content-type-options"] == "nosniff")
    #expect(answer.text.hasPrefix("<html><body>VPC<script"))
    #expect(answer.text.hasSuffix("</script></body></html>"))
  }

  @Test func sendsAFolderWithoutSlashToItsAddress() throws {
    let site = TemporarySite(["réseau/vpc/index.html": ""])
    let answer = try site.get("//r%c3%A9seau/vpc")
    #expect(answer.status == 301)
    #expect(answer.headers["location"] == "/r%C3%A9seau/vpc/")
  }

  @Test func passesOverTheQuery() throws {
    #expect(try TemporarySite().get("/?q=nat%20gateway#x").status == 200)
  }

  @Test func servesOtherFilesAsTheyAre() throws {
    let site = TemporarySite(["assets/a.js": "</body>", "a b.svg": "<svg/>", "vide.css": ""])
    let script = try site.get("/assets/a.js")
    #expect(script.text == "</body>")
    #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
    #expect(script.headers["content-encoding"] == nil)
    #expect(script.headers["cross-origin-resource-policy"] == "same-origin")
    #expect(try site.get("/a%20b.svg").text == "<svg/>")
    let empty = try site.get("/vide.css")
    #expect(empty.status == 200)
    #expect(empty.length == 0)
  }

  @Test func showsTheSitesOwnPageForWhatIsNotThere() throws {
    let site = TemporarySite(["404.html": "<body>Rien ici</body>"])
    for path in ["/rien", "/rien/du/tout/", "/.site", "/404/"] {
      let answer = try site.get(path)
      #expect(answer.status == 404)
      #expect(answer.text.hasPrefix("<body>Rien ici<script"))
      #expect(answer.headers["etag"] == nil)
    }
  }

  @Test func saysThatThereIsNoPageWhereTheSiteHasNoneForThat() throws {
    let answer = try TemporarySite([:]).get("/")
    #expect(answer.status == 404)
    #expect(answer.text.contains("reload.js"))
  }

  @Test func tellsToHEADWhatItWouldTellToGET() throws {
    let site = TemporarySite()
    let got = try site.get("/")
    let head = try site.get("/", method: "HEAD")
    #expect(head.status == 200)
    #expect(head.length == got.body.count)
    #expect(head.headers["etag"] == got.headers["etag"])
    #expect(try site.get("/_awsnotes/events", method: "HEAD").status == 200)
  }

  @Test func sendsNoBodyToHEAD() throws {
    let site = TemporarySite()
    let client = Client(port: try site.serve().port)
    client.request("/", method: "HEAD")
    _ = client.answer(to: "HEAD")
    client.request("/rien")
    #expect(client.answer().status == 404)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"])
  func understandsNothingButGETAndHEAD(method: String) throws {
    let answer = try TemporarySite().get("/", method: method, ["Content-Length": "0"])
    #expect(answer.status == 405)
    #expect(answer.headers["allow"] == "GET, HEAD")
  }

  @Test func refusesToBeWrittenToBeforeTheTextComes() throws {
    let site = TemporarySite()
    let client = Client(port: try site.serve().port)
    client.request("/", method: "POST", ["Content-Length": "1000000000"])
    #expect(client.answer().status == 405)
  }

  @Test(arguments: [
    ("localhost", 200), ("LOCALHOST:8000", 200), ("127.0.0.1:1", 200), ("[::1]", 200),
    ("[::1]:8000", 200), ("evil.example", 421), ("localhost.evil.example", 421),
    ("127.0.0.1.nip.io:8000", 421), ("localhost:80@evil.example", 421), ("", 421),
  ])
  func answersToItsOwnNamesAlone(host: String, status: Int) throws {
    #expect(try TemporarySite().get("/", ["Host": host]).status == status)
  }

  @Test func answersToNoRequestWithoutAHost() throws {
    #expect(try TemporarySite().get("/", ["Host": "-"]).status == 400)
  }

  @Test(arguments: [
    "Host: localhost\r\nHost: localhost", "Host: localhost\r\nhOST: evil.example",
    "Host: evil.example\r\nHost: localhost",
  ])
  func answersToNoRequestWithTwoHosts(hosts: String) throws {
    let site = TemporarySite()
    for method in ["GET", "HEAD", "POST"] {
      let client = Client(port: try site.serve().port)
      client.send("\(method) / HTTP/1.1\r\n\(hosts)\r\nContent-Length: 0\r\n\r\n")
      #expect(client.answer(to: method).status == 400)
    }
  }

  @Test(arguments: [
    ("/\0", 400), ("/index.html\0.png", 400), ("/?q=\0", 400), ("/\0HTTP/1.1", 400),
    ("/%00", 404), ("/index.html%00.png", 404), ("/?q=%00", 200), ("/?q=nat&r=", 200), ("/?", 200),
  ])
  func findsNothingUnderAPathWithAZero(path: String, status: Int) throws {
    let site = TemporarySite()
    let client = Client(port: try site.serve().port)
    client.request(path)
    #expect(client.answer().status == status)
  }

  @Test func gives304ForAStateThatIsKnown() throws {
    let site = TemporarySite(["a.css": "a{}"])
    let tag = try #require(try site.get("/a.css").headers["etag"])
    for list in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let answer = try site.get("/a.css", ["If-None-Match": list])
      #expect(answer.status == 304)
      #expect(answer.headers["etag"] == tag)
      #expect(answer.body.isEmpty)
    }
    #expect(try site.get("/a.css", ["If-None-Match": "\"x\""]).status == 200)
    site.write("b{}", to: "site/b.css")
    site.move("site/b.css", to: "site/a.css")
    #expect(try site.get("/a.css", ["If-None-Match": tag]).text == "b{}")
  }

  @Test func countsAPageAsAnotherOnceTheSiteIsBuiltAgain() throws {
    let site = TemporarySite()
    let tag = try #require(try site.get("/").headers["etag"])
    #expect(try site.get("/", ["If-None-Match": tag]).status == 304)
    site.server?.announce(.rebuilt)
    #expect(try site.get("/", ["If-None-Match": tag]).status == 200)
  }

  @Test(arguments: [
    ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
    ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
    ("bytes=5-99999999999999999999", 206, "56789", "bytes 5-9/10"),
    ("bytes=10-", 416, "There are 10 bytes.\n", "bytes */10"),
    ("bytes=-0", 416, "There are 10 bytes.\n", "bytes */10"),
    ("bytes=4-2", 200, "0123456789", nil), ("bytes=0-1,3-4", 200, "0123456789", nil),
    ("bytes=a-b", 200, "0123456789", nil), ("lines=1-2", 200, "0123456789", nil),
    ("bytes=-", 200, "0123456789", nil), ("bytes=--1", 200, "0123456789", nil),
  ])
  func sendsThePartAskedFor(range: String, status: Int, text: String, place: String?) throws {
    let answer = try TemporarySite(["n.txt": "0123456789"]).get("/n.txt", ["Range": range])
    #expect(answer.status == status)
    #expect(answer.text == text)
    #expect(answer.headers["content-range"] == place)
  }

  @Test func sendsAPartOfTheSameStateOnly() throws {
    let site = TemporarySite(["n.txt": "0123456789"])
    let tag = try #require(try site.get("/n.txt").headers["etag"])
    #expect(try site.get("/n.txt", ["Range": "bytes=0-1", "If-Range": tag]).status == 206)
    #expect(try site.get("/n.txt", ["Range": "bytes=0-1", "If-Range": "\"x\""]).status == 200)
  }

  @Test func sendsPartsOfAPageWithWhatWasPutIn() throws {
    let site = TemporarySite([
      "index.html": "<body>" + String(repeating: "é", count: 40_000) + "</body>\n"
    ])
    let whole = try site.get("/").body
    for part in [0..<10, 80_000..<80_020, 79_990..<80_060, whole.count - 5..<whole.count] {
      let answer = try site.get(
        "/", ["Range": "bytes=\(part.lowerBound)-\(part.upperBound - 1)"])
      #expect(answer.body == Array(whole[part]))
    }
  }

  @Test func sendsABigFileWhole() throws {
    let site = TemporarySite()
    let bytes = (0..<4 << 20).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    site.write(bytes, to: "site/search/a.bin")
    #expect(try site.get("/search/a.bin").body == bytes)
  }

  @Test func keepsAConnectionForFurtherRequests() throws {
    let site = TemporarySite(["a.txt": "a", "b.txt": "b"])
    let client = Client(port: try site.serve().port)
    for name in ["a", "b", "a"] {
      client.request("/\(name).txt")
      #expect(client.answer().text == name)
    }
  }

  @Test func answersOthersWhileAClientIsSlow() throws {
    let site = TemporarySite()
    site.write([UInt8](repeating: 7, count: 30 << 20), to: "site/big.bin")
    let server = try site.serve()
    let silent = Client(port: server.port)
    silent.send("GET / HTTP/1.1\r\nHo")
    let lazy = Client(port: server.port)
    lazy.request("/big.bin")
    _ = lazy.take(10)
    #expect(try site.get("/").status == 200)
    silent.send("st: localhost\r\n\r\n")
    #expect(silent.answer().status == 200)
  }

  @Test func outlivesClientsThatGoAway() throws {
    let site = TemporarySite()
    site.write([UInt8](repeating: 7, count: 8 << 20), to: "site/big.bin")
    let server = try site.serve()
    for _ in 0..<20 {
      let client = Client(port: server.port)
      client.request("/big.bin")
      _ = client.take(10)
    }
    #expect(try site.get("/").status == 200)
  }

  @Test func answersOnOnceMoreHaveComeAndGoneThanItTakes() throws {
    let site = TemporarySite(["a.txt": "a"])
    let server = try PreviewServer(folder: site.site, port: 0, connections: 20)
    for _ in 0..<3 {
      let clients = (0..<60).map { _ in Client(port: server.port) }
      for client in clients { client.request("/a.txt") }
      for client in clients.prefix(20) { #expect(client.answer().status == 200) }
    }
    let client = Client(port: server.port)
    client.request("/a.txt")
    #expect(client.answer().status == 200)
  }

  @Test func showsAFolderThatWasPutInTheOldOnesPlace() throws {
    let site = TemporarySite(["index.html": "avant"])
    #expect(try site.get("/").text.hasPrefix("avant"))
    site.write("après", to: "nouveau/index.html")
    site.move("site", to: "ancien")
    site.move("nouveau", to: "site")
    #expect(try site.get("/").text.hasPrefix("après"))
  }

  @Test func givesTwoServersTwoPorts() throws {
    let site = TemporarySite()
    let first = try PreviewServer(folder: site.site, port: 0)
    let second = try PreviewServer(folder: site.site, port: first.port)
    #expect(second.port > first.port)
    #expect(second.address == "http://127.0.0.1:\(second.port)/")
    first.stop()
    let third = try PreviewServer(folder: site.site, port: first.port)
    #expect(third.port == first.port)
    #expect(throws: PreviewError.self) {
      try PreviewServer(folder: site.site, port: third.port, tries: 1)
    }
  }
}
