internal import FrenchText

/// Tells the numbers of the terms of forms, each looked up once.
struct KnownTerms {
  private let forms: FrontCodedTable
  private let filter: FormFilter?
  /// The forms that were looked up, and for each its term.
  private var known = StringSet(capacity: 1 << 8)
  private var terms: [Int?] = []

  init(_ forms: FrontCodedTable, only filter: FormFilter? = nil) {
    self.forms = forms
    self.filter = filter
  }

  /// The term of a form that occurs in the notes.
  mutating func term(of form: [UInt8]) -> Int? {
    let (number, isNew) = known.insert(form.span)
    guard isNew else { return terms[number] }
    var folded: [UInt8] = []
    appendFolded(form.span, to: &folded)
    let isWanted = filter?.allows(form, folded: folded) ?? true
    let term = !isWanted ? nil : forms.term(ofName: lexiconName(surface: form[...], folded: folded))
    terms.append(term)
    return term
  }
}

extension FrontCodedTable {
  /// The number of the term of the form that has a name in a lexicon's table.
  func term(ofName name: [UInt8]) -> Int? {
    guard let form = seek(name), form.string == name else { return nil }
    return form.term
  }
}
