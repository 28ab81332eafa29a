internal import FrenchText

/// Says whether a typed answer is right.
///
///     let grader = Grader(accepted: [Array("Équilibreur de charge".utf8)], others: [])
///     grader.grade(Array("l’equilibreur de chrage".utf8).span)  // .typo
///
/// Answers are compared without case, accents, punctuation, leading articles, « Amazon » and « AWS »;
/// what stands in parentheses may be left out. Codes (four letters or fewer, or a word with a digit)
/// must be exact; other answers may hold one typing error, from 9 letters on two, from 16 three.
public struct Grader: Sendable {
  private let accepted: [[AnswerForm]]
  private let others: [AnswerForm]

  /// Creates a grader for one question.
  ///
  /// - Parameters:
  ///   - accepted: Right answers in UTF-8, the one to show first.
  ///   - others: Other terms, which the learner may have meant: an answer with an error is wrong if it
  ///     is at least as near to one of them. Those that are the same as an accepted one do no harm.
  /// - Complexity: O(bytes of `accepted` and `others`), and comparing each with each.
  public init(accepted: [[UInt8]], others: [[UInt8]] = []) {
    let own = accepted.map { AnswerForm.all(of: $0.span) }
    self.accepted = own
    self.others = others.flatMap { other -> [AnswerForm] in
      let forms = AnswerForm.all(of: other.span)
      let isOwn = own.contains { $0.contains { mine in forms.contains { $0.isSame(as: mine) } } }
      return isOwn ? [] : forms
    }
  }

  /// Grades an answer.
  ///
  /// - Parameter given: What was typed, in UTF-8.
  /// - Returns: The verdict, with the difference from the nearest accepted answer if there is one.
  /// - Complexity: O(accepted answers · letters), and for an answer with errors O(others · letters).
  public func grade(_ given: Span<UInt8>) -> Verdict {
    let whole = AnswerForm(FoldedAnswer(given))
    guard !whole.joined.isEmpty else { return .wrong(nil) }
    // « EBS (Elastic Block Store) » answers « EBS » and « Elastic Block Store (EBS) » as well; but
    // « sous-réseaux (privés) » does not answer « sous-réseaux (publics) ».
    let short = AnswerForm(FoldedAnswer(given, skipsParentheses: true))
    let isExpanded = AnswerForm.all(of: given).count > 2
    var best: Match?
    for (place, forms) in accepted.enumerated() {
      for form in forms {
        if form.joined == whole.joined { return .exact }
        if forms.count == 1 || isExpanded, form.joined == short.joined { return .exact }
        best = nearest(best, Match(place: place, form: form, given: whole))
      }
    }
    guard let best else { return .wrong(nil) }
    let alignment = Alignment(
      accepted: best.place, expected: best.form.folded, given: whole.folded)
    return best.isForgiven && !isNearOther(whole, best.distance)
      ? .typo(alignment) : .wrong(alignment)
  }

  /// Whether another term is at least as near.
  private func isNearOther(_ given: AnswerForm, _ distance: Int) -> Bool {
    others.contains { other in
      editDistance(given.joined.span, other.joined.span, limit: distance) != nil
    }
  }

  private func nearest(_ best: Match?, _ match: Match) -> Match {
    guard let best else { return match }
    if match.isForgiven != best.isForgiven { return match.isForgiven ? match : best }
    return match.distance < best.distance ? match : best
  }

  /// A given answer beside one form of an accepted one.
  private struct Match {
    let place: Int
    let form: AnswerForm
    /// The errors; beyond the greatest tolerance only a bound.
    let distance: Int
    let isForgiven: Bool

    init(place: Int, form: AnswerForm, given: AnswerForm) {
      self.place = place
      self.form = form
      let distance = editDistance(given.joined.span, form.joined.span, limit: 8)
      self.distance = distance ?? .max
      isForgiven = (distance ?? .max) <= form.tolerance && form.hasDigits(of: given)
    }
  }
}
