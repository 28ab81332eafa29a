internal import FrenchText

/// Tells the terms of forms, each looked up once.
struct KnownTerms {
  private let lexicon: Lexicon
  private var terms: [[UInt8]: Int?] = [:]

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The term of a form that occurs in the notes.
  mutating func term(of form: [UInt8]) -> Int? {
    if let known = terms[form] { return known }
    var folded: [UInt8] = []
    appendFolded(form.span, to: &folded)
    let term = lexicon.term(ofName: lexiconName(surface: form[...], folded: folded))
    terms[form] = .some(term)
    return term
  }
}

extension Lexicon {
  /// The term of the form that has a name in the table.
  func term(ofName name: [UInt8]) -> Int? {
    guard let form = forms.seek(name), form.string == name else { return nil }
    return Int(form.numbers[0])
  }
}
