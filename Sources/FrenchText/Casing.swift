/// The lower case of a code point, for Latin, Greek and Cyrillic; others are returned as they are.
///
/// Ranges where upper and lower case alternate are told by parity. `İ` becomes a plain `i`.
func lowercased(_ scalar: UInt32) -> UInt32 {
  if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
  switch scalar {
  case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 0x20
  case 0x100..<0x180: return lowercasedExtendedA(scalar)
  case 0x386...0x3AB: return lowercasedGreek(scalar)
  case 0x400...0x40F: return scalar + 0x50
  case 0x410...0x42F: return scalar + 0x20
  case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1E95, 0x1EA0...0x1EFF:
    return scalar | 1
  case 0x4C0: return 0x4CF
  case 0x4C1...0x4CE: return scalar + (scalar & 1)
  case 0x1E9E: return 0xDF
  default: return scalar
  }
}

private func lowercasedExtendedA(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x130: 0x69
  case 0x131, 0x138, 0x149: scalar
  case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
  case 0x178: 0xFF
  case 0x17F: 0x73
  default: scalar | 1
  }
}

private func lowercasedGreek(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x386: 0x3AC
  case 0x388...0x38A: scalar + 0x25
  case 0x38C: 0x3CC
  case 0x38E, 0x38F: scalar + 0x3F
  case 0x391...0x3A1, 0x3A3...0x3AB: scalar + 0x20
  default: scalar
  }
}
