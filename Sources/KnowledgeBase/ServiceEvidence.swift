internal import Notes

/// What tells that a term is a service where no note names it after its vendor.
///
/// - A definition calls it one: « **EC2** : service de machines virtuelles ».
/// - Its name does: « Simple Queue Service ».
/// - It is an acronym or a made word, and a definition says that it is managed: « **RDS** : base relationnelle managée ».
enum ServiceEvidence {
  /// Whether a term is a service by its names or by one of its definitions.
  ///
  /// - Parameters:
  ///   - term: A term.
  ///   - definitions: What the notes say it is.
  /// - Returns: Whether something tells so.
  /// - Complexity: O(*n*) in the length of the definitions.
  static func isService(_ term: Term, _ definitions: [Definition]) -> Bool {
    if term.names.contains(where: endsAsService) { return true }
    return definitions.contains { definition in
      guard definition.pattern != .label, isProperName(definition.term) else { return false }
      return isService(genus(of: definition.text))
        || isMade(definition.term) && isManaged(firstSentence(definition.text))
    }
  }

  /// Whether a name of several words calls itself a service, as « Simple Queue Service », but not « Software as a
  /// Service » and « Denial of Service ».
  static func endsAsService(_ name: String) -> Bool {
    let words = name.split { $0 == " " || $0 == "-" }
    guard (2...5).contains(words.count), words.last == "Service" || words.last == "Services" else {
      return false
    }
    return words.dropLast().allSatisfy { $0.first?.isUppercase == true }
  }

  /// Whether a name is no common noun: each word begins with a capital or a number, as « Route 53 ».
  private static func isProperName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (1...4).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
      && name.contains(where: \.isUppercase) && name.contains(where: \.isLetter)
      && !name.contains { ":,;?!/()".contains($0) }
      && !Labels.isLabel(name)
  }

  /// Whether a name was made, and is no word of a language: « RDS », « DynamoDB », « Route 53 ».
  private static func isMade(_ name: String) -> Bool {
    name.contains(where: \.isNumber)
      || !name.contains(" ") && name.dropFirst().contains(where: \.isUppercase)
  }

  /// What a definition says first: the words up to a comma or a stop, without what they begin with, « X est un ».
  private static func genus(of text: String) -> [String] {
    let opening = text.prefix(200).prefix { !",;:.(".contains($0) }
    var words = foldedWords(opening)[...]
    if let verb = words.prefix(8).firstIndex(where: {
      ["est", "is", "designe", "agit"].contains($0)
    }) {
      words = words[(verb + 1)...]
    }
    while let first = words.first, articles.contains(first) { words.removeFirst() }
    return Array(words.prefix(12))
  }

  /// Whether the noun is « service », behind whose English form nothing but its complement comes.
  private static func isService(_ genus: [String]) -> Bool {
    if genus.first == "service" { return true }
    let noun = genus.prefix { !followers.contains($0) }
    return noun.count > 1 && noun.last == "service"
  }

  private static func isManaged(_ sentence: String) -> Bool {
    foldedWords(sentence.prefix(200)).contains {
      ["manage", "managee", "manages", "managees", "managed"].contains($0)
    }
  }

  private static let articles: Set = [
    "un", "une", "le", "la", "l", "d", "a", "an", "the", "ce", "c",
  ]

  /// What ends a noun in English and French.
  private static let followers: Set = [
    "that", "which", "who", "to", "for", "of", "from", "by", "with", "used", "in", "qui", "que",
    "pour", "de", "d", "du", "des", "permettant", "where", "you",
  ]
}

// MARK: - Commands and addresses

extension ServiceFinder {
  /// Adds the services that a line addresses: `aws s3 cp`, `arn:aws:sqs:`, `lambda.amazonaws.com`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  mutating func addAddressed(in line: TextLine) {
    // Most lines have none of them.
    guard line.text.holds("aws") else { return }
    let words = line.text.pieces
    for (place, word) in words.enumerated() {
      if word == "aws", line.isCode || place == 0, place + 1 < words.count {
        let command = words[place + 1]
        if !Self.ownCommands.contains(String(command)) { addAddressed(command) }
      }
      var rest = word[...]
      while let found = rest.firstRange(of: "arn:aws:") {
        rest = rest[found.upperBound...]
        addAddressed(rest.prefix { $0 != ":" })
      }
      if let end = word.firstRange(of: ".amazonaws.com") {
        let labels = word[..<end.lowerBound].split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        // A region stands between: `ec2.eu-west-3.amazonaws.com`.
        if let label = labels.last(where: { !($0.contains("-") && $0.last?.isNumber == true) }) {
          addAddressed(label)
        }
      }
    }
  }

  private mutating func addAddressed(_ name: Substring) {
    guard (2...20).contains(name.count), name.first?.isLetter == true,
      name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    else { return }
    addTerm(named: String(name))
  }

  /// What `aws` does itself.
  private static let ownCommands: Set = ["configure", "help", "history", "login", "logout", "sso"]
}
