internal import FrenchText

/// The forms and terms of all portions, in the order of the lexicon.
struct LexiconDraft {
  private var forms: StringList
  /// The keys of the terms, in order.
  private var keys: StringList
  /// For each form its term and how often it occurs.
  private var formTerms: [UInt32] = []
  private var frequencies: [UInt32] = []
  private var formOrder = FormOrder()
  /// For each portion and each term, the term's number there, or ``nowhere``.
  private var localTerms: [[UInt32]] = []
  /// The terms in order, and how many occurrences come before each.
  private var order: [Int] = []
  private var weights: [Int] = []
  /// How many bytes the key of each term in order and the key before begin with alike, at most 255.
  private var commonLengths: [UInt8] = []
  private static let nowhere = UInt32.max

  init(_ vocabularies: [FormVocabulary]) {
    var forms = vocabularies.first?.forms ?? StringSet()
    var terms = vocabularies.first?.terms ?? StringSet()
    (self.forms, keys) = (StringList(), StringList())
    var formsOfPortions: [[UInt32]] = []
    for vocabulary in vocabularies {
      formsOfPortions.append(add(vocabulary, forms: &forms, terms: &terms))
    }
    self.forms = forms.strings
    formOrder = FormOrder(
      vocabularies, formsOfPortions: formsOfPortions, frequencies: frequencies, forms: self.forms,
      formTerms: formTerms, termCount: terms.count)
    order = terms.strings.sorted()
    keys = terms.strings.inOrder(order)
    var ofTerms = [Int](repeating: 0, count: terms.count)
    for form in formTerms.indices { ofTerms[Int(formTerms[form])] += Int(frequencies[form]) }
    var sum = 0
    for term in order {
      weights.append(sum)
      sum += ofTerms[term] + 8
    }
    weights.append(sum)
    for rank in order.indices {
      commonLengths.append(UInt8(Swift.min(0xFF, commonLength(before: rank))))
    }
    for portion in localTerms.indices {
      let missing = terms.count - localTerms[portion].count
      localTerms[portion] += [UInt32](repeating: Self.nowhere, count: missing)
    }
  }

  /// How many bytes the key of a term and the key before begin with alike.
  private func commonLength(before rank: Int) -> Int {
    guard rank > 0 else { return 0 }
    let heap = keys.heap.span
    return TermKeys.commonLength(
      heap.extracting(keys.range(rank - 1)), heap.extracting(keys.range(rank)))
  }

  /// Adds a portion's forms and terms, and tells the forms' numbers here.
  private mutating func add(
    _ vocabulary: FormVocabulary, forms: inout StringSet, terms: inout StringSet
  ) -> [UInt32] {
    var global: [UInt32] = []
    for term in 0..<vocabulary.terms.count {
      global.append(UInt32(terms.insert(vocabulary.terms[term].span).number))
    }
    var local = [UInt32](repeating: Self.nowhere, count: terms.count)
    for term in global.indices { local[Int(global[term])] = UInt32(term) }
    localTerms.append(local)
    var numbers: [UInt32] = []
    for (number, record) in vocabulary.records.enumerated() {
      let form = forms.insert(vocabulary.forms[number].span).number
      if form == formTerms.count {
        formTerms.append(global[Int(record.term)])
        frequencies.append(0)
      }
      frequencies[form] += record.frequency
      numbers.append(UInt32(form))
    }
    return numbers
  }
}

// MARK: - Terms

extension LexiconDraft {
  var termCount: Int { order.count }

  /// The number of a term in a portion, or `nil` where it does not occur.
  func number(ofTerm rank: Int, in portion: Int) -> Int? {
    let number = localTerms[portion][order[rank]]
    return number == Self.nowhere ? nil : Int(number)
  }

  /// Whether no places of a term are kept.
  func isLight(_ rank: Int) -> Bool {
    TermKeys.isLight(keys.heap.span.extracting(keys.range(rank)))
  }

  /// The distances to the terms that a query for a term also finds, for less: the nearest first.
  ///
  /// Keys are in order, so that those that begin alike are neighbours.
  func near(_ rank: Int) -> [Int] {
    let heap = keys.heap.span
    let key = heap.extracting(keys.range(rank))
    let least = TermKeys.leastCommonLength(key)
    var found: [(step: Int, likeness: Int)] = []
    for direction in [-1, 1] {
      var left = Self.mostNear
      var step = direction
      while left > 0, abs(step) < Self.farthest, isNear(rank, step, alikeFor: least) {
        let other = heap.extracting(keys.range(rank + step))
        if let likeness = TermKeys.likeness(key, other) {
          found.append((step, likeness))
          left -= 1
        }
        step += direction
      }
    }
    guard found.count > 1 else { return found.map { $0.step } }
    // Swift's sort is stable, so that of terms alike the smaller comes first.
    found.sort { $0.likeness > $1.likeness }
    return found.prefix(Self.mostNear).map { $0.step }
  }

  /// Whether the keys of a term and of the one so many steps away begin alike for so many bytes, if those
  /// between them do.
  private func isNear(_ rank: Int, _ step: Int, alikeFor least: Int) -> Bool {
    let other = rank + step
    guard other >= 0, other < order.count else { return false }
    return Int(commonLengths[step > 0 ? other : other + 1]) >= least
  }

  private static let mostNear = 4
  /// Terms that are further away in the order are not looked at.
  private static let farthest = 16

  /// The numbers that the forms of a term in a portion have in the lexicon, if they are others.
  func formNumbers(ofTerm number: Int, in portion: Int) -> FormNumbers? {
    formOrder.numbers(ofTerm: number, in: portion)
  }

  /// Laying out a form takes about as long as encoding so many occurrences.
  private static let layoutWeight = 4

  /// The ranks of one share of several that take about the same time, the last one with the lexicon.
  func share(_ share: Int, of count: Int) -> Range<Int> {
    let total = (weights.last ?? 0) + Self.layoutWeight * forms.count
    let bound = { (share: Int) in
      share >= count
        ? order.count : weights.firstIndex { $0 >= total / count * share } ?? order.count
    }
    return bound(share)..<bound(share + 1)
  }

  /// A ``FrontCodedTable`` of names, each with its term and a ``FormNote``.
  func layout() -> ByteWriter {
    var names = StringList()
    var folded: [UInt8] = []
    for form in 0..<forms.count {
      folded.removeAll(keepingCapacity: true)
      let surface = forms[form]
      appendFolded(surface.span, to: &folded)
      folded = lexiconName(surface: surface, folded: folded)
      names.append(folded.span)
    }
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, term) in order.enumerated() { ranks[term] = UInt32(rank) }
    var writer = FrontCodedTableWriter(numberCount: 2)
    for form in names.sorted() {
      writer.append(
        names[form],
        numbers: [
          ranks[Int(formTerms[form])],
          FormNote(place: formOrder.places[form], frequency: frequencies[form]).rawValue,
        ])
    }
    return writer.finish()
  }
}
