import YAML

extension Node {
  /// The node on one line, each value preceded by its line, so that a test can compare it whole.
  var outline: String {
    switch value {
    case .scalar(let text, let isQuoted): "\(line):" + (isQuoted ? "'\(text)'" : text)
    case .sequence(let nodes):
      "\(line):[" + nodes.map(\.outline).joined(separator: " ") + "]"
    case .mapping(let entries):
      "\(line):{"
        + entries.map { "\($0.keyLine):\($0.key)=\($0.value.outline)" }.joined(separator: " ") + "}"
    }
  }
}
