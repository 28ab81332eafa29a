internal import Notes

/// What a definition gives cards to say, in whichever note it stands.
///
/// Notes repeat each other's definitions, and each is read once; what is not asked for is not read. It belongs to
/// one thread.
final class DefinitionReading {
  private let definition: Definition

  /// Whether another term has the same definition.
  private let isShared: Bool

  /// Why the definition makes no card; `nil` if it does.
  let reason: Omission.Reason?

  private var knownStatement: ReverseStatement?

  init(_ definition: Definition, _ shared: SharedDefinitions, _ memo: TextMemo) {
    self.definition = definition
    isShared = shared.contains(definition.text)
    reason = TermTest.reason(against: definition, told: shared.stems(of: definition.text), memo)
  }

  /// How the term is shown.
  private(set) lazy var subject = DefinedTerm(definition)

  /// Whether the term is shown as code.
  private(set) lazy var isCode = TermTest.isCode(subject.shown)

  private lazy var noun = FrenchNoun(subject.shown, isEnglish: isEnglish(definition.text))

  /// Asks what the term is.
  private(set) lazy var whatIs =
    isCode ? "Que signifie « \(subject.shown) »" : noun.whatIs

  /// The term behind « de ».
  private(set) lazy var of = isCode ? "de « \(subject.shown) »" : noun.of

  /// What it is, in a few sentences.
  private(set) lazy var opening = Cards.opening(of: definition.statement, limit: 360)

  /// Whether the term can be asked for without telling what it is about.
  private(set) lazy var standsAlone: Bool = {
    let term = subject.shown
    let isShort = isCode || term.allSatisfy { $0.isLowercase || $0 == "-" }
    return definition.expansion != nil || !definition.aliases.isEmpty || Initials.isAcronym(term)
      || isNameLike(term) || definition.pattern == .headingSentence
      || definition.pattern == .label && !isShort
      || term.spaced.count > 2 && !isCode
  }()

  /// Initials among the names, and the words they stand for.
  private(set) lazy var acronym: (short: String, expansion: String)? = {
    let long = [definition.expansion].compactMap(\.self) + [definition.term] + definition.aliases
    for short in [definition.term] + definition.aliases {
      let written = definition.expansion != nil ? short.uppercased() : short
      guard Initials.isAcronym(written), written.count <= 6,
        let expansion = long.first(where: { $0 != short && Initials.match(written, $0) })
      else { continue }
      return (DefinedTerm.isMixed(short) ? short : written, expansion)
    }
    return nil
  }()

  /// Why the term cannot be asked for, whatever its other names are.
  private(set) lazy var reasonAgainstReverse: Omission.Reason? = {
    let words = definition.text.pieces.count
    guard words >= (definition.pattern == .plainTerm ? 6 : 3) else { return .tooShort }
    guard !isShared else { return .sharedDefinition }
    guard !TermTest.isStatementName(definition), !TermTest.isQuality(definition),
      isSentence || !statement.hasPrefix("qui ")
    else { return .notATerm }
    guard isSentence || !Saying.isStatement(predicate) && !Saying.isBareList(definition.text) else {
      return .notATerm
    }
    return nil
  }()

  /// What is said of the term without it.
  ///
  /// - Parameter others: All names of what it names, the same each time.
  /// - Returns: The statement, or why there is none.
  func reverse(hiding others: [String]) -> ReverseStatement {
    if let knownStatement { return knownStatement }
    let made = ReverseStatement(predicate, of: definition, others)
    knownStatement = made
    return made
  }

  private var isSentence: Bool { definition.pattern == .headingSentence }

  private lazy var statement = isSentence ? definition.text : definition.statement

  private lazy var predicate = Predicate(of: definition, saying: statement).text
}

/// What a question says of a term, whose names are hidden in it.
struct ReverseStatement {
  /// Why there is none; `nil` if there is.
  let reason: Omission.Reason?

  /// Asks for the term.
  let question: String

  /// Whether so little is said that the question must tell what it is about.
  let isVague: Bool

  init(_ predicate: String, of definition: Definition, _ others: [String]) {
    let mask = Mask(hiding: definition.names, and: others)
    var text = predicate
    var masked = mask.applied(to: firstSentence(text))
    if masked.rest < 4, !masked.text.holds(Mask.gap) {
      text = opening(of: text, limit: 300)
      masked = mask.applied(to: text)
    }
    let gaps = masked.text.count(of: Mask.gap)
    let isShort = masked.text.count <= 420
    let isTold =
      masked.rest >= (gaps > 0 ? 4 : 3)
      && (gaps < 2 || gaps == 2 && masked.rest >= 5 && !isEnglish(text)) && isShort
    reason = isTold ? nil : isShort ? .leak : .tooLong
    question = isTold ? ReverseQuestion.text(masked.text) : ""
    isVague = masked.rest < 7
  }
}
