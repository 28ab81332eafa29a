// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// What the tests ask most is optimized for them, too, with its assertions: they take a third of the time.
let quick = SwiftSetting.unsafeFlags(
  ["-O", "-Xfrontend", "-assert-config", "-Xfrontend", "Debug"], .when(configuration: .debug))

/// What also compiles to WebAssembly: no Foundation, no `String` processing, no existentials.
let portable = settings + [.treatWarning("EmbeddedRestrictions", as: .error), quick]

let package = Package(
  name: "awsnotes",
  targets: [
    // Floor 0
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    // The names of GnuTLS that libmicrohttpd wants when it is linked without shared libraries.
    .target(name: "CWithoutTLS"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "FrenchText", swiftSettings: portable),
    .target(name: "BrowserCore", swiftSettings: portable),
    .target(name: "Threads", dependencies: ["CLinux"], swiftSettings: settings),
    // Floor 1
    .target(name: "Search", dependencies: ["FrenchText"], swiftSettings: portable),
    .target(name: "Memory", dependencies: ["FrenchText"], swiftSettings: portable),
    .target(name: "HTML", swiftSettings: settings),
    .target(name: "Markdown", dependencies: ["CCmark"], swiftSettings: settings),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: settings),
    .target(name: "Highlighting", swiftSettings: settings),
    .target(name: "MediaTypes", swiftSettings: settings),
    // Floor 2
    .target(
      name: "Notes", dependencies: ["FrenchText", "Markdown", "YAML"], swiftSettings: settings),
    .target(
      name: "BrowserSearch", dependencies: ["BrowserCore", "FrenchText", "Search"],
      swiftSettings: portable),
    .target(
      name: "BrowserQuiz", dependencies: ["BrowserCore", "Memory"],
      swiftSettings: portable + [.enableExperimentalFeature("Extern")]),
    // What compiles the portable core to search.wasm and quiz.wasm while the package is built, and embeds them into
    // the program.
    .plugin(
      name: "CorePlugin", capability: .buildTool(), dependencies: ["EmbedTool"],
      path: "Sources/CorePlugin"),
    .executableTarget(name: "EmbedTool", swiftSettings: settings),
    // What notes the commit that the program is built from.
    .plugin(name: "VersionPlugin", capability: .buildTool(), path: "Sources/VersionPlugin"),
    .target(name: "ServiceMap", dependencies: ["Memory"], swiftSettings: settings),
    // Floor 3
    .target(
      name: "KnowledgeBase",
      dependencies: [
        "CLinux", "FrenchText", "HTML", "Markdown", "Notes", "Search", "Threads", "YAML",
      ],
      resources: [.embedInCode("Resources/vocabulaire.yml")], swiftSettings: settings),
    .target(
      name: "Cards",
      dependencies: [
        "CSQLite", "FrenchText", "Markdown", "Memory", "Notes", "Search", "Threads",
      ], swiftSettings: settings + [quick]),
    // Floor 4
    .target(name: "Quiz", dependencies: ["Cards", "Memory"], swiftSettings: settings),
    .target(
      name: "Site",
      dependencies: [
        "BrowserSearch", "CLinux", "Cards", "FrenchText", "HTML", "Highlighting",
        "KnowledgeBase", "Markdown", "Notes", "Quiz", "Search", "ServiceMap", "Threads",
      ], swiftSettings: settings, plugins: ["CorePlugin"]),
    // Floor 5
    .target(
      name: "Preview", dependencies: ["CLinux", "CMicroHTTPD", "CWithoutTLS", "MediaTypes"],
      swiftSettings: settings),
    .target(name: "Publishing", dependencies: ["MediaTypes"], swiftSettings: settings),
    // Floor 6
    .executableTarget(
      name: "awsnotes",
      dependencies: [
        "CLinux", "Cards", "FrenchText", "KnowledgeBase", "Markdown", "Memory", "Notes", "Preview",
        "Publishing", "Quiz", "Search", "Site", "YAML",
      ], swiftSettings: settings, plugins: ["VersionPlugin"]),
    // Measuring what is above; the only place for Foundation.
    .systemLibrary(name: "CAffinity", path: "Benchmarks/CAffinity"),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "CAffinity", "Cards", "FrenchText", "KnowledgeBase", "Markdown", "Memory", "Notes",
        "Search", "Threads",
      ],
      path: "Benchmarks/benchmark", swiftSettings: settings),

    .testTarget(
      name: "FrenchTextTests", dependencies: ["CStemmer", "FrenchText"], swiftSettings: settings),
    .testTarget(
      name: "SearchTests", dependencies: ["FrenchText", "Search"], swiftSettings: settings),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: settings),
    .testTarget(
      name: "HighlightingTests", dependencies: ["Highlighting"], swiftSettings: settings),
    .testTarget(
      name: "ServiceMapTests", dependencies: ["Memory", "ServiceMap"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["CCmark", "Markdown"], swiftSettings: settings),
    .testTarget(name: "MediaTypesTests", dependencies: ["MediaTypes"], swiftSettings: settings),
    .testTarget(
      name: "PublishingTests", dependencies: ["Publishing"], swiftSettings: settings),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"], swiftSettings: settings),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(name: "NotesTests", dependencies: ["Markdown", "Notes"], swiftSettings: settings),
    .testTarget(
      name: "MemoryTests", dependencies: ["FrenchText", "Memory"], swiftSettings: settings),
    .testTarget(
      name: "BrowserSearchTests", dependencies: ["BrowserSearch"], swiftSettings: settings),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Cards", "KnowledgeBase", "Memory", "Notes", "Quiz", "Search", "Site",
      ],
      exclude: ["page.js"], swiftSettings: settings),
    .testTarget(
      name: "CardsTests",
      dependencies: ["CSQLite", "CZip", "Cards", "KnowledgeBase", "Markdown", "Memory", "Notes"],
      swiftSettings: settings),
    .testTarget(
      name: "QuizTests", dependencies: ["Cards", "Memory", "Quiz"], swiftSettings: settings),
    .testTarget(
      name: "KnowledgeBaseTests",
      dependencies: ["KnowledgeBase", "Markdown", "Notes", "Search", "YAML"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ContentTests", dependencies: ["KnowledgeBase", "Notes", "Search"],
      swiftSettings: settings),
    .testTarget(
      name: "awsnotesTests", dependencies: ["Cards", "Memory", "Quiz", "awsnotes"],
      exclude: ["Goldens"],
      swiftSettings: settings),
  ]
)

/// What reads bytes that anyone wrote.
///
/// libFuzzer calls it where FUZZ is set, as `make fuzz` does; a test goes through the corpus otherwise.
let read: [Target.Dependency] = [
  "BrowserSearch", "Cards", "Highlighting", "KnowledgeBase", "Markdown", "Notes", "Preview",
  "Publishing", "Quiz", "Search", "Site",
]
if Context.environment["FUZZ"] == nil {
  package.targets.append(
    .testTarget(
      name: "FuzzTests", dependencies: read, path: "Fuzz",
      exclude: ["CFuzzer", "Corpus", "Driver", "Words", "run"],
      swiftSettings: settings))
} else {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: read + ["CFuzzer"], path: "Fuzz",
      exclude: ["CFuzzer", "Corpus", "Replay", "Words", "run"],
      swiftSettings: settings),
  ]
}
