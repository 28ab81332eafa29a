internal import CYAML

/// A step through a YAML text, in the order of writing.
struct Event {
  enum Kind {
    case scalar(String, isQuoted: Bool)
    case alias(String)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case streamEnd
    /// The start or the end of a document, or the start of the stream.
    case boundary
  }

  let kind: Kind

  /// The name by which later aliases may repeat the value that begins here.
  let anchor: String?

  /// The line on which the event begins.
  let line: Int

  /// Copies out of libyaml's event all that is of use here.
  init(_ event: yaml_event_t, line: Int) {
    self.line = line
    let data = unsafe event.data
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.plain_implicit != 0
      kind = unsafe .scalar(String(decoding: bytes, as: UTF8.self), isQuoted: !isPlain)
      anchor = unsafe Self.text(scalar.anchor)
    case YAML_ALIAS_EVENT:
      kind = unsafe .alias(Self.text(data.alias.anchor) ?? "")
      anchor = nil
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      anchor = unsafe Self.text(data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      anchor = unsafe Self.text(data.mapping_start.anchor)
    case YAML_SEQUENCE_END_EVENT: (kind, anchor) = (.sequenceEnd, nil)
    case YAML_MAPPING_END_EVENT: (kind, anchor) = (.mappingEnd, nil)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: (kind, anchor) = (.streamEnd, nil)
    default: (kind, anchor) = (.boundary, nil)
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}
