internal import CYAML

/// The owner of a libyaml parser and of the bytes that it reads.
@safe
struct EventReader: ~Copyable {
  /// Lives on the heap because libyaml keeps a pointer from the parser to itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// The text, at one address for as long as the parser lives.
  private let source: UnsafeMutableBufferPointer<UInt8>

  /// The numbers of the first and of the last line.
  private let lines: ClosedRange<Int>

  /// Prepares to read a text.
  init(_ text: String, firstLine: Int) throws(YAMLError) {
    let breaks = text.utf8.dropLast().count { $0 == UInt8(ascii: "\n") }
    lines = firstLine...firstLine + breaks
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) != 0 else {
      unsafe parser.deallocate()
      throw YAMLError(line: firstLine, problem: "out of memory", kind: .outOfMemory)
    }
    unsafe self.parser = unsafe parser
    unsafe source = .allocate(capacity: text.utf8.count)
    _ = unsafe source.initialize(fromContentsOf: text.utf8)
    unsafe yaml_parser_set_input_string(parser, source.baseAddress, source.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe source.deallocate()
  }

  /// Reads the next event.
  ///
  /// - Throws: A ``YAMLError`` of kind `syntax` or `outOfMemory`.
  mutating func next() throws(YAMLError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) != 0 else { throw error }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe Event(event, line: line(of: event.start_mark))
  }

  private var error: YAMLError {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) }
    switch unsafe state.error {
    case YAML_MEMORY_ERROR:
      return YAMLError(line: lines.lowerBound, problem: "out of memory", kind: .outOfMemory)
    case YAML_READER_ERROR:
      // The reader works ahead of the scanner and knows only how many bytes it had read.
      let read = unsafe source.prefix(state.problem_offset)
      let line = unsafe lines.lowerBound + read.count { $0 == UInt8(ascii: "\n") }
      return YAMLError(line: line, problem: problem ?? "unreadable text", kind: .syntax)
    default:
      // What is still open at the end of the text went wrong where it was opened.
      let isAtEnd = unsafe lines.lowerBound + Int(state.problem_mark.line) > lines.upperBound
      let hasContext = unsafe state.context != nil
      let mark = unsafe isAtEnd && hasContext ? state.context_mark : state.problem_mark
      let line = line(of: mark)
      return YAMLError(line: line, problem: problem ?? "invalid YAML", kind: .syntax)
    }
  }

  /// The number of the line of a mark, which libyaml puts beyond the last line at the end.
  private func line(of mark: yaml_mark_t) -> Int {
    min(lines.lowerBound + Int(mark.line), lines.upperBound)
  }
}
