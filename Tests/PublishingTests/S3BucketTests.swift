import Foundation
import Testing

@testable import Publishing

@Suite struct S3AddressTests {
  @Test(arguments: [
    "bucket", "s3://", "s3:///x", "s3://-bucket", "s3://Bucket", "s3://ab", "s3://a b c",
    "--bucket",
    "https://s3/x",
  ])
  func refusesWhatIsNoBucket(address: String) {
    #expect(throws: PublishingError.invalidDestination(address)) {
      try S3Bucket(address, environment: environment)
    }
  }

  @Test func readsBucketAndPrefix() throws {
    #expect(try S3Bucket("s3://notes-aws", environment: [:]).prefix == "")
    #expect(try S3Bucket("s3://notes-aws/", environment: [:]).prefix == "")
    let bucket = try S3Bucket("s3://notes-aws/a/b/", distribution: "E1X", environment: [:])
    #expect(bucket.bucket == "notes-aws")
    #expect(bucket.prefix == "a/b/")
    #expect(throws: PublishingError.invalidDestination("--id")) {
      try S3Bucket("s3://notes-aws", distribution: "--id", environment: [:])
    }
  }
}

/// With moto, a server on this machine that answers as AWS does: `pip install 'moto[server]' awscli`.
@Suite(
  .enabled(
    if: isInstalled("moto_server", "--help") && isInstalled("aws"),
    "moto_server and aws are not installed"),
  .serialized)
final class S3BucketTests {
  private let folder: TestFolder
  private let server: pid_t
  private var variables = environment

