extension MapLayout {
  /// What the map is called, for those who see it and those who do not.
  public struct Caption: Hashable, Sendable {
    /// The name of the map: « Carte des services ».
    public var title: String
    /// What it shows, in a sentence.
    public var description: String

    /// Creates a caption.
    public init(title: String, description: String) {
      self.title = title
      self.description = description
    }
  }

  /// The map as an `svg` element to stand in a page.
  ///
  /// There is no style in it: colours come from the page's style sheet through classes. `map` is the element,
  /// and `map-narrow` where it has a single column; `map-group` an area, `map-name` its name; `map-edge` an edge,
  /// with `map-strong` if it is closer than most and `map-spoke` if it ends in the centre; `map-box` the box of a node, `map-node` its link,
  /// `map-node map-centre` that of the centre. Groups, nodes and edges also have `map-tint-N`; edges between two
  /// groups have `map-between` instead. Within each link, `map-lit` holds its edges and the boxes at their ends
  /// once more, to be shown while the link is pointed at or has the focus.
  ///
  /// - Parameters:
  ///   - caption: The name and description, which assistive technology reads.
  ///   - id: Begins the ids in the element; must be unlike that of any other map on the page.
  ///   - root: What is written before each address: the way from the page to where addresses begin.
  /// - Returns: UTF-8. Labels, names and addresses are escaped.
  /// - Complexity: O(nodes + edges)
  public func svg(_ caption: Caption, id: String, root: String = "") -> [UInt8] {
    var writer = SVGWriter(self, id: id, root: root)
    writer.write(caption)
    return writer.markup.bytes
  }
}
