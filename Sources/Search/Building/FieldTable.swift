/// The lengths of the fields of each document, in words, and what its score is multiplied by.
struct FieldTable {
  private var documents: [Document] = []

  private struct Document {
    var lengths: InlineArray<4, UInt32>
    var prior: Float
  }

  var count: Int { documents.count }

  mutating func add(_ fields: InlineArray<4, Int>, prior: Float) {
    var short: InlineArray<4, UInt32> = [0, 0, 0, 0]
    for field in 0..<4 { short[field] = UInt32(Swift.min(fields[field], 0xFF_FFFF)) }
    documents.append(Document(lengths: short, prior: prior))
  }

  subscript(document: Int) -> InlineArray<4, UInt32> { documents[document].lengths }

  func prior(of document: Int) -> Float { documents[document].prior }

  /// A bound of the positions in a document.
  func extent(of document: Int) -> UInt32 {
    var end: UInt32 = 0
    let lengths = self[document]
    for field in 0..<4 where lengths[field] > 0 {
      end += (end > 0 ? UInt32(Field.gap) : 0) + lengths[field]
    }
    return end
  }

  mutating func append(_ other: FieldTable) {
    documents += other.documents
  }

  /// The lengths of all fields but the text, which no query asks for.
  ///
  /// | bytes | what |
  /// |---|---|
  /// | 4 a field, without the text | the width of its lengths in bytes: 0 where all are 0, else 1, 2 or 4 |
  /// | … | field by field, for each document its length |
  func layout() -> ByteWriter {
    var writer = ByteWriter()
    var widths: [Int] = []
    for field in 0..<Field.text.rawValue {
      var most: UInt32 = 0
      for document in documents { most = Swift.max(most, document.lengths[field]) }
      widths.append(most == 0 ? 0 : most < 1 << 8 ? 1 : most < 1 << 16 ? 2 : 4)
      writer.append(UInt32(widths[field]))
    }
    for field in widths.indices {
      for document in documents {
        let length = document.lengths[field]
        for byte in 0..<widths[field] {
          writer.append(byte: UInt8(truncatingIfNeeded: length >> UInt32(8 * byte)))
        }
      }
    }
    return writer
  }
}
