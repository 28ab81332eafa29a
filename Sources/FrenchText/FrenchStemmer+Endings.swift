// MARK: - Standard endings

extension FrenchStemmer {
  /// Takes off an ending of nouns, adjectives and adverbs.
  /// - Returns: False when the verb endings are to be tried, even if the word has changed.
  func removeStandardEnding(from word: inout [UInt8]) -> Bool {
    guard let ending = standardEndings.longest(of: word, from: 0) else { return false }
    let start = word.count - ending.length
    switch ending.rule {
    case .amment, .emment:
      guard start >= regions.verb else { return false }
      word.removeLast(5)
      word.append(UInt8(ascii: "n"))
      word.append(UInt8(ascii: "t"))
      return false
    case .ment:
      guard word.hasVowel(before: start), word.characterStart(before: start) >= regions.verb
      else { return false }
      word.removeLast(ending.length)
      return false
    case .eaux:
      word.removeLast()
      return true
    case .aux:
      guard start >= regions.first else { return false }
      word.removeLast(2)
      word.append(UInt8(ascii: "l"))
      return true
    case .euse:
      return removeEuse(from: &word, at: start)
    case .issement:
      guard start >= regions.first, start > 0, !word.hasVowel(before: start) else { return false }
      word.removeLast(ending.length)
      return true
    case .ement:
      guard start >= regions.verb else { return false }
      word.removeLast(ending.length)
      removeBeforeEment(from: &word)
      return true
    default:
      guard start >= regions.second else { return false }
      replaceInR2(ending.rule, of: &word, at: start)
      return true
    }
  }

  private func replaceInR2(_ rule: EndingRule, of word: inout [UInt8], at start: Int) {
    switch rule {
    case .logie:
      word.removeLast(word.count - start - 3)
    case .usion:
      word.removeLast(word.count - start - 1)
    case .ence:
      word.removeLast(word.count - start - 2)
      word.append(UInt8(ascii: "t"))
    case .ation:
      word.removeLast(word.count - start)
      removeIc(from: &word)
    case .ity:
      word.removeLast(word.count - start)
      removeBeforeIty(from: &word)
    case .ive:
      word.removeLast(word.count - start)
      if removeInR2("at", from: &word) { removeIc(from: &word) }
    default:
      word.removeLast(word.count - start)
    }
  }

  private func removeEuse(from word: inout [UInt8], at start: Int) -> Bool {
    if start >= regions.second {
      word.removeLast(word.count - start)
      return true
    }
    guard start >= regions.first else { return false }
    word.removeLast(word.count - start - 2)
    word.append(UInt8(ascii: "x"))
    return true
  }

  private func removeBeforeEment(from word: inout [UInt8]) {
    if word.has("iv", before: word.count) {
      if removeInR2("iv", from: &word) { _ = removeInR2("at", from: &word) }
    } else if word.has("eus", before: word.count) {
      _ = removeEuse(from: &word, at: word.count - 3)
    } else if word.has("abl", before: word.count) {
      _ = removeInR2("abl", from: &word)
    } else if word.has("iqU", before: word.count) {
      _ = removeInR2("iqU", from: &word)
    } else if word.has("ièr", before: word.count, from: regions.verb)
      || word.has("Ièr", before: word.count, from: regions.verb)
    {
      word.removeLast(4)
      word.append(.i)
    }
  }

  private func removeBeforeIty(from word: inout [UInt8]) {
    if word.has("abil", before: word.count) {
      guard !removeInR2("abil", from: &word) else { return }
      word.removeLast(2)
      word.append(UInt8(ascii: "l"))
    } else if word.has("ic", before: word.count) {
      removeIc(from: &word)
    } else {
      _ = removeInR2("iv", from: &word)
    }
  }

  /// Takes off `ic` in R2, and writes it `iqU` before.
  private func removeIc(from word: inout [UInt8]) {
    guard word.has("ic", before: word.count), !removeInR2("ic", from: &word) else { return }
    word.removeLast()
    word.append(UInt8(ascii: "q"))
    word.append(.markedU)
  }

  private func removeInR2(_ suffix: StaticString, from word: inout [UInt8]) -> Bool {
    guard word.has(suffix, before: word.count, from: regions.second) else { return false }
    word.removeLast(suffix.utf8CodeUnitCount)
    return true
  }
}

// MARK: - Verb endings

extension FrenchStemmer {
  func removeFirstVerbEnding(from word: inout [UInt8]) -> Bool {
    guard let ending = firstVerbEndings.longest(of: word, from: regions.verb) else { return false }
    let start = word.count - ending.length
    guard start > regions.verb, word[start - 1] != .markH, !word.hasVowel(before: start)
    else { return false }
    word.removeLast(ending.length)
    return true
  }

  func removeSecondVerbEnding(from word: inout [UInt8]) -> Bool {
    guard let ending = secondVerbEndings.longest(of: word, from: regions.verb) else { return false }
    let start = word.count - ending.length
    if ending.rule == .ions, start < regions.second { return false }
    word.removeLast(ending.length)
    if ending.rule == .ant, word.has("e", before: start, from: regions.verb) { word.removeLast() }
    return true
  }

  /// After a verb ending, `Y` becomes `i` and `ç` becomes `c`.
  func replaceSoftEnd(of word: inout [UInt8]) {
    if word.last == .markedY {
      word[word.count - 1] = .i
    } else if word.has("ç", before: word.count) {
      word.removeLast(2)
      word.append(UInt8(ascii: "c"))
    }
  }
}

// MARK: - Last letters

extension FrenchStemmer {
  /// Takes off a plural `s`, then a mute or noun ending.
  func removeResidualEnding(from word: inout [UInt8]) {
    if word.count > 1, word.last == UInt8(ascii: "s") {
      let end = word.count - 1
      if word.has("Hi", before: end) || !keepsS(word, before: end) { word.removeLast() }
    }
    guard let ending = residualEndings.longest(of: word, from: regions.verb) else { return }
    let start = word.count - ending.length
    switch ending.rule {
    case .ier:
      word.removeLast(ending.length)
      word.append(.i)
    case .ion:
      guard start >= regions.second, start > regions.verb,
        word[start - 1] == UInt8(ascii: "s") || word[start - 1] == UInt8(ascii: "t")
      else { return }
      word.removeLast(3)
    default:
      word.removeLast()
    }
  }

  /// Whether the letter before a final `s` is one of `aiouès`, after which the `s` stays.
  private func keepsS(_ word: [UInt8], before end: Int) -> Bool {
    switch word[end - 1] {
    case .a, .i, .o, .u, UInt8(ascii: "s"): true
    default: word.has("è", before: end)
    }
  }

  /// Makes a doubled last consonant single: `enn`, `onn`, `ett`, `ell`, `eill`.
  func undouble(_ word: inout [UInt8]) {
    let end = word.count
    let isDouble =
      word.has("enn", before: end) || word.has("onn", before: end) || word.has("ett", before: end)
      || word.has("ell", before: end) || word.has("eill", before: end)
    if isDouble { word.removeLast() }
  }

  /// Writes the last vowel `e` when it is `é` or `è` and consonants follow.
  func unaccent(_ word: inout [UInt8]) {
    var end = word.count
    while end > 0, !word.hasVowel(before: end) { end = word.characterStart(before: end) }
    guard end < word.count, word.has("é", before: end) || word.has("è", before: end) else { return }
    word[end - 2] = .e
    word.remove(at: end - 1)
  }
}
