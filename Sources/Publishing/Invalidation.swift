/// What CloudFront must fetch anew, as it wants to be told.
enum Invalidation {
  /// More paths than this are told as one, for all: each counts, and a thousand a month are free.
  static let mostPaths = 100

  /// The paths of files that changed or are gone; a folder's page has two.
  ///
  /// - Parameters:
  ///   - files: The files' paths in the site.
  ///   - prefix: What stands before them in the addresses: empty, or with a slash at its end.
  /// - Returns: The paths, from the slash on.
  static func paths(_ files: [String], below prefix: String) -> [String] {
    let paths = files.flatMap { file -> [String] in
      let path = escaped("/" + prefix + file)
      let page = "index.html"
      let isFolder = file == page || file.hasSuffix("/" + page)
      return isFolder ? [String(path.dropLast(page.count)), path] : [path]
    }
    return paths.count > mostPaths ? [escaped("/" + prefix) + "*"] : paths
  }

  /// A path as addresses have it (RFC 3986).
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x2D...0x39, UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension S3Bucket {
  /// The prefix as readers see it: a distribution may put a part of it before their paths itself.
  func servedPrefix() throws(PublishingError) -> String {
    guard let distribution else { return prefix }
    let outcome = try aws.run([
      "cloudfront", "get-distribution", "--id", distribution, "--output", "text", "--query",
      "Distribution.DistributionConfig.Origins.Items[].[DomainName,OriginPath]",
    ])
    for line in outcome.lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].hasPrefix(bucket + "."), parts[1].hasPrefix("/") else {
        continue
      }
      let origin = parts[1].dropFirst() + "/"
      if prefix.hasPrefix(origin) { return String(prefix.dropFirst(origin.count)) }
    }
    return prefix
  }

  /// Has CloudFront fetch paths anew.
  func invalidate(_ paths: [String]) throws(PublishingError) {
    guard let distribution, !paths.isEmpty else { return }
    try aws.run(
      ["cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths"] + paths)
  }
}
