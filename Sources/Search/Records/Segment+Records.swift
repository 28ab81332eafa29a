extension Segment {
  /// Whether some note has not just one section.
  var hasSeveralSections: Bool { range(.noteStarts).count > 0 }

  /// Where the record of a document begins, in words.
  func record(ofDocument document: Int) -> Int {
    (document - documentBase) * Layout.documentRecord
  }

  /// The first document of a note, or of what comes behind the last one.
  func firstDocument(ofNote note: Int) -> Int {
    let place = note - noteBase
    let first = hasSeveralSections ? word(.noteStarts, place) : place
    return documentBase + Swift.min(first, documentCount)
  }

  /// The documents of a note.
  func documents(ofNote note: Int) -> Range<Int> {
    let first = firstDocument(ofNote: note)
    return first..<Swift.max(first, firstDocument(ofNote: note + 1))
  }

  /// The note of a document; one that exists even where the index is damaged.
  func note(ofDocument document: Int) -> Int {
    let most = noteBase + Swift.max(0, noteCount - 1)
    guard hasSeveralSections else {
      return Swift.min(Swift.max(noteBase, noteBase + document - documentBase), most)
    }
    var low = 0
    var high = noteCount
    while low < high {
      let middle = (low + high) / 2
      if word(.noteStarts, middle) <= document - documentBase {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return Swift.min(noteBase + Swift.max(0, low - 1), most)
  }

  /// The length of a field of a document, in words; 0 for the text.
  func length(of field: Field, inDocument document: Int) -> UInt32 {
    let range = range(.fieldLengths)
    var start = range.lowerBound + 4 * Field.text.rawValue
    for number in 0..<field.rawValue {
      start += Int(bytes.word(at: range.lowerBound + 4 * number) & 7) * documentCount
    }
    let place = document - documentBase
    let width = Int(bytes.word(at: range.lowerBound + 4 * field.rawValue) & 7)
    guard bytes.has(start + width * place..<start + width * (place + 1)) else { return 0 }
    switch field == .text ? 0 : bytes.word(at: range.lowerBound + 4 * field.rawValue) {
    case 1: return UInt32(bytes[start + place])
    case 2:
      return UInt32(bytes[start + 2 * place]) | UInt32(bytes[start + 2 * place + 1]) << 8
    case 4: return bytes.word(at: start + 4 * place)
    default: return 0
    }
  }
}
