import Foundation
import PackagePlugin

/// Tells the program which commit it is built from, and by which compiler.
///
/// The script runs before each build and leaves its file alone as long as that would say the same, so that only
/// another commit, or the first change after one, compiles anything. Where there is no git, it tells nothing.
@main
struct VersionPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.pluginWorkDirectoryURL.appending(path: "Version")
    return [
      .prebuildCommand(
        displayName: "Noting the commit",
        executable: context.package.directoryURL.appending(path: "Packaging/write-version"),
        arguments: [
          context.package.directoryURL.path, folder.path,
          try context.tool(named: "swiftc").url.path,
        ],
        outputFilesDirectory: folder)
    ]
  }
}
