/// A piece of an edge between two columns, or beside one: what can cross another.
struct Strand: Hashable {
  enum Shape: UInt8 {
    /// From the column on the left, at `first`, to the one on the right, at `second`.
    case across
    /// From one place of the column on the left of the gutter down to another.
    case bowLeft
    /// The same beside the column on the right.
    case bowRight
  }

  /// The gutter: 0 lies left of the first column, 1 right of it.
  var gutter: Int
  var shape: Shape
  /// Heights of its ends; of a bow, the upper one first.
  var first: Double
  var second: Double

  /// Whether two strands of one gutter must cross.
  func crosses(_ other: Strand) -> Bool {
    switch (shape, other.shape) {
    case (.across, .across): (first - other.first) * (second - other.second) < 0
    case (.bowLeft, .bowLeft), (.bowRight, .bowRight):
      first < other.first && other.first < second && second < other.second
        || other.first < first && first < other.second && other.second < second
    case (.across, .bowLeft): other.first < first && first < other.second
    case (.across, .bowRight): other.first < second && second < other.second
    case (.bowLeft, .across), (.bowRight, .across): other.crosses(self)
    case (.bowLeft, .bowRight), (.bowRight, .bowLeft): false
    }
  }
}
