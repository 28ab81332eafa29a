extension S3Bucket {
  /// How many objects S3 removes at a time.
  private static let mostRemoved = 1000

  /// Removes objects.
  func remove(_ files: [String]) throws(PublishingError) {
    guard !files.isEmpty else { return }
    let folder = try TemporaryFolder(aws.environment)
    for start in stride(from: 0, to: files.count, by: Self.mostRemoved) {
      let keys = files[start..<min(files.count, start + Self.mostRemoved)].map { prefix + $0 }
      let objects = keys.map { "{\"Key\":\(Self.quoted($0))}" }.joined(separator: ",")
      let list = try folder.write(
        Array("{\"Quiet\":true,\"Objects\":[\(objects)]}".utf8), to: "keys.json")
      let outcome = try aws.run([
        "s3api", "delete-objects", "--bucket", bucket, "--output", "text", "--query",
        "Errors[].Message",
        "--delete", "file://" + list,
      ])
      // The command ends well even where single objects could not be removed.
      let message = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first
      if let message, message != "None" { throw .toolFailed(aws.name, message: String(message)) }
    }
  }

  /// A text as JSON (RFC 8259).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        result += (scalar.value < 0x10 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
