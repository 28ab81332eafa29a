/// Writes a layout as SVG.
struct SVGWriter {
  private let layout: MapLayout
  private let id: String
  private let root: String
  private let edgesOfNodes: [[Int]]
  /// What at least half of the edges weigh at most.
  private let typicalWeight: Int
  private(set) var markup = Markup()

  init(_ layout: MapLayout, id: String, root: String = "") {
    self.layout = layout
    self.id = id
    self.root = root
    var edges = [[Int]](repeating: [], count: layout.graph.nodes.count)
    for (number, edge) in layout.graph.edges.enumerated() {
      edges[edge.from].append(number)
      edges[edge.to].append(number)
    }
    edgesOfNodes = edges
    let weights = layout.graph.edges.map(\.weight).sorted()
    typicalWeight = weights.isEmpty ? 1 : weights[weights.count / 2]
  }

  mutating func write(_ caption: MapLayout.Caption) {
    markup.raw("<svg")
    markup.attribute("class", layout.columns.count > 1 ? "map" : "map map-narrow")
    markup.raw(" viewBox=\"0 0 ")
    markup.number(layout.width)
    markup.raw(" ")
    markup.number(layout.height)
    markup.raw("\"")
    markup.attribute("width", layout.width)
    markup.attribute("height", layout.height)
    // No role: that of a picture would hide the links in it.
    markup.attribute("aria-labelledby", "\(id)-title")
    markup.attribute("aria-describedby", "\(id)-text")
    markup.attribute("font-size", Measures.font)
    markup.raw(">")
    for (tag, name, text) in [
      ("title", "title", caption.title), ("desc", "text", caption.description),
    ] {
      markup.raw("<\(tag)")
      markup.attribute("id", "\(id)-\(name)")
      markup.raw(">")
      markup.text(text)
      markup.raw("</\(tag)>\n")
    }
    markup.raw("<g aria-hidden=\"true\">\n")
    writeAreas()
    writeEdges()
    writeBoxes()
    markup.raw("</g>\n")
    for group in layout.columns.joined() { write(group: group) }
    markup.raw("</svg>\n")
  }

  // MARK: - What is only seen

  private mutating func writeAreas() {
    for (number, area) in layout.areas.enumerated() {
      // The centre stands alone.
      guard let area, !layout.graph.groups[number].name.isEmpty else { continue }
      writeRectangle(area, radius: 12, class: "map-group \(tint(of: number))")
    }
  }

  private mutating func writeBoxes() {
    for (number, box) in layout.boxes.enumerated() {
      let tint = tint(of: layout.graph.nodes[number].group)
      writeRectangle(box.frame, radius: 7, class: "map-box \(tint)", id: "\(id)-n\(number)")
    }
  }

  private mutating func writeRectangle(
    _ frame: MapLayout.Frame, radius: Double, class name: String, id: String? = nil
  ) {
    markup.raw("<rect")
    if let id { markup.attribute("id", id) }
    markup.attribute("class", name)
    for (name, value) in [
      ("x", frame.x), ("y", frame.y), ("width", frame.width), ("height", frame.height),
      ("rx", radius),
    ] {
      markup.attribute(name, value)
    }
    markup.raw("/>\n")
  }

  private mutating func writeEdges() {
    for (number, edge) in layout.graph.edges.enumerated() {
      let group = layout.graph.nodes[edge.from].group
      let isInside = group == layout.graph.nodes[edge.to].group
      var name = "map-edge " + (isInside ? tint(of: group) : "map-between")
      if edge.weight > typicalWeight { name += " map-strong" }
      if edge.from == layout.graph.centre || edge.to == layout.graph.centre { name += " map-spoke" }
      markup.raw("<path")
      markup.attribute("id", "\(id)-e\(number)")
      markup.attribute("class", name)
      markup.attribute("fill", "none")
      markup.raw(" d=\"")
      write(layout.paths[number])
      markup.raw("\"/>\n")
    }
  }

  private mutating func write(_ path: MapLayout.Path) {
    write("M", [path.start])
    for curve in path.curves {
      if curve.control2 == curve.end {
        write("L", [curve.end])
      } else {
        write("C", [curve.control1, curve.control2, curve.end])
      }
    }
  }

  private mutating func write(_ letter: String, _ points: [MapLayout.Point]) {
    markup.raw(letter)
    for (index, point) in points.enumerated() {
      if index > 0 { markup.raw(" ") }
      markup.number(point.x)
      markup.raw(" ")
      markup.number(point.y)
    }
  }

  private func tint(of group: Int) -> String { "map-tint-\(layout.graph.groups[group].tint)" }

  // MARK: - What is also read

  private mutating func write(group number: Int) {
    let group = layout.graph.groups[number]
    guard let area = layout.areas[number] else { return }
    if !group.name.isEmpty {
      if let address = group.address {
        markup.raw("<a")
        markup.attribute("href", root + address)
        markup.raw(">")
      }
      markup.raw("<text")
      markup.attribute("class", "map-name \(tint(of: number))")
      markup.attribute("x", area.x + Measures.areaPadding + 1)
      markup.attribute("y", area.y + 20)
      markup.raw(">")
      let room = (area.width - 2 * Measures.areaPadding) / Measures.nameFont
      markup.text(textWidth(group.name) <= room ? group.name : cut(group.name, width: room))
      markup.raw(group.address == nil ? "</text>\n" : "</text></a>\n")
    }
    if group.name.isEmpty {
      for node in layout.members[number] { write(node: node) }
      return
    }
    markup.raw("<g role=\"list\"")
    markup.attribute("aria-label", group.name)
    markup.raw(">\n")
    for node in layout.members[number] {
      markup.raw("<g role=\"listitem\">")
      write(node: node)
      markup.raw("</g>\n")
    }
    markup.raw("</g>\n")
  }

  private mutating func write(node number: Int) {
    let node = layout.graph.nodes[number]
    let box = layout.boxes[number]
    markup.raw("<a")
    let isCentre = number == layout.graph.centre
    markup.attribute(
      "class", "map-node \(tint(of: node.group))" + (isCentre ? " map-centre" : ""))
    markup.attribute("href", root + node.address)
    markup.raw(">")
    let isCut = box.lines.joined(separator: " ") != node.label
    if let detail = node.detail ?? (isCut ? node.label : nil) {
      markup.raw("<title>")
      markup.text(detail)
      markup.raw("</title>")
    }
    writeLit(number)
    let first = box.frame.middle + 4.5 - Double(box.lines.count - 1) * Measures.lineHeight / 2
    for (index, line) in box.lines.enumerated() {
      markup.raw("<text")
      markup.attribute("x", box.frame.x + Measures.boxPadding)
      markup.attribute("y", first + Double(index) * Measures.lineHeight)
      markup.raw(">")
      markup.text(line)
      markup.raw("</text>")
    }
    markup.raw("</a>")
  }

  /// What lights up with a node.
  ///
  /// The use of its own box comes last and takes the pointer.
  private mutating func writeLit(_ number: Int) {
    markup.raw("<g class=\"map-lit\" pointer-events=\"none\">")
    for edge in edgesOfNodes[number] {
      let relation = layout.graph.edges[edge]
      let other = relation.from == number ? relation.to : relation.from
      for name in ["e\(edge)", "n\(other)"] {
        markup.raw("<use")
        markup.attribute("href", "#\(id)-\(name)")
        markup.raw("/>")
      }
    }
    markup.raw("</g><use class=\"map-own\"")
    markup.attribute("href", "#\(id)-n\(number)")
    markup.raw("/>")
  }
}
