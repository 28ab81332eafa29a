/// The size of a picture, in pixels, read from the head of its file.
struct ImageSize: Hashable, Sendable {
  var width: Int
  var height: Int

  /// A size that is known.
  init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  /// Reads the head of a PNG, GIF, JPEG, WebP or SVG file; `nil` for other kinds and for damaged heads.
  ///
  /// - Parameter bytes: The file, or its first 64 KB.
  /// - Complexity: O(*n*) in the number of JPEG segments before the frame.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self.init(bytes.big(16, 4), bytes.big(20, 4))
    } else if bytes.starts(with: Array("GIF8".utf8)) {
      self.init(bytes.little(6, 2), bytes.little(8, 2))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      self.init(jpeg: bytes)
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 30 {
      self.init(webP: bytes)
    } else {
      self.init(svg: bytes)
    }
  }

  private init?(_ width: Int?, _ height: Int?) {
    guard let width, let height, width > 0, height > 0, width < 1 << 20, height < 1 << 20 else {
      return nil
    }
    (self.width, self.height) = (width, height)
  }

  /// Segments follow each other until the one that begins a frame (SOF0 to SOF15 but DHT, JPG, DAC).
  private init?(jpeg bytes: [UInt8]) {
    var place = 2
    while place + 9 < bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        self.init(bytes.big(place + 7, 2), bytes.big(place + 5, 2))
        return
      }
      guard let length = bytes.big(place + 2, 2), length >= 2 else { return nil }
      place += 2 + length
    }
    return nil
  }

  /// Three kinds: lossy (`VP8 `), lossless (`VP8L`), extended (`VP8X`).
  private init?(webP bytes: [UInt8]) {
    switch Array(bytes[12..<16]) {
    case Array("VP8 ".utf8):
      self.init(
        bytes.little(26, 2).map { $0 & 0x3FFF }, bytes.little(28, 2).map { $0 & 0x3FFF })
    case Array("VP8L".utf8):
      guard let bits = bytes.little(21, 4) else { return nil }
      self.init(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case Array("VP8X".utf8):
      self.init(bytes.little(24, 3).map { $0 + 1 }, bytes.little(27, 3).map { $0 + 1 })
    default: return nil
    }
  }
}

extension [UInt8] {
  /// A number of some bytes, the highest first.
  fileprivate func big(_ offset: Int, _ length: Int) -> Int? {
    guard offset + length <= count else { return nil }
    return self[offset..<offset + length].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of some bytes, the lowest first.
  fileprivate func little(_ offset: Int, _ length: Int) -> Int? {
    guard offset + length <= count else { return nil }
    return self[offset..<offset + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
