import MediaTypes
import Testing

@Suite struct MediaTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"),
    ("assets/app.ab12.js", "text/javascript; charset=utf-8"),
    ("STYLE.CSS", "text/css; charset=utf-8"), ("assets/core.ab.wasm", "application/wasm"),
    ("quiz/deck.json", "application/json"), ("sitemap.xml", "application/xml; charset=utf-8"),
    ("feed.atom", "application/atom+xml; charset=utf-8"),
    ("manifest.webmanifest", "application/manifest+json"),
    ("map.svg", "image/svg+xml; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"), ("search/ab.bin", "application/octet-stream"),
    ("LICENSE", "application/octet-stream"), ("html", "application/octet-stream"),
    ("a.html/x", "application/octet-stream"), ("", "application/octet-stream"),
    ("photo.JPEG", "image/jpeg"), ("favicon.ico", "image/vnd.microsoft.icon"),
  ])
  func goesByTheEndOfTheName(file: String, header: String) {
    #expect(MediaType(ofFile: file).header == header)
  }
}
