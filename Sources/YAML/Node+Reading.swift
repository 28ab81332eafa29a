// The readings of a scalar follow the core schema of YAML 1.2, section 10.3, which has neither
// `yes` nor `no`, and no dates: a date stays the text that was written.

extension Node {
  /// Whether nothing was written here: an empty value, `~` or `null`.
  public var isNull: Bool {
    plainText.map { ["", "~", "null", "Null", "NULL"].contains($0) } ?? false
  }

  /// The text of a scalar as it is written, or `nil` if there is none.
  ///
  /// A number or a date gives its digits: `title: 2024` is the text `2024`.
  public var string: String? {
    guard case .scalar(let text, _) = value, !isNull else { return nil }
    return text
  }

  /// The whole number that a plain scalar stands for: `12`, `-3`, `0x1F` or `0o17`.
  public var int: Int? {
    guard let text = plainText else { return nil }
    if text.hasPrefix("0x") { return Self.digits(of: text, radix: 16) }
    if text.hasPrefix("0o") { return Self.digits(of: text, radix: 8) }
    return Int(text)
  }

  /// The finite number that a plain scalar stands for: `0.9`, `.5`, `2e-3` or `12`.
  public var double: Double? {
    // `Double` also reads "nan", "infinity" and hexadecimal, none of which is meant here.
    guard let text = plainText, text.utf8.allSatisfy(Self.mayStandInNumber) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The truth value that a plain scalar stands for: `true` or `false`.
  public var bool: Bool? {
    switch plainText {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The texts of a sequence of scalars; a lone scalar is a sequence of one.
  ///
  /// Nothing written gives no text, and commas inside a scalar separate nothing. A sequence that
  /// holds anything but scalars has no such reading.
  public var strings: [String]? {
    switch value {
    case .scalar: return string.map { [$0] } ?? []
    case .mapping: return nil
    case .sequence(let nodes):
      var texts: [String] = []
      for node in nodes where !node.isNull {
        guard let text = node.string else { return nil }
        texts.append(text)
      }
      return texts
    }
  }

  /// The entries of a mapping, or `nil` for anything else.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = value else { return nil }
    return entries
  }

  /// The value under a key of a mapping.
  ///
  /// - Complexity: O(*n*), where *n* is the number of entries.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }

  private var plainText: String? {
    guard case .scalar(let text, isQuoted: false) = value else { return nil }
    return text
  }

  private static func digits(of text: String, radix: Int) -> Int? {
    let digits = text.dropFirst(2)
    // `Int` would take a sign here, which YAML does not.
    return digits.hasPrefix("-") || digits.hasPrefix("+") ? nil : Int(digits, radix: radix)
  }

  private static func mayStandInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: false
    }
  }
}
