internal import FrenchText

/// What was typed, taken apart.
///
/// | typed | meaning |
/// |---|---|
/// | `word other` | sections about these words, the more of them the better |
/// | `"a phrase"`, `« a phrase »` | these words in this order |
/// | `+word`, `-word` | must occur, must not occur |
/// | `pref*` | any word that begins so |
/// | `titre:word`, `terme:word` | the word in a heading, in a defined name |
/// | `service:`, `note:`, `tag:`, `catégorie:` | only notes so labelled |
public struct Query: Sendable {
  /// Whether a clause has to match.
  enum Occurrence { case should, must, mustNot }

  /// How the words of a clause belong together.
  enum Shape { case words, phrase, prefix }

  struct Clause: Sendable {
    var occurrence: Occurrence
    var shape: Shape
    var fields: FieldSet
    var words: [AnalyzedWord]
  }

  /// What a filter looks at.
  public enum Label: Sendable { case service, note, tag, category }

  /// A condition on the notes that passages come from.
  public struct Filter: Hashable, Sendable {
    /// What is looked at.
    public var label: Label

    /// What it has to be, in UTF-8, as typed.
    public var value: [UInt8]

    /// Whether it must not be so.
    public var isNegated: Bool
  }

  var clauses: [Clause] = []
  var filters: [Filter] = []

  /// The words that may name a term of the glossary.
  ///
  /// They are those of a query that is nothing but words, or one phrase; demands, exclusions and filters
  /// ask for passages.
  var name: [AnalyzedWord] {
    guard clauses.count == 1, filters.isEmpty, clauses[0].fields == .all,
      clauses[0].occurrence == .should, clauses[0].shape != .prefix
    else { return [] }
    return clauses[0].words
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool { clauses.isEmpty && filters.isEmpty }

  /// The most words, phrases and filters that are looked at, and the most words of each: no one types as many, and
  /// each is held against the others.
  static let mostItems = 512

  /// Reads a query; any bytes are one.
  ///
  /// What follows the first 512 words, phrases and filters is passed over.
  ///
  /// - Parameter text: What was typed, in UTF-8.
  /// - Complexity: O(*n*)
  public init(_ text: [UInt8]) {
    var scanner = QueryScanner(text)
    var words: [UInt8] = []
    var count = 0
    while count < Self.mostItems, let item = scanner.next() {
      count += 1
      if let label = item.label {
        filters.append(
          Filter(label: label, value: item.text, isNegated: item.occurrence == .mustNot))
      } else if item.occurrence == .should, item.shape == .words, item.fields == .all {
        words.append(contentsOf: item.text + [0x20])
      } else {
        append(item)
      }
    }
    let plain = Array(analyzedWords(of: words).prefix(Self.mostItems))
    if !plain.isEmpty {
      clauses.insert(
        Clause(occurrence: .should, shape: .words, fields: .all, words: plain), at: 0)
    }
  }

  /// Adds a clause of its own; one word typed with a hyphen or an apostrophe is a phrase.
  private mutating func append(_ item: QueryScanner.Item) {
    let words = Array(analyzedWords(of: item.text).prefix(Self.mostItems))
    guard !words.isEmpty else { return }
    let isSeveral = words.filter { $0.width == 1 }.count > 1
    let shape: Shape = item.shape == .words && isSeveral ? .phrase : item.shape
    clauses.append(
      Clause(occurrence: item.occurrence, shape: shape, fields: item.fields, words: words))
  }
}

/// A choice of fields.
struct FieldSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let title = FieldSet(rawValue: 1 << UInt8(Field.title.rawValue))
  static let terms = FieldSet(rawValue: 1 << UInt8(Field.terms.rawValue))
  static let context = FieldSet(rawValue: 1 << UInt8(Field.context.rawValue))
  static let all = FieldSet(rawValue: 0b1111)

  func contains(_ field: Field) -> Bool { rawValue & 1 << UInt8(field.rawValue) != 0 }
}
