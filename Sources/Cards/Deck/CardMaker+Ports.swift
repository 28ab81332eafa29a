internal import Notes

extension CardMaker {
  /// Cards from flows to their ports, and from a port to its only flow.
  mutating func addPorts() {
    var order: [String] = []
    var flows: [String: [Port]] = [:]
    var numbers: [String: Set<Int>] = [:]
    for port in note.ports where admits(port.section, port.line, "port", port.subject) {
      let key = memo.normalName(port.subject.replacing("→", with: " vers "))
      if flows[key] == nil { order.append(key) }
      if numbers[key, default: []].insert(port.number).inserted {
        flows[key, default: []].append(port)
      }
    }
    for key in order {
      guard let ports = flows[key], let first = ports.first else { continue }
      let isHeading = first.subject == TermName(note.sections[first.section].name).term
      let isName = Initials.isAcronym(first.subject) || names.knows(first.subject)
      let isArticled = ["le", "la", "les", "the"].contains(foldedWords(first.subject).first ?? "")
      guard !isHeading || isName && !isArticled,
        !TermTest.isCode(first.subject) || first.subject.holds("→")
      else {
        omit(first.line, "port", first.subject, .notATerm)
        continue
      }
      guard !isHeading || isWhole(ports) else {
        omit(first.line, "port", first.subject, .severalAnswers)
        continue
      }
      guard ports.count <= 3, first.subject.count <= 80, !key.isEmpty else {
        omit(first.line, "port", first.subject, ports.count > 3 ? .severalAnswers : .tooLong)
        continue
      }
      addPort(ports, key: key)
    }
  }

  /// Whether the line that names a heading's ports names no number besides: « SSH sur le port 22, RDP sur le 3389 »
  /// tells of two uses, and the heading is neither.
  private func isWhole(_ ports: [Port]) -> Bool {
    ports.allSatisfy { port in
      let line = note.text(of: port) ?? ""
      let named = ports.reduce(into: Set<Int>()) { named, other in
        if other.line == port.line {
          named.formUnion([other.number, other.through ?? other.number])
        }
      }
      // Smaller numbers count something else.
      let numbers = line.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      return numbers.allSatisfy { $0 < 20 || named.contains($0) }
    }
  }

  private mutating func addPort(_ ports: [Port], key: String) {
    let port = ports[0]
    let numbers = ports.map(\.numbers)
    let flow = port.subject.split(separator: "→").map { Notes.trimmed($0) }
    let isFlow = flow.count == 2
    let place = isFlow || !names.areSame(port.subject, note.title) ? "« \(note.title) » : " : ""
    let isRange = ports.count == 1 && port.through != nil
    let which = isRange ? "quelle plage de ports" : ports.count == 1 ? "quel port" : "quels ports"
    let are = isRange ? "est utilisée" : ports.count == 1 ? "est utilisé" : "sont utilisés"
    let question =
      isFlow
      ? "par \(which) passe le flux de « \(flow[0]) » vers « \(flow[1]) »"
      : "\(which) \(are) pour « \(port.subject) »"
    let answer = numbers.joined(separator: ", ")
    let spellings = isRange ? [answer, answer.replacing("–", with: " à ")] : [answer]
    add(
      Text(
        kind: ports.count == 1 ? .typed : .list,
        front: (place.isEmpty
          ? question.prefix(1).uppercased() + question.dropFirst() : place + question)
          + " ?",
        back: answer, accepted: ports.count == 1 ? spellings : numbers),
      pattern: "port", key: [key, "forward"], section: port.section, line: port.line,
      terms: [port.subject], siblings: "port" + key, hidden: numbers)
    let isOnly =
      ports.count == 1
      && survey.subjectCount(ofPort: port.number) == 1
    guard isOnly, isFlow else { return }
    let through = isRange ? "les ports \(answer.replacing("–", with: " à "))" : "le port \(answer)"
    add(
      Text(front: "« \(note.title) » : quel flux passe par \(through) ?", back: port.subject),
      pattern: "port", key: [key, "reverse"], section: port.section, line: port.line,
      terms: [port.subject], siblings: "port" + key)
  }
}
