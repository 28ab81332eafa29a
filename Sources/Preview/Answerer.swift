internal import MediaTypes

/// Answers requests for the files of a site.
struct Answerer {
  private let folder: ServedFolder

  /// Creates an answerer.
  ///
  /// - Parameter folder: The path of the site's folder, which need not exist yet.
  init(folder: String) { self.folder = ServedFolder(path: folder) }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - edition: The state of the site, as pages tell it to the script that reloads them.
  /// - Returns: The answer.
  /// - Complexity: O(*n*) in the number of names in the path; of a file, its end is read at most.
  func reply(to request: Request, edition: String) -> Reply {
    guard request.isWellFormed, let host = request.host else {
      return Reply(status: 400, line: "This is no request of HTTP/1.1 with one header Host.")
    }
    guard HostName.isOwn(host) else {
      return Reply(status: 421, line: "This server answers to localhost and 127.0.0.1 alone.")
    }
    guard request.isRead else {
      return Reply(
        status: 405, line: "Only GET and HEAD are understood.", headers: [("Allow", "GET, HEAD")])
    }
    switch request.path {
    case ReloadScript.path:
      return Reply(Body(ReloadScript.bytes), type: MediaType(ofFile: request.path).header)
    case ReloadScript.eventsPath:
      let headers = [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")]
      // Who only wants the headers gets them at once, and no news.
      return Reply(
        status: 200, headers: headers, content: request.method == "GET" ? .news : .nothing)
    default: break
    }
    guard let path = RequestPath(request.path) else { return notFound(edition) }
    switch folder.find(path) {
    case .file(let file): return reply(to: request, with: file, named: path, edition)
    case .folder:
      return Reply(
        status: 301, line: path.folderAddress, headers: [("Location", path.folderAddress)])
    case .nothing: return notFound(edition)
    }
  }

  private func reply(
    to request: Request, with file: OpenFile, named path: RequestPath, _ edition: String
  ) -> Reply {
    let name = path.isFolder ? "index.html" : String(decoding: path.names.last ?? [], as: UTF8.self)
    let type = MediaType(ofFile: name)
    let body = type.isPage ? page(file, edition) : Body(file)
    let tag = EntityTag(type.isPage ? "\(file.fingerprint)-\(edition)" : file.fingerprint)
    var headers = [
      (name: "ETag", value: tag.header), (name: "Cache-Control", value: "no-cache"),
    ]
    if let list = request.ifNoneMatch, tag.isNamed(in: list) {
      return Reply(status: 304, headers: headers)
    }
    headers += [("Content-Type", type.header), ("Accept-Ranges", "bytes")]
    let all = Reply(status: 200, headers: headers, content: .bytes(of: body, 0..<body.size))
    // Part of another state of the file is of no use to who has the rest of this one.
    guard request.method == "GET", let range = request.range,
      request.ifRange.map({ $0 == tag.header }) ?? true
    else { return all }
    switch ByteRange(range, size: body.size) {
    case .whole: return all
    case .part(let part):
      let place = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.size)"
      return Reply(
        status: 206, headers: headers + [("Content-Range", place)], content: .bytes(of: body, part))
    case .unsatisfiable:
      return Reply(
        status: 416, line: "There are \(body.size) bytes.",
        headers: [("Content-Range", "bytes */\(body.size)")])
    }
  }

  /// The site's own page for what is not there, or a short one.
  private func notFound(_ edition: String) -> Reply {
    if let path = RequestPath("/404.html"), case .file(let file) = folder.find(path) {
      return Reply(status: 404, page(file, edition), type: "text/html; charset=utf-8")
    }
    let text = """
      <!DOCTYPE html>
      <html lang="fr"><meta charset="utf-8"><title>404</title>
      <p>Cette page n’existe pas. <span lang="en">There is no such page.</span></p>
      \(ReloadScript.tag(edition))

      """
    return Reply(status: 404, Body(Array(text.utf8)), type: "text/html; charset=utf-8")
  }

  private func page(_ file: OpenFile, _ edition: String) -> Body {
    Body(file, adding: Array(ReloadScript.tag(edition).utf8))
  }
}
