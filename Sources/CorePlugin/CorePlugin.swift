import Foundation
import PackagePlugin

/// Compiles the portable core to WebAssembly, and embeds it and the hand-written files of the site into the program.
///
/// Each module of the core is a command of its own, so that a change compiles only what depends on it.
@main
struct CorePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let core = try CoreCompiler(context)
    var commands = try CoreCompiler.modules.map { try core.compile($0) }
    commands.append(core.link())
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

  /// A module of the core, compiled for its size.
  func compile(_ name: String) throws -> Command {
    let sources = try sources(of: name)
    let (object, module) = (file("\(name).o"), file("\(name).swiftmodule"))
    return .buildCommand(
      displayName: "Compiling \(name) for the browser",
      executable: swiftc,
      arguments: Self.compilerFlags + [
        "-module-name", name, "-I", context.pluginWorkDirectoryURL.path,
        "-module-cache-path", file("modules").path,
      ] + sources.map(\.path) + [
        "-c", "-o", object.path, "-emit-module", "-emit-module-path", module.path,
      ],
      inputFiles: sources + Self.imported(by: name).map { file("\($0).swiftmodule") },
      outputFiles: [object, module])
  }

  /// The modules, linked.
  func link() -> Command {
    let objects = Self.modules.map { file("\($0).o") }
    return .buildCommand(
      displayName: "Linking core.wasm",
      executable: swiftc,
      arguments: Self.targetFlags + objects.map(\.path) + Self.linkerFlags + ["-o", wasm.path],
      inputFiles: objects, outputFiles: [wasm])
  }

  /// The modules of the core, the exported functions last.
  static let modules = ["FrenchText", "Search", "Memory", "BrowserCore"]

  private static func imported(by name: String) -> [String] {
    switch name {
    case "FrenchText": []
    case "BrowserCore": ["FrenchText", "Search", "Memory"]
    default: ["FrenchText"]
    }
  }

  private func file(_ name: String) -> URL {
    context.pluginWorkDirectoryURL.appending(path: name)
  }

  private func sources(of name: String) throws -> [URL] {
    let module = try context.package.targets(named: [name]).first as? SwiftSourceModuleTarget
    return module?.sourceFiles(withSuffix: "swift").map(\.url).sorted { $0.path < $1.path } ?? []
  }

  private static let targetFlags = [
    "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded",
    "-wmo", "-Osize", "-parse-as-library", "-lto=llvm-full",
  ]

  private static let compilerFlags =
    targetFlags + [
      "-swift-version", "6", "-suppress-warnings", "-package-name", "awsnotes",
      "-enable-experimental-feature", "Extern",
      "-enable-experimental-feature", "BuiltinModule",
      "-enable-upcoming-feature", "ExistentialAny",
      "-enable-upcoming-feature", "MemberImportVisibility",
      "-enable-upcoming-feature", "InternalImportsByDefault",
      "-Xcc", "-fdeclspec", "-Xfrontend", "-disable-stack-protector",
      // Functions of different modules are laid together when linking, and nothing is copied into its callers: a query
      // takes half as long again, a few milliseconds, and the core is a tenth smaller.
      "-Xllvm", "-inline-threshold=0", "-Xllvm", "-sil-disable-pass=inline",
      // Nor is a function compiled anew for each closure that it is given, and one trap serves a whole function.
      "-Xllvm", "-sil-disable-pass=closure-specialize", "-Xfrontend", "-mergeable-traps",
    ]

  // Where there is wasm-opt (Debian: binaryen), clang runs it on what it linked; without, 4 KB more are loaded.
  private static let linkerFlags = [
    "-Xclang-linker", "-nostdlib", "-Xclang-linker", "-Oz",
    "-Xlinker", "--no-entry", "-Xlinker", "--gc-sections",
    "-Xlinker", "--strip-all", "-Xlinker", "--wrap=free", "-Xlinker", "--lto-O2",
    "-Xlinker", "--compress-relocations", "-Xlinker", "-mllvm", "-Xlinker", "-inline-threshold=0",
  ]
}
