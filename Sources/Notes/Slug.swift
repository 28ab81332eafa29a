internal import FrenchText

/// A heading as a fragment of an address: lower-case letters without accents, digits, single hyphens.
func slug(_ title: String) -> String {
  var slug: [UInt8] = []
  var bytes: [UInt8] = []
  appendFolded(Array(title.utf8).span, to: &bytes)
  for character in String(decoding: bytes, as: UTF8.self) {
    if character.isLetter || character.isNumber {
      slug.append(contentsOf: Array(String(character).utf8))
    } else if slug.last != UInt8(ascii: "-"), !slug.isEmpty {
      slug.append(UInt8(ascii: "-"))
    }
  }
  while slug.last == UInt8(ascii: "-") { slug.removeLast() }
  return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
}

/// A heading as GitHub spells its fragment: lower case, accents kept, spaces as hyphens, punctuation dropped.
func gitHubSlug(_ title: String) -> String {
  var slug = ""
  for character in title.lowercased() {
    if character.isLetter || character.isNumber || character == "-" || character == "_" {
      slug.append(character)
    } else if character == " " {
      slug.append("-")
    }
  }
  return slug
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
