internal import HTML

/// Where a page is, below the root of the site: empty for the home page, or with a slash at its end.
///
///     PagePath("reseau/vpc/").file            // "reseau/vpc/index.html"
///     PagePath("reseau/vpc/").link(to: PagePath("glossaire/"))  // "../../glossaire/"
struct PagePath: Hashable, Sendable, Comparable {
  /// The path: names of lower-case letters, digits and hyphens, each with a slash behind it.
  let text: String

  /// Where the site begins on its server, for the one page that is shown at any depth: `/notes/`.
  let absoluteRoot: String?

  /// Takes a path as it is.
  ///
  /// - Parameters:
  ///   - text: The path.
  ///   - absoluteRoot: Where the site begins on its server; given only to a page that is shown at any depth.
  init(_ text: String, absoluteRoot: String? = nil) {
    (self.text, self.absoluteRoot) = (text, absoluteRoot)
  }

  /// The home page.
  static let home = PagePath("")

  /// The file that holds the page.
  var file: String { text + "index.html" }

  /// The way from this page to the root of the site: empty, or `../` as often as the page is deep.
  var root: String {
    absoluteRoot ?? String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A page below this one.
  func appending(_ name: String) -> PagePath { PagePath(text + name + "/") }

  /// The page of the folder in which this one is; `nil` for the home page.
  var parent: PagePath? {
    guard !text.isEmpty else { return nil }
    let names = text.split(separator: "/").dropLast()
    return PagePath(names.map { $0 + "/" }.joined())
  }

  /// A relative address of another page.
  ///
  /// - Parameters:
  ///   - other: The page.
  ///   - anchor: An element's name in it; empty for none.
  /// - Returns: An address that works on a server, in a folder of one, and on a disk with help of a script.
  func link(to other: PagePath, anchor: String = "") -> String {
    let fragment = anchor.isEmpty ? "" : "#" + anchor
    if let absoluteRoot { return percentEncoded(absoluteRoot + other.text + fragment) }
    if other == self { return percentEncoded(fragment.isEmpty ? "./" : fragment) }
    let (own, theirs) = (text.utf8.span, other.text.utf8.span)
    // The folders that both are in.
    var shared = 0
    var place = 0
    while place < own.count, place < theirs.count, own[place] == theirs[place] {
      place += 1
      if own[place - 1] == UInt8(ascii: "/") { shared = place }
    }
    var path: [UInt8] = []
    path.reserveCapacity(64)
    for place in shared..<own.count where own[place] == UInt8(ascii: "/") { path += "../".utf8 }
    for place in shared..<theirs.count { path.append(theirs[place]) }
    if path.isEmpty { path += "./".utf8 }
    return percentEncoded(String(decoding: path, as: UTF8.self) + fragment)
  }

  /// A relative address of a file of the site.
  func link(toFile file: String) -> String { percentEncoded(root + file) }

  static func < (left: PagePath, right: PagePath) -> Bool { left.text < right.text }
}
