/// Sets no-break spaces as French wants them: narrow before `?`, `!` and `;`, wide at « : ».
///
/// - Complexity: O(*n*)
func typeset(_ text: String) -> String {
  let plain = Array(text.utf8)
  var set: [UInt8] = []
  set.reserveCapacity(plain.count + 16)
  for (place, byte) in plain.enumerated() {
    guard byte == UInt8(ascii: " ") else {
      set.append(byte)
      continue
    }
    switch place + 1 < plain.count ? plain[place + 1] : 0 {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"): set += "\u{202F}".utf8
    case UInt8(ascii: ":"): set += "\u{A0}".utf8
    case _ where plain[..<place].ends(with: "«") || plain[(place + 1)...].begins(with: "»"):
      set += "\u{A0}".utf8
    default: set.append(byte)
    }
  }
  return set.count == plain.count ? text : String(decoding: set, as: UTF8.self)
}

extension ArraySlice<UInt8> {
  fileprivate func begins(with sign: StaticString) -> Bool {
    prefix(sign.utf8CodeUnitCount).isEqual(to: sign)
  }

  fileprivate func ends(with sign: StaticString) -> Bool {
    suffix(sign.utf8CodeUnitCount).isEqual(to: sign)
  }

  private func isEqual(to sign: StaticString) -> Bool {
    count == sign.utf8CodeUnitCount
      && indices.allSatisfy { unsafe self[$0] == sign.utf8Start[$0 - startIndex] }
  }
}
