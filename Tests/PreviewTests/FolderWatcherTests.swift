import Glibc
import Preview
import Testing

@Suite struct FolderWatcherTests {
  private let site = TemporarySite(["note.md": "a", "sous/autre.md": "b"])
  private let short = Duration.milliseconds(120)

  private func watcher(except: String? = nil) throws -> FolderWatcher {
    try FolderWatcher([site.site], except: except)
  }

  @Test func noticesNothingWhereNothingChanges() throws {
    let watcher = try watcher()
    #expect(!watcher.waitForChange(timeout: short))
  }

  @Test func noticesWritingMovingAndRemoving() throws {
    let watcher = try watcher()
    site.write("neuf", to: "site/sous/autre.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.move("site/note.md", to: "site/sous/note.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    unsafe unlink(site.site + "/sous/note.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    #expect(!watcher.waitForChange(timeout: short))
  }

  @Test func noticesAnEditorThatWritesBesideAndRenames() throws {
    let watcher = try watcher()
    site.write("neuf", to: "site/.note.md.swp")
    #expect(!watcher.waitForChange(timeout: short))
    site.move("site/.note.md.swp", to: "site/note.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
  }

  @Test func reportsManyChangesAtOnce() throws {
    let watcher = try watcher()
    for number in 0..<500 { site.write("x", to: "site/sous/\(number).md") }
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    #expect(!watcher.waitForChange(timeout: short))
  }

  @Test func watchesFoldersThatCameLater() throws {
    let watcher = try watcher()
    site.makeFolder("site/neuf")
    site.makeFolder("site/neuf/profond")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.write("x", to: "site/neuf/profond/a.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.move("site/neuf", to: "site/vieux")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.write("y", to: "site/vieux/profond/a.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
  }

  @Test func watchesAFolderNoMoreThatWasMovedAway() throws {
    let watcher = try watcher()
    site.move("site/sous", to: "dehors")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.write("x", to: "dehors/a.md")
    #expect(!watcher.waitForChange(timeout: short))
  }

  @Test func findsAFolderAgainThatWasReplaced() throws {
    let watcher = try watcher()
    site.move("site", to: "ancien")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.write("x", to: "site/note.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
    site.write("y", to: "site/note.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
  }

  @Test func passesOverTheSiteThatIsBuiltInside() throws {
    let watcher = try watcher(except: site.site + "/public")
    for name in ["public/index.html", "public.nouveau/index.html"] {
      site.write("x", to: "site/\(name)")
      #expect(!watcher.waitForChange(timeout: short))
      site.write("y", to: "site/\(name)")
      #expect(!watcher.waitForChange(timeout: short))
    }
    site.write("x", to: "site/publication.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
  }

  @Test func watchesAFileThatNeedNotExist() throws {
    let watcher = try FolderWatcher([site.folder + "/awsnotes.yml"])
    site.write("x", to: "autre.yml")
    #expect(!watcher.waitForChange(timeout: short))
    site.write("x", to: "awsnotes.yml")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
  }

  @Test func followsLinksToFolders() throws {
    site.write("x", to: "ailleurs/a.md")
    unsafe symlink("../ailleurs", site.site + "/lien")
    unsafe symlink(".", site.site + "/boucle")
    let watcher = try watcher()
    site.write("y", to: "ailleurs/a.md")
    #expect(watcher.waitForChange(timeout: .seconds(5)))
  }
}
