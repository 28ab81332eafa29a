/// Whether a word carries no meaning in a query.
///
/// These are French and English articles, pronouns, prepositions, conjunctions, auxiliaries and
/// question words: what is left of « comment est-ce qu'on chiffre un volume ? » is the verb and the
/// volume.
///
/// Some look like acronyms (`OU`, `IT`, `ES`): do not ask for a token that is all upper case.
///
/// - Parameter folded: The word, folded by ``appendFolded(_:to:)``.
/// - Returns: Whether a query can do without the word.
/// - Complexity: O(1): a hash and mostly one comparison.
public func isFillerWord(_ folded: Span<UInt8>) -> Bool {
  guard folded.count <= FillerTable.longest else { return false }
  return FillerTable.all.contains(folded)
}

/// The filler words in a table with open addressing, each packed into two numbers.
private struct FillerTable {
  static let all = FillerTable([frenchFillers, englishFillers])
  static let longest = 16
  /// Four times as many slots as words.
  private static let size = 2048

  private struct Word: Equatable {
    var first: UInt64 = 0
    var last: UInt64 = 0
    /// The slot at which looking for the word begins.
    var slot: Int {
      let hash = (first ^ last &* 0xE703_7ED1_A0B4_28DB) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: hash >> 53)
    }

    mutating func append(_ byte: UInt8) {
      first = first << 8 | last >> 56
      last = last << 8 | UInt64(byte)
    }
  }

  private var slots = [Word](repeating: Word(), count: size)

  private init(_ lists: [StaticString]) {
    for list in lists {
      _ = list.anyWord { range in
        var word = Word()
        for place in range { word.append(list.byte(at: place)) }
        var slot = word.slot
        while slots[slot] != Word() { slot = (slot + 1) % Self.size }
        slots[slot] = word
        return false
      }
    }
  }

  func contains(_ folded: Span<UInt8>) -> Bool {
    var word = Word()
    for place in folded.indices { word.append(folded[place]) }
    var slot = word.slot
    while slots[slot] != Word() {
      if slots[slot] == word { return true }
      slot = (slot + 1) % Self.size
    }
    return false
  }
}

private let frenchFillers: StaticString = """
  a ai aie ait alors apres as au aucun aucune aujourd'hui auquel aussi autre autres aux auxquelles \
  auxquels aura aurait auront avaient avait avant avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui \
  ces cet cette ceux chaque chez ci combien comme comment contre d dans de deja depuis des desquelles desquels \
  doit doivent donc dont du duquel durant elle elles en encore entre es est et etaient etait etant ete etes etre \
  eu eux fait faire faites faut font furent fut ici il ils j je jusqu jusque l la laquelle le lequel les \
  lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes mien moi mon n \
  ne ni nos notre nous on ont ou oui par parce parmi pas pendant peut peuvent peux plus pour pourquoi \
  pourrait puis puisqu puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui \
  quoi quoiqu quoique s sa sans se sera serait seraient selon seront ses si sien soi soient soit son sommes sont sous \
  suis sur t ta tandis te tel telle telles tels tes tien toi ton toujours tous tout toute toutes tres tu un \
  une vers veut veux via voici voila vos votre vous vs y
  """

private let englishFillers: StaticString = """
  about all also an and any are at be been being between both but by can could did do does doing \
  each for from had has have having he her here hers him his how i if in into is it its just may me \
  might mine must my no nor not of off on onto or other our ours over shall she should so some such \
  than that the their theirs them then there these they this those through to too under until upon \
  us was we were what when where which while who whom whose why will with would you your yours
  """

/// All words that ``isFillerWord(_:)`` is about, folded; for search engines that want them as a list.
///
/// - Complexity: O(*n*) in their number.
public var fillerWords: [[UInt8]] { frenchFillers.words + englishFillers.words }
