internal import FrenchText

/// The forms met while indexing and the terms that they belong to.
///
/// A form is stemmed once, when it is first met.
struct FormVocabulary {
  private(set) var forms = StringSet(capacity: 1 << 16)
  private(set) var terms = StringSet(capacity: 1 << 16)
  /// What is known of each form.
  private(set) var records: [Record] = []
  private var formCounts: [UInt32] = []
  private var keys = TermKeys()
  /// The key being made.
  private var key: [UInt8] = []

  struct Record {
    var term: UInt32
    /// The place of the form among those of its term, in the order of meeting.
    var place: UInt32
    /// How often the form occurs.
    var frequency: UInt32
    /// Whether nobody asks where the form stands: « le », « qui ».
    var isLight: Bool
    /// For forms without positions, the last document in which it was met, and one more.
    var lastDocument: UInt32 = 0
  }

  /// The number of a form, which is counted.
  mutating func number(of form: Span<UInt8>) -> Int {
    let (number, isNew) = forms.insert(form)
    if isNew { append(form) } else { records[number].frequency &+= 1 }
    return number
  }

  mutating func meet(_ number: Int, in document: UInt32) -> Bool {
    guard records[number].lastDocument != document &+ 1 else { return false }
    records[number].lastDocument = document &+ 1
    return true
  }

  private mutating func append(_ form: Span<UInt8>) {
    var key: [UInt8] = []
    swap(&key, &self.key)
    key.removeAll(keepingCapacity: true)
    keys.appendKey(of: form, to: &key)
    let (term, isNew) = terms.insert(key.span)
    if isNew { formCounts.append(0) }
    records.append(
      Record(
        term: UInt32(term), place: formCounts[term], frequency: 1,
        isLight: TermKeys.isLight(key.span)))
    formCounts[term] += 1
    swap(&key, &self.key)
  }
}
