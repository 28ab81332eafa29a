internal import FrenchText

/// A heading as a fragment of an address: lower-case letters without accents, digits, single hyphens.
func slug(_ title: String) -> String {
  var slug: [UInt8] = []
  var bytes: [UInt8] = []
  appendFolded(Array(title.utf8).span, to: &bytes)
  if bytes.allSatisfy({ $0 < 0x80 }) { return asciiSlug(bytes) }
  for character in String(decoding: bytes, as: UTF8.self) {
    if isLetter(character) || isNumber(character) {
      slug.append(contentsOf: Array(String(character).utf8))
    } else if slug.last != UInt8(ascii: "-"), !slug.isEmpty {
      slug.append(UInt8(ascii: "-"))
    }
  }
  while slug.last == UInt8(ascii: "-") { slug.removeLast() }
  return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
}

private func asciiSlug(_ bytes: [UInt8]) -> String {
  var slug: [UInt8] = []
  for byte in bytes {
    if isLetterOrDigit(byte) {
      slug.append(byte)
    } else if slug.last != UInt8(ascii: "-"), !slug.isEmpty {
      slug.append(UInt8(ascii: "-"))
    }
  }
  while slug.last == UInt8(ascii: "-") { slug.removeLast() }
  return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
}

/// A heading as GitHub spells its fragment: lower case, accents kept, spaces as hyphens, punctuation dropped.
func gitHubSlug(_ title: String) -> String {
  if title.utf8.allSatisfy({ $0 < 0x80 }) { return asciiGitHubSlug(title.utf8) }
  var slug = ""
  for character in title.lowercased() {
    if isLetter(character) || isNumber(character) || character == "-" || character == "_" {
      slug.append(character)
    } else if character == " " {
      slug.append("-")
    }
  }
  return slug
}

private func asciiGitHubSlug(_ title: String.UTF8View) -> String {
  var slug: [UInt8] = []
  for byte in title {
    if (0x41...0x5A).contains(byte) {
      slug.append(byte | 0x20)
    } else if isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
      slug.append(byte)
    } else if byte == UInt8(ascii: " ") {
      slug.append(UInt8(ascii: "-"))
    }
  }
  return String(decoding: slug, as: UTF8.self)
}

/// Gives out names, each once: one that was taken gets `-1` or the next number that is free.
struct UniqueNames {
  private var counts: [String: Int] = [:]

  mutating func next(_ name: String) -> String {
    var candidate = name
    while counts[candidate] != nil {
      let count = (counts[name] ?? 0) + 1
      counts[name] = count
      candidate = "\(name)-\(count)"
    }
    counts[candidate] = 0
    return candidate
  }
}
