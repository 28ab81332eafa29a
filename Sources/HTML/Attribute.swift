/// An attribute of an element: a name and a value that is escaped when it is written.
///
///     writer.element("a", .href("../vpc/"), .class("note")) { $0.text("VPC") }
public struct Attribute: Hashable, Sendable {
  let name: Name

  /// What is written after the name; `nil` for an attribute that is there or not.
  let value: String?

  /// Whether the attribute is written at all.
  let isWritten: Bool

  /// An attribute with a value; without one it is left out.
  ///
  /// - Parameters:
  ///   - name: The name, trusted: it comes from the program, never from a note.
  ///   - value: The value, in any text.
  public init(_ name: StaticString, _ value: String?) {
    (self.name, self.value, isWritten) = (.literal(name), value, value != nil)
  }

  /// An attribute whose name is made when the program runs.
  ///
  /// - Parameters:
  ///   - name: The name, trusted: letters and hyphens.
  ///   - value: The value.
  public init(trusted name: String, _ value: String) {
    (self.name, self.value, isWritten) = (.made(name), value, true)
  }

  /// An attribute that is there or not.
  ///
  /// - Parameters:
  ///   - name: The name, trusted.
  ///   - isWritten: Whether it is there.
  public init(_ name: StaticString, if isWritten: Bool) {
    (self.name, value, self.isWritten) = (.literal(name), nil, isWritten)
  }
}

extension Attribute {
  /// A name that stands in the program, or one that was made.
  enum Name: Hashable, Sendable {
    case literal(StaticString)
    case made(String)

    private var text: String {
      switch self {
      case .literal(let name): "\(name)"
      case .made(let name): name
      }
    }

    static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }
}

// MARK: - The common ones

extension Attribute {
  /// One or more classes.
  public static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }

  /// The name of the element in its page.
  public static func id(_ name: String?) -> Attribute { Attribute("id", name) }

  /// Where a link leads; see ``safeAddress(_:)`` for what notes say.
  public static func href(_ address: String?) -> Attribute { Attribute("href", address) }

  /// Where a picture or script is.
  public static func src(_ address: String) -> Attribute { Attribute("src", address) }

  /// The language of what the element holds.
  public static func lang(_ code: String?) -> Attribute { Attribute("lang", code) }

  /// What assistive technology calls the element.
  public static func label(_ text: String?) -> Attribute { Attribute("aria-label", text) }
}
