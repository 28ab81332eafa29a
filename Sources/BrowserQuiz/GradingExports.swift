internal import BrowserCore
internal import Memory

/// Grades a typed answer: the request is the answer, the accepted ones, and other terms; see ``TextLists``.
///
/// - Returns: The number of bytes of the result; see ``json(_:)-(Verdict)``.
@_expose(wasm, "grade")
@c(core_grade)
func exportedGrade(_ count: Int) -> Int {
  let request = Exchange.bytes(count)
  let parts = TextLists.split(request[...], TextLists.part)
  guard parts.count == 3 else { return 0 }
  let grader = Grader(accepted: TextLists.texts(parts[1]), others: TextLists.texts(parts[2]))
  return Exchange.answer(json(grader.grade(Array(parts[0]).span)))
}

/// Grades a typed list: the request is the answer, for each item a list of accepted answers, and other terms.
///
/// - Returns: The number of bytes of the result; see ``json(_:)-(ListGrader.Result)``.
@_expose(wasm, "gradeList")
@c(core_gradeList)
func exportedGradeList(_ count: Int) -> Int {
  let request = Exchange.bytes(count)
  let parts = TextLists.split(request[...], TextLists.part)
  guard parts.count == 3 else { return 0 }
  let items = TextLists.split(parts[1], TextLists.list).map { TextLists.texts($0) }
  let grader = ListGrader(items: items, others: TextLists.texts(parts[2]))
  return Exchange.answer(json(grader.grade(Array(parts[0]).span)))
}

/// A number below a bound that follows from a name and a seed alone, as the terminal draws them.
///
/// - Parameters:
///   - count: The bytes of the name, which is the request.
///   - seed: What tells draws for one name apart.
///   - place: The how-manieth number is wanted, from 0.
///   - bound: From 1 to 2³¹ − 1.
/// - Returns: From 0 to `bound` − 1.
@_expose(wasm, "draw")
@c(core_draw)
func exportedDraw(_ count: Int, _ seed: Double, _ place: Int, _ bound: Int) -> Int {
  let number = Int(truncatingIfNeeded: whole(seed))
  var generator = SplitMix64(name: Exchange.bytes(count).span, number: number)
  for _ in 0..<max(0, place) { _ = generator.next() }
  return generator.next(below: max(1, bound))
}
