/// What is done with an ending once it is found.
enum EndingRule: UInt8, Sendable {
  // Standard endings
  case ance, ation, logie, usion, ence, ement, ity, ive, eaux, aux, euse, issement
  case amment, emment, ment
  // Verb endings: those in i, then the others
  case ir, ions, er, ant
  // Residual endings
  case ion, ier, mute
}

/// An ending, its last 16 bytes packed so that the last byte is the lowest.
struct Ending: Sendable {
  var bytes: UInt128
  /// Which bits of the packed end of a word are compared.
  var mask: UInt128
  var length: Int
  var rule: EndingRule
}

/// A list of endings, longest first, so that the first that fits is the one that Snowball means.
struct EndingTable: Sendable {
  private var endings: [Ending] = []

  private init(_ lists: [(words: StaticString, rule: EndingRule)]) {
    for list in lists { add(list.words, list.rule) }
  }

  /// The longest ending of `word` that begins at `limit` or after it.
  ///
  /// - Complexity: O(*k*) in the number of endings, one comparison each.
  func longest(of word: [UInt8], from limit: Int) -> Ending? {
    let room = word.count - limit
    var tail: UInt128 = 0
    for byte in word.suffix(16) { tail = tail &<< 8 | UInt128(byte) }
    for ending in endings where tail & ending.mask == ending.bytes && ending.length <= room {
      return ending
    }
    return nil
  }

  private mutating func add(_ words: StaticString, _ rule: EndingRule) {
    _ = words.anyWord { range in
      var bytes: UInt128 = 0
      var mask: UInt128 = 0
      for index in range {
        bytes = bytes &<< 8 | UInt128(words.byte(at: index))
        mask = mask &<< 8 | 0xFF
      }
      let place = endings.firstIndex { $0.length < range.count } ?? endings.count
      endings.insert(Ending(bytes: bytes, mask: mask, length: range.count, rule: rule), at: place)
      return false
    }
  }
}

// MARK: - Tables

extension EndingTable {
  static let standard = Self([
    ("ance iqUe isme able iste eux ances iqUes ismes ables istes", .ance),
    ("atrice ateur ation atrices ateurs ations", .ation),
    ("logie logies", .logie),
    ("usion ution usions utions", .usion),
    ("ence ences", .ence),
    ("ement ements", .ement),
    ("ité ités", .ity),
    ("if ive ifs ives", .ive),
    ("eaux", .eaux),
    ("aux", .aux),
    ("euse euses", .euse),
    ("issement issements", .issement),
    ("amment", .amment),
    ("emment", .emment),
    ("ment ments", .ment),
  ])

  static let firstVerbs = Self([
    ("îmes ît îtes i ie Ie ies ir ira irai iraIent irais irait iras irent irez iriez", .ir),
    ("irions irons iront is issaIent issais issait issant issante issantes issants", .ir),
    ("isse issent isses issez issiez issions issons it", .ir),
  ])

  static let secondVerbs = Self([
    ("ions", .ions),
    ("é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions", .er),
    ("erons eront ez iez", .er),
    ("âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses", .ant),
    ("assiez assions", .ant),
  ])

  static let residual = Self([
    ("ion", .ion),
    ("ier ière Ier Ière", .ier),
    ("e", .mute),
  ])
}
