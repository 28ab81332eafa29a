/// The sizes of a map, in its own units: a unit is a pixel where the map is shown in its full width.
struct Measures {
  /// The size of labels.
  ///
  /// Group names are as large but bold, hence wider.
  static let font = 13.0
  static let nameFont = font * 1.1
  static let lineHeight = 16.0
  /// A box of one line, its distance to the next, and the room beside its label.
  static let boxHeight = 26.0
  static let boxGap = 6.0
  static let boxPadding = 9.0
  /// What a group's area leaves around its boxes, and its line for the name.
  static let areaPadding = 10.0
  static let nameHeight = 30.0
  /// Between two areas of a column: edges that pass run here.
  static let areaGap = 24.0
  /// Around the map.
  static let margin = 2.0
  /// Between two columns, at least and at most.
  static let gutter = 84.0...150.0
  /// Beside the centre of a neighbourhood, at least.
  static let spoke = 56.0
  /// What bows within a group take beside the boxes: the more of them, the more.
  static let bow = 26.0...54.0
  /// What bows between groups of one column take beside the areas, at least and at most.
  static let rail = 24.0...130.0
  static let widestLabel = 152.0
  static let narrowestBox = 64.0

  /// The height of a box with so many lines.
  static func boxHeight(lines: Int) -> Double { boxHeight + Double(lines - 1) * lineHeight }
}