  init() throws {
    folder = try TestFolder()
    try folder.writeSite()
    try folder.write("Région", to: "site/a b/é & c.html")
    let port = Int.random(in: 20_000..<30_000)
    // It ends by itself where a test does not come to its end.
    let tool = Tool(name: "timeout", package: "coreutils", environment: environment)
    server = try tool.start(
      ["timeout", "300", "moto_server", "-H", "127.0.0.1", "-p", "\(port)"],
      ("/dev/null", "/dev/null", "/dev/null"))
    variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:\(port)"
    variables["AWS_ACCESS_KEY_ID"] = "test"
    variables["AWS_SECRET_ACCESS_KEY"] = "test"
    variables["AWS_DEFAULT_REGION"] = "us-east-1"
    variables["AWS_CONFIG_FILE"] = "/dev/null"
    variables["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null"
    variables["AWS_MAX_ATTEMPTS"] = "1"
    for _ in 0..<60 {
      if (try? aws("s3api", "create-bucket", "--bucket", "notes-aws")) != nil { return }
      Thread.sleep(forTimeInterval: 0.3)
    }
  }

  deinit {
    kill(server, SIGTERM)
    waitpid(server, nil, 0)
  }

  @discardableResult private func aws(_ words: String...) throws -> String {
    String(decoding: try Tool.aws(variables).run(words).output, as: UTF8.self)
  }

  private func publish(
    _ options: PublishingOptions = .init(), distribution: String? = nil
  ) throws -> Publication {
    try S3Bucket("s3://notes-aws/notes", distribution: distribution, environment: variables)
      .publish(try folder.site(), options)
  }

  private func keys() throws -> Set<String> {
    let text = try aws(
      "s3api", "list-objects-v2", "--bucket", "notes-aws", "--output", "text", "--query",
      "Contents[].[Key]")
    return Set(text.split(separator: "\n").map(String.init))
  }

  private func headers(_ key: String) throws -> [String] {
    try aws(
      "s3api", "head-object", "--bucket", "notes-aws", "--key", key, "--output", "text", "--query",
      "[ContentType,CacheControl]"
    ).trimmingCharacters(in: .whitespacesAndNewlines).components(separatedBy: "\t")
  }

  @Test func sendsFilesWithTheirTypesAndHowLongTheyKeep() throws {
    let trial = try publish(.init(isTrial: true))
    #expect(Set(trial.sent) == Set(siteFiles + ["a b/é & c.html"]))
    #expect(try keys() == ["None"])
    #expect(try publish() == trial)
    #expect(try keys() == Set(trial.sent.map { "notes/" + $0 }))
    #expect(try headers("notes/index.html") == ["text/html; charset=utf-8", "no-cache"])
    #expect(
      try headers("notes/assets/app.ab12cd34ef56.js")
        == ["text/javascript; charset=utf-8", "public, max-age=31536000, immutable"])
    #expect(try headers("notes/a b/é & c.html")[0] == "text/html; charset=utf-8")

    // A folder that the console made is none of somebody's files.
    try aws("s3api", "put-object", "--bucket", "notes-aws", "--key", "autres/nat.md")
    try aws("s3api", "put-object", "--bucket", "notes-aws", "--key", "vide/")
    let (foreign, empty) = try (
      S3Bucket("s3://notes-aws/autres", environment: variables),
      S3Bucket("s3://notes-aws/vide", environment: variables)
    )
    #expect(throws: PublishingError.foreignDestination("s3://notes-aws/autres/", files: 1)) {
      try foreign.publish(try folder.site(), .init(deletes: true))
    }
    #expect(
      try empty.publish(try folder.site(), .init(deletes: true, isTrial: true)).sent == trial.sent)
    for key in ["autres/nat.md", "vide/"] {
      try aws("s3api", "delete-object", "--bucket", "notes-aws", "--key", key)
    }

    // Then what changed only, and nothing is removed that nobody asked to remove.
    #expect(try publish().isEmpty)
    try folder.write("vpc", to: "site/réseau/vpc/index.html")
    try folder.remove("site/a b/é & c.html")
    let second = try publish()
    #expect(second.sent == ["réseau/vpc/index.html"])
    #expect(second.strays == ["a b/é & c.html"])
    try aws("s3api", "put-object", "--bucket", "notes-aws", "--key", "notes/CNAME")
    try aws("s3api", "put-object", "--bucket", "notes-aws", "--key", "notes/.well-known/a")
    try aws("s3api", "put-object", "--bucket", "notes-aws", "--key", "notesautre")
    let third = try publish(.init(deletes: true))
    #expect(third.sent.isEmpty)
    #expect(third.removed == ["a b/é & c.html"])
    let others = ["notes/CNAME", "notes/.well-known/a", "notesautre"]
    #expect(try keys() == Set(siteFiles.map { "notes/" + $0 } + others))
  }

  @Test func knowsABigFileAgain() throws {
    let big = (0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    try Data(big).write(to: URL(filePath: folder.path + "/site/plan.png"))
    #expect(try publish().sent.contains("plan.png"))
    #expect(try publish().isEmpty)
  }

  @Test func hasCloudFrontFetchAnewWhatChanged() throws {
    let configuration = """
      {"CallerReference":"a","Comment":"","Enabled":true,"Origins":{"Quantity":1,"Items":[{"Id":"o",\
      "DomainName":"notes-aws.s3.amazonaws.com","OriginPath":"/notes",\
      "S3OriginConfig":{"OriginAccessIdentity":""}}]},"DefaultCacheBehavior":{"TargetOriginId":"o",\
      "ViewerProtocolPolicy":"allow-all","MinTTL":0,"ForwardedValues":{"QueryString":false,\
      "Cookies":{"Forward":"none"}}}}
      """
    let id = try aws(
      "cloudfront", "create-distribution", "--distribution-config", configuration, "--output",
      "text", "--query", "Distribution.Id"
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try publish(distribution: id)
    try folder.write("vpc", to: "site/réseau/vpc/index.html")
    try folder.write("2", to: "site/assets/app.ab12cd34ef56.js")
    let publication = try publish(distribution: id)
    #expect(publication.invalidated == ["/r%C3%A9seau/vpc/", "/r%C3%A9seau/vpc/index.html"])
    let count = try aws(
      "cloudfront", "list-invalidations", "--distribution-id", id, "--output", "text", "--query",
      "length(InvalidationList.Items)")
    #expect(count == "2\n")
  }

  @Test func saysWhatTheCommandLineSaid() throws {
    let bucket = try S3Bucket("s3://no-such-bucket", environment: variables)
    do {
      _ = try bucket.publish(try folder.site(), .init())
      Issue.record("a bucket that is not there was published to")
    } catch PublishingError.toolFailed(let tool, let message) {
      #expect(tool == "aws")
      #expect(message.contains("NoSuchBucket"))
    }
  }
}
