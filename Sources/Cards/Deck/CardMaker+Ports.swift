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
      guard ports.count <= 3, first.subject.count <= 80, !key.isEmpty else {
        omit(first.line, "port", first.subject, ports.count > 3 ? .severalAnswers : .tooLong)
        continue
      }
      addPort(ports, key: key)
    }
  }

  private mutating func addPort(_ ports: [Port], key: String) {
    let port = ports[0]
    let numbers = ports.map { String($0.number) }
    let flow = port.subject.split(separator: "→").map { Notes.trimmed($0) }
    let isFlow = flow.count == 2
    let what = isFlow ? "de « \(flow[0]) » vers « \(flow[1]) »" : "pour « \(port.subject) »"
    let place = isFlow || !names.areSame(port.subject, note.title) ? "« \(note.title) » : " : ""
    let answer = numbers.joined(separator: ", ")
    add(
      Text(
        kind: ports.count == 1 ? .typed : .list,
        front:
          "\(place)quel\(ports.count == 1 ? " port est utilisé" : "s ports sont utilisés") \(what) ?",
        back: answer, accepted: ports.count == 1 ? [answer] : numbers),
      pattern: "port", key: [key, "forward"], section: port.section, line: port.line,
      terms: [port.subject], siblings: "port" + key, hidden: numbers)
    let isOnly =
      ports.count == 1
      && survey.subjectCount(ofPort: port.number) == 1
    guard isOnly, isFlow else { return }
    add(
      Text(
        front: "« \(note.title) » : qu’est-ce qui passe par le port \(port.number) ?",
        back: port.subject),
      pattern: "port", key: [key, "reverse"], section: port.section, line: port.line,
      terms: [port.subject], siblings: "port" + key)
  }
}
