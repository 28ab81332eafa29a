import Foundation
import PackagePlugin

/// Compiles the portable core to WebAssembly, and embeds it and the hand-written files of the site into the program.
///
/// Each module of the core is a command of its own, so that a change compiles only what depends on it.
@main
struct CorePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let core = try CoreCompiler(context)
    var commands = try ["FrenchText", "Search", "Memory"].map { try core.compile($0) }
    commands.append(try core.link("BrowserCore"))
    let assets = try Self.assets(of: context)
    let source = context.pluginWorkDirectoryURL.appending(path: "EmbeddedAssets.swift")
    commands.append(
      .buildCommand(
        displayName: "Embedding the site’s assets",
        executable: try context.tool(named: "EmbedTool").url,
        arguments: [source.path, core.wasm.path] + assets.map(\.path),
        inputFiles: assets + [core.wasm], outputFiles: [source]))
    return commands
  }

  /// The files in the folder `Site`, but for those of its subfolders, which are built.
  private static func assets(of context: PluginContext) throws -> [URL] {
    let folder = context.package.directoryURL.appending(path: "Site")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return names.sorted().filter { !$0.hasPrefix(".") }.map { folder.appending(path: $0) }.filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
    }
  }
}

/// How modules are compiled for the browser.
private struct CoreCompiler {
  private let context: PluginContext
  private let swiftc: URL

  init(_ context: PluginContext) throws {
    self.context = context
    swiftc = try context.tool(named: "swiftc").url
  }

  /// What the page loads.
  var wasm: URL { file("core.wasm") }

  /// A module that others of the core import.
  func compile(_ name: String) throws -> Command {
    let sources = try sources(of: name)
    let (object, module) = (file("\(name).o"), file("\(name).swiftmodule"))
    return .buildCommand(
      displayName: "Compiling \(name) for the browser",
      executable: swiftc,
      arguments: flags(name) + (name == "Memory" ? Self.calledFlags : []) + sources.map(\.path) + [
        "-c", "-o", object.path, "-emit-module", "-emit-module-path", module.path,
      ],
      inputFiles: sources + (name == "FrenchText" ? [] : [file("FrenchText.swiftmodule")]),
      outputFiles: [object, module])
  }

  /// The module with the exported functions, linked with the others.
  func link(_ name: String) throws -> Command {
    let sources = try sources(of: name)
    let modules = ["FrenchText", "Search", "Memory"]
    let objects = modules.map { file("\($0).o") }
    return .buildCommand(
      displayName: "Linking core.wasm",
      executable: swiftc,
      arguments: flags(name) + Self.calledFlags + sources.map(\.path) + objects.map(\.path)
        + Self.linkerFlags + ["-o", wasm.path],
      inputFiles: sources + objects + modules.map { file("\($0).swiftmodule") },
      outputFiles: [wasm])
  }

  private func file(_ name: String) -> URL {
    context.pluginWorkDirectoryURL.appending(path: name)
  }

  private func sources(of name: String) throws -> [URL] {
    let module = try context.package.targets(named: [name]).first as? SwiftSourceModuleTarget
    return module?.sourceFiles(withSuffix: "swift").map(\.url).sorted { $0.path < $1.path } ?? []
  }

  private func flags(_ name: String) -> [String] {
    Self.compilerFlags + [
      "-module-name", name, "-I", context.pluginWorkDirectoryURL.path,
      "-module-cache-path", file("modules").path,
    ]
  }

  private static let compilerFlags = [
    "-target", "wasm32-unknown-none-wasm", "-swift-version", "6", "-wmo", "-Osize",
    "-parse-as-library", "-suppress-warnings", "-package-name", "awsnotes",
    "-enable-experimental-feature", "Embedded",
    "-enable-experimental-feature", "Extern",
    "-enable-experimental-feature", "BuiltinModule",
    "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "MemberImportVisibility",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-Xcc", "-fdeclspec", "-Xfrontend", "-disable-stack-protector",
    // Functions of different modules are laid together when linking, and nothing is copied into its callers.
    "-lto=llvm-full", "-Xllvm", "-inline-threshold=0",
    // Nor is a function compiled anew for each closure that it is given, and one trap serves a whole function.
    "-Xllvm", "-sil-disable-pass=closure-specialize", "-Xfrontend", "-mergeable-traps",
  ]

  /// For what runs once an answer and not once a posting, even small functions are called and not copied.
  private static let calledFlags = ["-Xllvm", "-sil-disable-pass=inline"]

  // Where there is wasm-opt (Debian: binaryen), clang runs it on what it linked; without, 4 KB more are loaded.
  private static let linkerFlags = [
    "-Xclang-linker", "-nostdlib", "-Xlinker", "--no-entry", "-Xlinker", "--gc-sections",
    "-Xlinker", "--strip-all", "-Xlinker", "--wrap=free", "-Xlinker", "--lto-O2",
    "-Xlinker", "--compress-relocations", "-Xlinker", "-mllvm", "-Xlinker", "-inline-threshold=0",
  ]
}
