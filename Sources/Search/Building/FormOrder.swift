/// The order of each term's forms, the most frequent first.
///
/// Where a term stands, an index tells in which form; small numbers take the least room.
struct FormOrder {
  /// For each form its number among those of its term.
  private(set) var places: [UInt8] = []
  /// For each portion the lexicon's numbers of its forms, term by term in the order of meeting.
  private var maps: [[UInt8]] = []
  /// For each portion where each term begins in its map.
  private var starts: [[UInt32]] = []

  /// Forms beyond this number share it.
  static let last: UInt8 = 20

  init() {}

  /// Orders forms.
  ///
  /// - Parameters:
  ///   - vocabularies: The forms of each portion.
  ///   - formsOfPortions: For each portion the numbers of its forms among all.
  ///   - frequencies: How often each form occurs.
  ///   - forms: All forms.
  ///   - formTerms: For each form its term.
  ///   - termCount: The number of terms.
  init(
    _ vocabularies: [FormVocabulary], formsOfPortions: [[UInt32]], frequencies: [UInt32],
    forms: StringList, formTerms: [UInt32], termCount: Int
  ) {
    places = [UInt8](repeating: 0, count: forms.count)
    var groups = [[UInt32]](repeating: [], count: termCount)
    for form in formTerms.indices { groups[Int(formTerms[form])].append(UInt32(form)) }
    for group in groups where group.count > 1 { order(group, frequencies, forms) }
    for (portion, vocabulary) in vocabularies.enumerated() {
      addMap(of: vocabulary, forms: formsOfPortions[portion])
    }
  }

  private mutating func order(_ group: [UInt32], _ frequencies: [UInt32], _ forms: StringList) {
    let sorted = group.sorted { left, right in
      let (more, less) = (frequencies[Int(left)], frequencies[Int(right)])
      if more != less { return more > less }
      return forms[Int(left)].lexicographicallyPrecedes(forms[Int(right)])
    }
    for (place, form) in sorted.enumerated() {
      places[Int(form)] = UInt8(Swift.min(place, Int(Self.last)))
    }
  }

  private mutating func addMap(of vocabulary: FormVocabulary, forms: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: vocabulary.terms.count + 1)
    for record in vocabulary.records { starts[Int(record.term) + 1] += 1 }
    for term in 0..<vocabulary.terms.count { starts[term + 1] += starts[term] }
    var map = [UInt8](repeating: 0, count: forms.count)
    for (number, record) in vocabulary.records.enumerated() {
      map[Int(starts[Int(record.term)] + record.place)] = places[Int(forms[number])]
    }
    self.starts.append(starts)
    maps.append(map)
  }

  /// The numbers of the forms of a term as they were met in a portion; `nil` where they are the same.
  func numbers(ofTerm number: Int, in portion: Int) -> FormNumbers? {
    let start = Int(starts[portion][number])
    let count = Int(starts[portion][number + 1]) - start
    guard count > 1 || maps[portion][start] != 0 else { return nil }
    return FormNumbers(map: maps[portion], start: start, count: count)
  }
}

/// The numbers of a term's forms.
struct FormNumbers {
  fileprivate let map: [UInt8]
  fileprivate let start: Int
  fileprivate let count: Int

  /// The number that the lexicon gives a form, by its number in the order of meeting.
  @inline(__always)
  subscript(form: UInt8) -> UInt8 { map[start &+ Swift.min(Int(form), count &- 1)] }
}
