/// The Snowball stemmer for French, as libstemmer 2.2.0 computes it.
///
/// The algorithm is described at <https://snowballstem.org/algorithms/french/stemmer.html>. It works
/// in three regions at the end of the word: RV, R1 and R2.
public struct FrenchStemmer: Sendable {
  let standardEndings = EndingTable.standard
  let firstVerbEndings = EndingTable.firstVerbs
  let secondVerbEndings = EndingTable.secondVerbs
  let residualEndings = EndingTable.residual
  var regions = Regions()

  /// Creates a stemmer; the tables of endings are built with the first one.
  public init() {}

  /// Replaces a word by its stem.
  ///
  /// - Parameter form: A word in lower case, in UTF-8, its accents composed (form C).
  /// - Complexity: O(*n*) in the bytes of the word, without allocation.
  public mutating func stem(_ form: inout [UInt8]) {
    markConsonants(in: &form)
    regions = Regions(of: form)
    if removeStandardEnding(from: &form) || removeFirstVerbEnding(from: &form)
      || removeSecondVerbEnding(from: &form)
    {
      replaceSoftEnd(of: &form)
    } else {
      removeResidualEnding(from: &form)
    }
    undouble(&form)
    unaccent(&form)
    unmarkConsonants(in: &form)
  }
}

// MARK: - Marks

// Vowels that stand for consonants are written in upper case while the word is worked on; `ë` and
// `ï` become `He` and `Hi`, which take two bytes as they do, so that all is done in place.
extension FrenchStemmer {
  private func markConsonants(in word: inout [UInt8]) {
    var index = 0
    while index < word.count {
      // A vowel may mark one neighbour after another: reading goes on where the mark was found.
      if !markLetter(in: &word, at: index) { index += word.characterLength(at: index) }
    }
  }

  /// Marks the letter at `index` or the one after it.
  /// - Returns: Whether there was one to mark.
  private func markLetter(in word: inout [UInt8], at index: Int) -> Bool {
    let length = word.characterLength(at: index)
    let next = index + length
    if word.hasVowel(at: index), next < word.count {
      let letter = word[next]
      let isBetweenVowels = (letter == .u || letter == .i) && word.hasVowel(at: next + 1)
      if isBetweenVowels || letter == .y {
        word[next] = letter & 0xDF
        return true
      }
    }
    switch word[index] {
    case 0xC3 where length == 2 && (word[index + 1] == 0xAB || word[index + 1] == 0xAF):
      word[index + 1] = word[index + 1] == 0xAB ? .e : .i
      word[index] = .markH
    case .y where word.hasVowel(at: next):
      word[index] = .markedY
    case UInt8(ascii: "q") where next < word.count && word[next] == .u:
      word[next] = .markedU
    default:
      return false
    }
    return true
  }

  private func unmarkConsonants(in word: inout [UInt8]) {
    var kept = 0
    var index = 0
    while index < word.count {
      let byte = word[index]
      index += 1
      switch byte {
      case .markedI, .markedU, .markedY:
        word[kept] = byte | 0x20
        kept += 1
      case .markH:
        guard index < word.count, word[index] == .e || word[index] == .i else { continue }
        let accented: UInt8 = word[index] == .e ? 0xAB : 0xAF
        word[kept] = 0xC3
        word[kept + 1] = accented
        kept += 2
        index += 1
      default:
        word[kept] = byte
        kept += 1
      }
    }
    word.removeLast(word.count - kept)
  }
}
