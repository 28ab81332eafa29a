extension ImageSize {
  /// Reads the head of an SVG file: its width and height in pixels, or else those of its view box.
  ///
  /// - Parameter bytes: The file, or its beginning.
  /// - Complexity: O(*n*) in the length of what stands before the end of the element's tag.
  init?(svg bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(Self.longestHead), as: UTF8.self)
    guard let start = head.firstRange(of: "<svg"),
      let end = head[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = String(head[start.lowerBound...end])
    let width = Picture.value(of: "width", in: tag).flatMap(Self.pixels)
    let height = Picture.value(of: "height", in: tag).flatMap(Self.pixels)
    if let width, let height {
      self.init(width, height)
      return
    }
    let numbers = Picture.value(of: "viewbox", in: tag) ?? ""
    let box = numbers.split { $0 == " " || $0 == "," }.compactMap { Double(String($0)) }
    guard box.count == 4, box[2] > 0, box[3] > 0 else { return nil }
    let (boxWidth, boxHeight) = (box[2], box[3])
    var scale = 1.0
    if let width { scale = width / boxWidth } else if let height { scale = height / boxHeight }
    self.init(boxWidth * scale, boxHeight * scale)
  }

  private static let longestHead = 1 << 14

  private init?(_ width: Double, _ height: Double) {
    let longest = Double(1 << 20)
    guard width >= 1, width < longest, height >= 1, height < longest else { return nil }
    self.init(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// A length in pixels; `nil` for one in another unit, which depends on where it stands.
  private static func pixels(_ text: String) -> Double? {
    Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text)
  }
}
