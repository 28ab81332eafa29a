/// Where a term stands in a document, and in which of its forms.
struct Places {
  /// The numbers of the words, counted through all fields; ascending.
  private(set) var positions: [UInt32] = []
  /// For each of them the form; the most frequent one is 0.
  private(set) var forms: [UInt8] = []
  /// Whether a form is not 0.
  private(set) var hasForms = false
  /// Whether a form is not the first place's.
  var hasSeveralForms: Bool { forms.contains { $0 != forms[0] } }

  var isEmpty: Bool { positions.isEmpty }

  mutating func append(_ position: UInt32, form: UInt8) {
    positions.append(position)
    forms.append(form)
    if form > 0 { hasForms = true }
  }

  mutating func removeAll() {
    positions.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    hasForms = false
  }

  /// Gives each form another number.
  mutating func renumber(_ number: (UInt8) -> UInt8) {
    hasForms = false
    for place in forms.indices {
      forms[place] = number(forms[place])
      if forms[place] > 0 { hasForms = true }
    }
  }
}
