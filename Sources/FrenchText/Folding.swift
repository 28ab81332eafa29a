/// Appends the folded form of a word: lower case, without accents.
///
/// `œ` becomes `oe`, `æ` `ae`, `ß` `ss`, `þ` `th`; every other Latin letter up to U+017F becomes its
/// base letter, and combining marks are dropped. Other scripts are lower-cased only.
///
/// - Parameters:
///   - form: The word, in UTF-8; bytes that are not UTF-8 are dropped.
///   - folded: The buffer that the folded form is appended to.
/// - Complexity: O(*n*) in the bytes of the form.
public func appendFolded(_ form: Span<UInt8>, to folded: inout [UInt8]) {
  var index = 0
  while index < form.count {
    let byte = form[index]
    if byte < 0x80 {
      folded.append(UInt8(truncatingIfNeeded: lowercased(UInt32(byte))))
      index += 1
      continue
    }
    let scalar = UTF8Scalar(at: index, in: form)
    index += scalar.length
    appendFolded(lowercased(scalar.value), to: &folded)
  }
}

private func appendFolded(_ scalar: UInt32, to folded: inout [UInt8]) {
  if let base = Accents.base(of: scalar) {
    folded.append(base)
    return
  }
  switch scalar {
  case 0xDF: folded.append(pair: "ss")
  case 0xE6: folded.append(pair: "ae")
  case 0xFE: folded.append(pair: "th")
  case 0x133: folded.append(pair: "ij")
  case 0x153: folded.append(pair: "oe")
  case 0x300..<0x370, 0xFFFD: break
  default: folded.append(scalar: scalar)
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(pair: StaticString) {
    append(pair.byte(at: 0))
    append(pair.byte(at: 1))
  }
}
