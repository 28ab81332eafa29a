import Foundation
import Publishing
import Testing

@Suite(.enabled(if: isInstalled("git"), "git is not installed"))
struct GitBranchTests {
  private let folder: TestFolder

  /// A repository with a commit, a change that is staged and one that is not, and a bare one as its origin.
  init() throws {
    folder = try TestFolder()
    try folder.writeSite()
    try folder.write("un", to: "repo/note.md")
    try run(["git", "init", "--quiet", "--bare", folder.path + "/bare.git"])
    try git("init", "--quiet", "--initial-branch=main")
    try git("config", "user.name", "Ada")
    try git("config", "user.email", "ada@example.org")
    try git("remote", "add", "origin", folder.path + "/bare.git")
    try git("add", "note.md")
    try git("commit", "--quiet", "-m", "un")
    try folder.write("deux", to: "repo/note.md")
    try git("add", "note.md")
    try folder.write("trois", to: "repo/note.md")
  }

  @discardableResult private func git(_ words: String...) throws -> String {
    try run(["git", "-C", folder.path + "/repo"] + words)
  }

  private func publish(
    _ options: PublishingOptions = .init(), branch: String = "gh-pages", remote: String? = "origin"
  ) throws -> Publication {
    let branch = try GitBranch(
      branch, remote: remote, repository: folder.path + "/repo", environment: environment)
    return try branch.publish(try folder.site(), options, message: "Publier le site")
  }

  /// The files of the branch of the bare repository.
  private func files() throws -> [String] {
    try run([
      "git", "-C", folder.path + "/bare.git", "-c", "core.quotePath=false", "ls-tree", "-r",
      "--name-only", "gh-pages",
    ]).split(separator: "\n").map(String.init)
  }

  private func commits() throws -> Int {
    Int(
      try run(["git", "-C", folder.path + "/bare.git", "rev-list", "--count", "gh-pages"])
        .trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  @Test func pushesTheSiteAsACommitOfItsOwn() throws {
    let publication = try publish()
    #expect(publication.sent.count == 7)
    #expect(Set(try files()) == Set(siteFiles + [".nojekyll"]))
    #expect(try commits() == 1)
    let page = try run(["git", "-C", folder.path + "/bare.git", "show", "gh-pages:index.html"])
    #expect(page == "<h1>Accueil</h1>")
  }

  @Test func touchesNeitherWorkingTreeNorIndex() throws {
    let before =
      try git("status", "--porcelain", "--branch") + git("diff", "--cached") + git("diff")
    _ = try publish()
    let after = try git("status", "--porcelain", "--branch") + git("diff", "--cached") + git("diff")
    #expect(after == before)
    #expect(folder.text("repo/note.md") == "trois")
  }

  @Test func makesNoCommitWhereNothingChanged() throws {
    _ = try publish()
    let publication = try publish()
    #expect(publication.isEmpty)
    #expect(publication.commit == nil)
    #expect(try commits() == 1)
  }

  @Test func commitsWhatChangedOnTopOfWhatOthersPushed() throws {
    _ = try publish()
    let other = folder.path + "/autre"
    try run(["git", "clone", "--quiet", "--branch=gh-pages", folder.path + "/bare.git", other])
    try folder.write("notes.example.org", to: "autre/CNAME")
    try folder.write("a", to: "autre/.well-known/a")
    for words in [
      ["add", "CNAME", ".well-known/a"],
      ["-c", "user.name=Bo", "-c", "user.email=b@example.org", "commit", "--quiet", "-m", "CNAME"],
      ["push", "--quiet"],
    ] {
      try run(["git", "-C", other] + words)
    }
    try folder.write("neuf", to: "site/index.html")
    let publication = try publish(.init(deletes: true))
    #expect(publication.sent == ["index.html"])
    #expect(publication.removed.isEmpty)
    #expect(Set(try files()).isSuperset(of: ["CNAME", ".well-known/a"]))
    #expect(try commits() == 3)
  }

  @Test func removesNothingUnlessAsked() throws {
    _ = try publish()
    try folder.remove("site/robots.txt")
    let kept = try publish()
    #expect(kept.isEmpty)
    #expect(kept.strays == ["robots.txt"])
    #expect(try publish(.init(deletes: true)).removed == ["robots.txt"])
    #expect(Set(try files()) == Set(siteFiles + [".nojekyll"]).subtracting(["robots.txt"]))
  }

  @Test(arguments: ["origin", nil], [false, true])
  func removesNothingFromABranchWithoutASite(remote: String?, isTrial: Bool) throws {
    try git("branch", "travail")
    try git("push", "--quiet", "origin", "travail")
    let tips = try git("for-each-ref") + run(["git", "-C", folder.path + "/bare.git", "show-ref"])
    #expect(throws: PublishingError.foreignDestination("travail", files: 1)) {
      try publish(.init(deletes: true, isTrial: isTrial), branch: "travail", remote: remote)
    }
    #expect(
      try git("for-each-ref") + run(["git", "-C", folder.path + "/bare.git", "show-ref"]) == tips)
    let kept = try publish(branch: "travail", remote: remote)
    #expect(kept.strays == ["note.md"])
    #expect(kept.removed.isEmpty)
    let place = remote == nil ? "/repo" : "/bare.git"
    #expect(try run(["git", "-C", folder.path + place, "show", "travail:note.md"]) == "un")
  }

