internal import FrenchText

/// The place of a note's page below the root of the site: `Réseau/NAT gateway.md` has `reseau/nat-gateway/`.
///
/// The page and the program that builds the site both find it by this rule, so that an index need not tell it.
/// The parts of the path are written as ``FrenchText/appendAddressWord(of:to:)`` says; `index`, `readme` and
/// `lisezmoi` are their folder. Two notes may get the same place: who builds the site has to tell them apart.
///
/// - Parameter note: The note's path below the content folder, in UTF-8, its parts apart by `/`.
/// - Returns: The place, which ends with `/`; nothing for the first page of all.
/// - Complexity: O(*n*) in the bytes of the path.
public func pagePath(of note: [UInt8]) -> [UInt8] {
  let parts = note.split(separator: UInt8(ascii: "/"))
  var path: [UInt8] = []
  for (place, part) in parts.enumerated() {
    let isLast = place == parts.count - 1
    var word: [UInt8] = []
    appendAddressWord(of: Array(isLast ? withoutExtension(part) : part).span, to: &word)
    if isLast, isFolderPage(word, isTop: place == 0) { break }
    // A name of signs alone needs a place, too.
    path += word.isEmpty ? [UInt8(ascii: "-")] : word
    path.append(UInt8(ascii: "/"))
  }
  return path
}

private func withoutExtension(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  for ending in extensions where name.count > ending.count {
    let rest = name.suffix(ending.count)
    let isSame = zip(rest, ending).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    if isSame { return name.dropLast(ending.count) }
  }
  return name
}

private func isFolderPage(_ word: [UInt8], isTop: Bool) -> Bool {
  word == folderPages[0] || (!isTop && folderPages.contains(word))
}

private let extensions = (".markdown .md" as StaticString).words
private let folderPages = ("index readme lisezmoi" as StaticString).words
