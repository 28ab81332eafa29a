internal import Highlighting

extension FuzzTarget {
  /// Code that is coloured; the first byte says in which language.
  static let code = FuzzTarget(name: "code") { bytes in
    let languages = Language.allCases
    let code = Array(bytes.dropFirst())
    var end = 0
    for token in tokens(of: code, language: languages[Int(bytes.first ?? 0) % languages.count]) {
      must(
        token.range.lowerBound >= end && !token.range.isEmpty, "tokens stand one after another")
      end = token.range.upperBound
    }
    must(end <= code.count, "tokens stand in the code")
  }
}