  @Test func fillsABranchThatHoldsOnlyWhatIsKept() throws {
    try git("checkout", "--quiet", "--orphan", "vide")
    try git("rm", "--quiet", "-rf", "--cached", ".")
    try folder.write("notes.example.org", to: "repo/CNAME")
    try git("add", "CNAME")
    try git("commit", "--quiet", "-m", "CNAME")
    try git("checkout", "--quiet", "--force", "main")
    let publication = try publish(.init(deletes: true), branch: "vide", remote: nil)
    #expect(publication.sent.count == 7)
    #expect(try git("show", "vide:CNAME") == "notes.example.org")
  }

  @Test func putsAFolderWhereAFileWas() throws {
    try folder.write("x", to: "site/ec2")
    _ = try publish()
    try folder.remove("site/ec2")
    try folder.write("y", to: "site/ec2/index.html")
    #expect(try publish().sent == ["ec2/index.html"])
    #expect(try files().contains("ec2/index.html"))
  }

  @Test func doesNothingInATrial() throws {
    let objects = try git("count-objects", "-v")
    let publication = try publish(.init(isTrial: true))
    #expect(publication.sent.count == 7)
    #expect(throws: PublishingError.self) { try files() }
    #expect(try git("count-objects", "-v") == objects)
  }

  @Test func commitsToALocalBranchWhereThereIsNoRemote() throws {
    #expect(try publish(remote: nil).commit != nil)
    #expect(try publish(remote: nil).isEmpty)
    #expect(try git("show", "gh-pages:robots.txt").isEmpty)
    #expect(try git("symbolic-ref", "HEAD") == "refs/heads/main\n")
  }

  @Test func refusesTheBranchThatIsWorkedOn() throws {
    #expect(throws: PublishingError.branchInUse("main")) { try publish(branch: "main") }
  }

  @Test(arguments: ["-f", "--mirror", "", "a..b", "a b", "x.lock"])
  func refusesWhatIsNoBranch(name: String) throws {
    #expect(throws: PublishingError.invalidDestination(name)) { try publish(branch: name) }
  }

  @Test(arguments: ["--upload-pack=id", "ext::sh -c id", "fd::3"])
  func refusesARemoteThatIsAnOptionOrAProgram(remote: String) throws {
    #expect(throws: PublishingError.invalidDestination(remote)) { try publish(remote: remote) }
  }

  @Test func saysWhatGitSaid() throws {
    do {
      _ = try publish(remote: "nowhere")
      Issue.record("a remote that is not there was published to")
    } catch PublishingError.toolFailed(let tool, let message) {
      #expect(tool == "git")
      #expect(message.contains("nowhere"))
    }
  }

  @Test func saysBeforehandThatGitDoesNotKnowWhoPublishes() throws {
    try git("config", "--unset", "user.email")
    try git("config", "user.useConfigOnly", "true")
    let nobody = environment.merging(["HOME": folder.path, "XDG_CONFIG_HOME": folder.path]) { $1 }
    let branch = try GitBranch(
      remote: nil, repository: folder.path + "/repo",
      environment: nobody.filter { !$0.key.hasPrefix("GIT_") && $0.key != "EMAIL" })
    #expect(throws: PublishingError.noIdentity) {
      try branch.publish(try folder.site(), .init(), message: "x")
    }
  }

  @Test func refusesAFolderOfNoRepository() throws {
    let branch = try GitBranch(repository: "/", environment: environment)
    #expect(throws: PublishingError.noRepository(folder: "/")) {
      try branch.publish(try folder.site(), .init(), message: "x")
    }
  }
}
