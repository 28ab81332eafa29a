internal import Search

extension GlossaryDraft {
  /// The share that the expansion adds where an acronym is typed: people who type ECS mean ECS.
  private static let expansionWeight: Float = 0.3
  /// The share that the acronym adds where its expansion is typed: notes mostly write the acronym.
  private static let acronymWeight: Float = 1
  /// The share that a name in the other language adds.
  private static let translationWeight: Float = 0.6

  /// The terms whose best definition stands in a section that is searched, as the index takes them.
  ///
  /// - Parameter place: The section and the line of a definition.
  /// - Returns: The terms, each with its best definition.
  func sourceEntries(
    _ place: @Sendable (DefinitionPlace) -> (document: DocumentID, line: Int)
  ) -> [(entry: SourceEntry, definition: DefinitionPlace)] {
    entries { entry in
      guard let best = entry.statements.first, statements[best].isIndexed else { return nil }
      let definition = statements[best].place
      let (document, line) = place(definition)
      let source = SourceEntry(
        names: entry.names.map { Array(heap[names[$0].text]) },
        definition: Array(heap[statements[best].text]), section: .any(document), line: line,
        forms: entry.names.flatMap { forms(of: names[$0]) })
      return (source, definition)
    }
  }

  /// The names that are looked for where others are typed.
  ///
  /// - Complexity: O(*n* log *n*) in the number of acronyms.
  func synonyms(_ vocabulary: Vocabulary) -> [SourceSynonym] {
    var synonyms = SynonymTable()
    let add = { (name: Int, other: Int, weight: Float) in
      synonyms.add(
        heap[names[name].text], heap[names[other].text], weight, forms: forms(of: names[name]))
    }
    let pair = { (short: Int, long: Int) in
      add(short, long, Self.expansionWeight)
      add(long, short, Self.acronymWeight)
    }
    for acronym in acronyms { pair(acronym.lowerBound, acronym.upperBound - 1) }
    for statement in statements where statement.hasExpansion {
      pair(statement.names.lowerBound, statement.names.lowerBound + 1)
    }
    for labels in labels {
      guard let service = labels.service.first else { continue }
      if let name = labels.name.first { pair(service, name) }
      for name in labels.frenchNames {
        add(name, service, Self.acronymWeight)
        add(service, name, Self.expansionWeight)
      }
    }
    for group in vocabulary.groups {
      for name in group {
        let forms = nameKeys(of: Array(name.utf8))
        for other in group {
          synonyms.add(
            Array(name.utf8)[...], Array(other.utf8)[...], Self.translationWeight, forms: forms)
        }
      }
    }
    return synonyms.sorted()
  }

  private func forms(of name: Name) -> [[UInt8]] {
    name.keys.map { Array(heap[keys.ranges[keyNumbers[$0]]]) }
  }
}

/// Names and what else is looked for, each pair once, with the greatest of its weights.
private struct SynonymTable {
  private var places: [[ArraySlice<UInt8>]: Int] = [:]
  private var synonyms: [SourceSynonym] = []

  mutating func add(
    _ name: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, _ weight: Float,
    forms: @autoclosure () -> [[UInt8]]
  ) {
    guard name != other else { return }
    let place = places[[name, other], default: synonyms.count]
    if place == synonyms.count {
      places[[name, other]] = place
      synonyms.append(
        SourceSynonym(name: Array(name), other: Array(other), weight: weight, forms: forms()))
    } else {
      synonyms[place].weight = Swift.max(synonyms[place].weight, weight)
    }
  }

  func sorted() -> [SourceSynonym] {
    synonyms.sorted { left, right in
      left.name == right.name
        ? left.other.lexicographicallyPrecedes(right.other)
        : left.name.lexicographicallyPrecedes(right.name)
    }
  }
}
