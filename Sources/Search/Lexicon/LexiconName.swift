/// What the lexicon is sorted by: the folded form and, where the surface form differs, a zero and the difference.
///
/// The difference is a byte that tells how many first bytes both forms have in common (255 less so many), then
/// what the surface form has in place of the rest, but for its last bytes that the folded form has as well, and a
/// byte that tells how many these are. Forms of one folded spelling stand in the order of the surface forms: of
/// two, that one comes first which departs from the folded form later.
func lexiconName(surface: ArraySlice<UInt8>, folded: [UInt8]) -> [UInt8] {
  guard surface != folded[...] else { return folded }
  let most = Swift.min(255, Swift.min(surface.count, folded.count))
  var first = 0
  while first < most, surface[surface.startIndex + first] == folded[first] { first += 1 }
  var last = 0
  while last < most - first,
    surface[surface.endIndex - 1 - last] == folded[folded.count - 1 - last]
  { last += 1 }
  return folded + [0, UInt8(255 - first)] + surface.dropFirst(first).dropLast(last) + [UInt8(last)]
}

/// The surface form of a name of the lexicon, as it is read: with its accents.
///
/// - Complexity: O(*n*) in the length of the name.
func surface(ofName name: [UInt8]) -> [UInt8] {
  guard let separator = name.firstIndex(of: 0), separator + 2 < name.count else { return name }
  let folded = name[..<separator]
  let last = Int(name[name.count - 1])
  return folded.prefix(255 - Int(name[separator + 1])) + name[(separator + 2)..<(name.count - 1)]
    + folded.suffix(last)
}
