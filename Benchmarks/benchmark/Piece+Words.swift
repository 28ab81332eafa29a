internal import FrenchText

/// The forms of all words of some documents, as the tokenizer gives them.
struct Forms {
  /// All forms in reading order, one after another.
  private(set) var bytes: [UInt8] = []
  /// The end of each form in `bytes`.
  private(set) var ends: [Int] = []
  /// Each form once.
  private(set) var distinct: Set<[UInt8]> = []

  init(of documents: Documents) {
    documents.readWords { form in
      bytes.append(contentsOf: form)
      ends.append(bytes.count)
      if !distinct.contains(form) { distinct.insert(form) }
    }
  }
}

extension Documents {
  /// Cuts all titles and texts into words.
  func readWords(_ body: ([UInt8]) -> Void) {
    var tokenizer = Tokenizer()
    for place in 0..<count {
      for field in [title(place), text(place)] {
        let span = bytes.span.extracting(field)
        tokenizer.restart()
        while tokenizer.next(in: span) != nil { body(tokenizer.form) }
      }
    }
  }
}

extension Piece {
  /// Cutting titles and texts into words.
  static func tokenise(_ documents: Documents) -> Piece {
    Piece(name: "tokenise", unit: .megabytes) {
      var tokens = 0
      documents.readWords { _ in tokens += 1 }
      return tokens > 0 ? Double(documents.textSize) : 0
    }
  }

  /// Finding the index key of every form, once.
  static func stemDistinct(_ forms: Forms) -> Piece {
    let distinct = Array(forms.distinct)
    return Piece(name: "stem_distinct", unit: .perSecond("forms")) {
      var analyzer = Analyzer()
      var key: [UInt8] = []
      for form in distinct {
        key.removeAll(keepingCapacity: true)
        analyzer.appendKey(of: form.span, to: &key)
      }
      return Double(distinct.count)
    }
  }

  /// Finding the index key of every word, as often as it occurs; told in bytes of the text it stands in.
  static func stemAll(_ forms: Forms, textSize: Int) -> Piece {
    Piece(name: "stem_all", unit: .megabytes) {
      var analyzer = Analyzer()
      var key: [UInt8] = []
      var start = 0
      for end in forms.ends {
        key.removeAll(keepingCapacity: true)
        analyzer.appendKey(of: forms.bytes.span.extracting(start..<end), to: &key)
        start = end
      }
      return Double(textSize)
    }
  }
}
