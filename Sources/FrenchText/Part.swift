/// A part of a run: `east` in `us-east-1`.
struct Part: Sendable {
  /// The bytes of the source text.
  var range: Range<Int>
  /// The bytes of the run's form.
  var form: Range<Int>
  var kind: Token.Kind
  var count: LetterCount
}

/// How many characters of each sort a part holds.
struct LetterCount: Sendable {
  var letters = 0
  var uppers = 0
  var digits = 0

  var isUppercase: Bool { letters > 1 && uppers == letters }
  var kind: Token.Kind { digits == 0 ? .word : letters == 0 ? .number : .code }

  static func + (left: Self, right: Self) -> Self {
    Self(
      letters: left.letters + right.letters, uppers: left.uppers + right.uppers,
      digits: left.digits + right.digits)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(
      letters: left.letters - right.letters, uppers: left.uppers - right.uppers,
      digits: left.digits - right.digits)
  }
}

/// A part being read, with what is needed to see that it is two words written as one.
struct OpenPart: Sendable {
  /// Where the part begins in the source text.
  var start: Int
  /// Where the part begins in the form of the run.
  var form: Int
  var count = LetterCount()
  /// How many numbers a dotted number has so far.
  var numbers = 1
  /// Whether signs belong to the part, as in `c++` and `::1`.
  var isCode = false
  var previous: CharacterClass = []
  /// The last capital, if a word may begin there; what follows decides.
  var capital: Capital?

  init(start: Int, form: Int) {
    self.start = start
    self.form = form
  }

  /// A capital letter inside a part.
  struct Capital: Sendable {
    var start: Int
    var form: Int
    var countBefore: LetterCount
    var previous: CharacterClass
    var lowersAfter = 0
  }

  /// Takes in a character.
  ///
  /// A word begins at a capital after a small letter, if another letter follows (`MySQL`); and at
  /// a capital after a capital or a digit, if two small letters follow (`AWSLambda`, `S3Bucket`, but
  /// not `VPCs`). At least two characters must stand before it (`iPhone` and `eBPF` stay whole).
  /// - Returns: The part that ends at the last capital, now that a word is known to begin there.
  mutating func take(_ character: CharacterClass, at start: Int, form: Int) -> Part? {
    let closed = isWordStart(before: character) ? closeAtCapital() : nil
    switch character {
    case .upper:
      capital =
        count.letters + count.digits > 1
        ? Capital(start: start, form: form, countBefore: count, previous: previous) : nil
      count.letters += 1
      count.uppers += 1
    case .digit:
      capital = nil
      count.digits += 1
    default:
      capital?.lowersAfter += 1
      count.letters += 1
    }
    previous = character
    return closed
  }

  /// Whether a small letter only has to be counted: no capital waits for what follows it.
  var takesSmallLetter: Bool { capital == nil }

  /// Takes in a small letter if ``takesSmallLetter``.
  mutating func takeSmallLetter() {
    count.letters += 1
    previous = .lower
  }

  private func isWordStart(before character: CharacterClass) -> Bool {
    guard let capital, character != .digit else { return false }
    return capital.previous == .lower || (character == .lower && capital.lowersAfter == 1)
  }

  private mutating func closeAtCapital() -> Part? {
    guard let capital else { return nil }
    let closed = Part(
      range: start..<capital.start, form: form..<capital.form, kind: capital.countBefore.kind,
      count: capital.countBefore)
    start = capital.start
    form = capital.form
    count = count - capital.countBefore
    self.capital = nil
    return closed
  }

  /// The part as it stands, ending where the reader is.
  func closed(at end: Int, form formEnd: Int) -> Part {
    Part(
      range: start..<end, form: form..<formEnd,
      kind: isCode || numbers == 4 ? .code : count.kind, count: count)
  }
}

/// The signs met between the parts of a run.
struct Joiners: OptionSet, Sendable {
  let rawValue: UInt8
  static var hyphen: Self { Self(rawValue: 1) }
  static var dot: Self { Self(rawValue: 2) }
  static var underscore: Self { Self(rawValue: 4) }
  static var colon: Self { Self(rawValue: 8) }
  static var slash: Self { Self(rawValue: 16) }
  static var at: Self { Self(rawValue: 32) }
}
