extension Tokenizer {
  /// The token of the run just read: the whole, if it is one, or its first part.
  mutating func firstToken() -> Token? {
    guard parts.count > 1 else {
      nextPart = parts.count
      guard let part = parts.first else { return nil }
      return word(part.range, kind: part.kind, isUppercase: part.count.isUppercase)
    }
    swap(&form, &run)
    guard let kind = kindOfWhole() else { return takePart() }
    form.removeAll(keepingCapacity: true)
    if kind == .code {
      append(0..<run.count)
    } else {
      for part in parts { append(part.form) }
    }
    var count = LetterCount()
    for part in parts { count = count + part.count }
    let range = parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound
    // The mask of an address block is no word of its own.
    if isAddressBlock { parts.removeLast() }
    return Token(
      range: range, position: position, width: parts.count, kind: kind,
      isUppercase: count.isUppercase)
  }

  /// The token of the next part.
  mutating func takePart() -> Token? {
    let part = parts[nextPart]
    nextPart += 1
    form.removeAll(keepingCapacity: true)
    append(part.form)
    return word(part.range, kind: part.kind, isUppercase: part.count.isUppercase)
  }

  private mutating func append(_ range: Range<Int>) {
    for index in range { form.append(run[index]) }
  }

  /// An IPv4 address and its mask.
  private var isAddressBlock: Bool {
    joiners == .slash && parts.count == 2 && parts[0].kind == .code && parts[0].count.letters == 0
  }

  /// What the parts make together, or nil if they are only words side by side.
  private func kindOfWhole() -> Token.Kind? {
    if joiners.isEmpty { return .compound }
    let isSpelled = !joiners.isDisjoint(with: [.dot, .underscore, .colon])
    if isSpelled || parts.contains(where: { $0.count.digits > 0 }) { return .code }
    return joiners == .hyphen && !isInversion ? .compound : nil
  }

  /// Whether the run ends with a pronoun or `ci`, `là`: `est-ce`, `a-t-il`, `celui-là`.
  private var isInversion: Bool {
    let last = parts[parts.count - 1].form
    guard last.count <= 5 else { return false }
    let clitics: StaticString =
      "ce ci là la il ils elle elles je tu nous vous moi toi lui leur le les y en"
    return clitics.lists(run.span.extracting(last))
  }
}
