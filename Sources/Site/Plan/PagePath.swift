public import HTML

/// Where a page is, below the root of the site: empty for the home page, or with a slash at its end.
///
///     PagePath("reseau/vpc/").file            // "reseau/vpc/index.html"
///     PagePath("reseau/vpc/").link(to: PagePath("glossaire/"))  // "../../glossaire/"
public struct PagePath: Hashable, Sendable, Comparable {
  /// The path: names of lower-case letters, digits and hyphens, each with a slash behind it.
  public let text: String

  /// Takes a path as it is.
  public init(_ text: String) { self.text = text }

  /// The home page.
  static let home = PagePath("")

  /// The file that holds the page.
  var file: String { text + "index.html" }

  /// The way from this page to the root of the site: empty, or `../` as often as the page is deep.
  var root: String {
    String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") })
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
    if other == self { return percentEncoded(fragment.isEmpty ? "./" : fragment) }
    var own = text.split(separator: "/")[...]
    var theirs = other.text.split(separator: "/")[...]
    while let first = own.first, first == theirs.first {
      own.removeFirst()
      theirs.removeFirst()
    }
    let up = String(repeating: "../", count: own.count)
    let down = theirs.map { $0 + "/" }.joined()
    let path = up + down
    return percentEncoded((path.isEmpty ? "./" : path) + fragment)
  }

  /// A relative address of a file of the site.
  func link(toFile file: String) -> String { percentEncoded(root + file) }

  public static func < (left: PagePath, right: PagePath) -> Bool { left.text < right.text }
}
