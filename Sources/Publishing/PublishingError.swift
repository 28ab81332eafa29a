/// Why a site could not be published; what was sent before stays sent.
public enum PublishingError: Error, Hashable, Sendable {
  /// The folder holds no site: it has no `index.html`.
  case notBuilt(folder: String)

  /// A program is wanted that is not installed; with the Debian package that has it.
  case toolMissing(String, package: String)

  /// A program gave up; with what it said.
  case toolFailed(String, message: String)

  /// A name or place that cannot be one, such as one that begins with a dash.
  case invalidDestination(String)

  /// A folder that belongs to no git repository.
  case noRepository(folder: String)

  /// Git does not know in whose name to make a commit.
  case noIdentity

  /// The branch is the one that is being worked on, which the site must not overwrite.
  case branchInUse(String)

  /// The destination is the site's own folder, holds it or lies in it.
  case overlapsSite(destination: String, site: String)

  /// The destination is the folder of the notes, holds it or lies in it.
  case overlapsNotes(destination: String, notes: String)

  /// So many files were to be removed where no site of ours is.
  case foreignDestination(String, files: Int)

  /// A file cannot be read, or a temporary one not be written; with the system's words.
  case inaccessible(path: String, reason: String)
}
