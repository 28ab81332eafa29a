import Foundation
import PackagePlugin

/// Compiles the portable core to WebAssembly, and embeds it and the hand-written files of the site into the program.
///
/// Each module of the core is a command of its own, so that a change compiles only what depends on it.
@main
struct CorePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let core = try CoreCompiler(context)
    let products = CoreCompiler.products.map { core.file($0.name) }
    var commands = try CoreCompiler.modules.map { try core.compile($0.name, importing: $0.imports) }
    commands += CoreCompiler.products.flatMap { core.link($0.name, of: $0.modules) }
    let assets = try Self.assets(of: context)
    let source = context.pluginWorkDirectoryURL.appending(path: "EmbeddedAssets.swift")
    commands.append(
      .buildCommand(
        displayName: "Embedding the site’s assets",
        executable: try context.tool(named: "EmbedTool").url,
        arguments: [source.path] + (products + assets).map(\.path),
        inputFiles: products + assets, outputFiles: [source]))
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
  /// Makes a module smaller, where it is installed (Debian: binaryen); without, 6 KB more are loaded.
  private let optimizer: URL?

  init(_ context: PluginContext) throws {
    self.context = context
    swiftc = try context.tool(named: "swiftc").url
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    optimizer = folders.map { URL(filePath: "\($0)/wasm-opt") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  /// The modules of the core, each after those that it imports.
  static let modules = [
    (name: "FrenchText", imports: []),
    (name: "BrowserCore", imports: []),
    (name: "Search", imports: ["FrenchText"]),
    (name: "Memory", imports: ["FrenchText"]),
    (name: "BrowserSearch", imports: ["BrowserCore", "FrenchText", "Search"]),
    (name: "BrowserQuiz", imports: ["BrowserCore", "FrenchText", "Memory"]),
  ]

  /// What pages load, each for what it does: the modules with the functions that it calls, and what these need.
  static let products = [
    (name: "search.wasm", modules: ["BrowserCore", "BrowserSearch", "FrenchText", "Search"]),
    (name: "quiz.wasm", modules: ["BrowserCore", "BrowserQuiz", "FrenchText", "Memory"]),
  ]

  /// Where a file is made.
  func file(_ name: String) -> URL { context.pluginWorkDirectoryURL.appending(path: name) }

  /// A module of the core, compiled for its size.
  func compile(_ name: String, importing imports: [String]) throws -> Command {
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
      inputFiles: sources + imports.map { file("\($0).swiftmodule") },
      outputFiles: [object, module])
  }

  /// Modules, linked and made smaller.
  func link(_ name: String, of modules: [String]) -> [Command] {
    let objects = modules.map { file("\($0).o") }
    let (product, linked) = (file(name), file(optimizer == nil ? name : "linked-\(name)"))
    let linking = Command.buildCommand(
      displayName: "Linking \(name)",
      executable: swiftc,
      arguments: Self.targetFlags + objects.map(\.path) + Self.linkerFlags + ["-o", linked.path],
      inputFiles: objects, outputFiles: [linked])
    guard let optimizer else { return [linking] }
    let optimizing = Command.buildCommand(
      displayName: "Optimizing \(name)",
      executable: optimizer,
      arguments: Self.optimizerFlags + [linked.path, "-o", product.path],
      inputFiles: [linked], outputFiles: [product])
    return [linking, optimizing]
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

  // Which features of WebAssembly are used is kept: wasm-opt asks for it.
  private static let linkerFlags = [
    "-Xclang-linker", "-nostdlib", "-Xclang-linker", "-Oz", "-Xclang-linker", "--no-wasm-opt",
    "-Xlinker", "--no-entry", "-Xlinker", "--gc-sections", "-Xlinker", "--global-base=1024",
    "-Xlinker", "--keep-section=target_features",
    "-Xlinker", "--strip-all", "-Xlinker", "--wrap=free", "-Xlinker", "--lto-O2",
    "-Xlinker", "--compress-relocations", "-Xlinker", "-mllvm", "-Xlinker", "-inline-threshold=0",
    "-Xlinker", "-mllvm", "-Xlinker", "-disable-lsr",
  ]

  // Nothing lies below 1,024, so that what is added to an address can be part of the instruction that reads there.
  private static let optimizerFlags = ["-Os", "--low-memory-unused"]
}
