import Foundation
import Testing

@testable import awsnotes

/// `publish` on folders and branches where something else is.
@Suite(.enabled(if: installed("rsync") != nil && installed("git") != nil))
struct PublishCommandTests {
  /// A folder with notes in `mes/sujets` and a site in `pub`.
  private func withSite(_ body: (_ root: String) throws -> Void) throws {
    try withFolder { folder in
      let root = URL(filePath: folder).resolvingSymlinksInPath().path
      for name in ["mes/nat.md", "mes/sujets/vpc.md"] { try write("# A\n", to: "\(root)/\(name)") }
      for name in ["index.html", "search/manifest.json", "sujets/index.html"] {
        try write("x", to: "\(root)/pub/\(name)")
      }
      try body(root)
    }
  }

  private func publish(
    _ words: [String], _ root: String, language: String = "fr_FR.UTF-8"
  ) -> CapturedRun {
    CapturedRun(
      ["publish", "--content", "\(root)/mes", "--output", "\(root)/pub"] + words, of: .awsnotes,
      environment: [
        "PATH": "/usr/bin:/bin", "LANG": language, "HOME": root, "XDG_CACHE_HOME": "\(root)/cache",
        "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "Ada",
        "GIT_COMMITTER_EMAIL": "a@example.org",
      ])
  }

  /// The files below a folder.
  private func files(_ root: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
  }

  @Test(
    arguments: [
      ("mes", "est le dossier des notes"), ("mes/", "est le dossier des notes"),
      ("mes/sujets", "est dans le dossier des notes"),
      ("mes/pas/encore", "est dans le dossier des notes"),
      ("rien/../mes", "est le dossier des notes"), ("lien/sujets", "est dans le dossier des notes"),
      ("pub", "est le dossier du site"), ("pub/sub", "est dans le dossier du site"),
      ("pub/rien/..", "est le dossier du site"), (".", "contient le dossier du site"),
      ("rien/..", "contient le dossier du site"),
    ], [[], ["--delete"], ["--dry-run"], ["--delete", "--dry-run"]])
  func refusesAFolderOfTheNotesOrTheSite(place: (String, String), options: [String]) throws {
    try withSite { root in
      try FileManager.default.createSymbolicLink(
        atPath: "\(root)/lien", withDestinationPath: "mes")
      let before = try files(root)
      let run = publish(["--rsync", "\(root)/\(place.0)"] + options, root)
      #expect(run.status == .misuse)
      #expect(run.errors.contains(place.1))
      #expect(run.errors.contains("Choisissez un dossier à part."))
      #expect(run.output.isEmpty)
      #expect(try files(root) == before)
    }
  }

  @Test func refusesTheFolderAboveTheNotes() throws {
    try withSite { root in
      try write("x", to: "\(root)/ailleurs/index.html")
      let run = CapturedRun(
        [
          "publish", "--content", "\(root)/mes/sujets", "--output", "\(root)/ailleurs", "--rsync",
          "\(root)/mes", "--delete",
        ], of: .awsnotes, environment: ["PATH": "/usr/bin:/bin", "LANG": "en_GB.UTF-8"])
      #expect(run.status == .misuse)
      #expect(
        run.errors.hasSuffix(
          """
          \(root)/mes holds the folder of the notes (\(root)/mes/sujets): the site would go among them, and \
          --delete would remove them. Choose a folder apart from it.

          """))
      #expect(try files("\(root)/mes") == ["nat.md", "sujets", "sujets/vpc.md"])
    }
  }

  @Test func emptiesNoFolderThatHoldsNoSite() throws {
    try withSite { root in
      try write("x", to: "\(root)/photos/a.jpg")
      let words = ["--rsync", "\(root)/photos", "--delete"]
      let run = publish(words, root)
      #expect(run.status == .misuse)
      #expect(
        run.errors.contains(
          """
          \(root)/photos ne contient pas de site fait par awsnotes, et --delete y supprimerait 1 fichier. \
          Choisissez une destination vide, ou celle d’un site déjà publié\u{A0}; sans --delete, rien n’est supprimé.
          """))
      #expect(
        publish(words, root, language: "en_GB.UTF-8").errors.contains(
          "holds no site made by awsnotes, and --delete would remove 1 file there."))
      #expect(try files("\(root)/photos") == ["a.jpg"])
    }
  }

  @Test func emptiesNoBranchThatHoldsNotes() throws {
    try withSite { root in
      func git(_ words: String...) throws -> String {
        try awsnotesTests.run(
          #require(installed("git")),
          ["-C", "\(root)/mes", "-c", "user.name=Ada", "-c", "user.email=a@b.org"] + words
        ).output
      }
      _ = try git("init", "--quiet", "--initial-branch=main")
      _ = try git("add", ".")
      _ = try git("commit", "--quiet", "-m", "notes")
      _ = try git("branch", "travail")
      let tip = try git("rev-parse", "travail")
      let run = publish(["--git", "--branch", "travail", "--local", "--delete"], root)
      #expect(run.status == .misuse)
      #expect(
        run.errors.contains(
          "travail ne contient pas de site fait par awsnotes, et --delete y supprimerait 2 fichiers."
        ))
      #expect(try git("rev-parse", "travail") == tip)
    }
  }

  @Test func removesFromASiteThatWasBuiltAndPublished() throws {
    try withSite { root in
      let build = CapturedRun(
        ["build", "--content", "\(root)/mes", "--output", "\(root)/fait"], of: .awsnotes,
        environment: ["PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": "\(root)/cache"])
      #expect(build.status == .success)
      let words = ["--output", "\(root)/fait", "--rsync", "\(root)/www", "--delete"]
      #expect(publish(words, root).status == .success)
      try write("x", to: "\(root)/www/vieux.html")
      #expect(publish(words, root).output.contains("supprimés\u{A0}: 1"))
      #expect(try !files("\(root)/www").contains("vieux.html"))
    }
  }
}
