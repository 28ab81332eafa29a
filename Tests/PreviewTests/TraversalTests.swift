import Glibc
import Testing

@testable import Preview

@Suite struct TraversalTests {
  @Test(arguments: [
    "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%2fsecret.txt",
    "/vpc/../../secret.txt", "/vpc/%2e%2e/%2e%2e/secret.txt", "/.%2e/secret.txt",
    "/./../secret.txt", "//../secret.txt", "/..\\secret.txt", "/%5c..%5csecret.txt",
    "/%252e%252e/secret.txt", "/..%c0%afsecret.txt", "/%c0%ae%c0%ae/secret.txt",
    "/index.html%00.txt", "/index.html%00", "/%00", "/../site/index.html", "/.cache",
    "/.git/config", "/vpc/.cache", "/%2egit/config", "/lien.txt", "/lien-absolu.txt",
    "/dossier/secret.txt", "/dossier/", "/dossier", "/soi/index.html", "/index.html/", "/fifo",
    "/%", "/%2", "/%zz", "/%+1", "/etc/passwd", "//etc/passwd", "/~root/.bashrc",
    "http://localhost/index.html", "*", "/index.html/../../secret.txt", "/..;/secret.txt",
  ])
  func givesOutNothingThatIsNotInTheFolder(path: String) throws {
    let site = TemporarySite([
      "index.html": "<body>", "vpc/index.html": "<body>", ".cache": "SECRET",
      ".git/config": "SECRET", "vpc/.cache": "SECRET", "404.html": "<body>",
    ])
    site.write("SECRET", to: "secret.txt")
    site.write("SECRET", to: "ailleurs/secret.txt")
    site.write("SECRET", to: "ailleurs/index.html")
    unsafe symlink("../secret.txt", site.site + "/lien.txt")
    unsafe symlink(site.folder + "/secret.txt", site.site + "/lien-absolu.txt")
    unsafe symlink("../ailleurs", site.site + "/dossier")
    unsafe symlink(".", site.site + "/soi")
    unsafe mkfifo(site.site + "/fifo", 0o644)
    let answer = try site.get(path)
    #expect([400, 404].contains(answer.status))
    #expect(!answer.text.contains("SECRET"))
  }

  @Test func readsThePathsOfPages() {
    #expect(RequestPath("/")?.names == [])
    #expect(RequestPath("/")?.isFolder == true)
    #expect(RequestPath("/a%20b/c.txt")?.names == [Array("a b".utf8), Array("c.txt".utf8)])
    #expect(RequestPath("/a%20b/c.txt")?.isFolder == false)
    #expect(RequestPath("/.well-known/x")?.names.count == 2)
    #expect(RequestPath("/a%20b/é")?.folderAddress == "/a%20b/%C3%A9/")
    #expect(RequestPath("//evil.example")?.folderAddress == "/evil.example/")
    #expect(RequestPath("") == nil)
    #expect(RequestPath("a") == nil)
  }
}
