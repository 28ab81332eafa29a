extension Layout {
  /// Puts a header before parts.
  ///
  /// - Parameter parts: The parts; each is freed once it is copied.
  /// - Returns: The bytes of an ``Index``.
  /// - Complexity: O(*n*) in the size of the index.
  static func assembled(_ parts: consuming [ByteWriter]) -> [UInt8] {
    let size = parts.reduce(BitPacking.padding) { $0 + ($1.count + 7) / 8 * 8 }
    let granules = (size + Verifier.granule - 1) / Verifier.granule
    let headerEnd = (headerSize + partSize * parts.count + 4 * granules + 7) / 8 * 8
    var tables = ByteWriter()
    var index = ByteWriter()
    index.reserve(headerEnd + size)
    index.append(zeros: headerEnd)
    for number in parts.indices {
      tables.append(UInt32(index.count))
      tables.append(UInt32(parts[number].count))
      index.append(parts[number].bytes)
      parts[number] = ByteWriter()
      index.align()
    }
    index.append(UInt64(0))
    for checksum in granuleChecksums(of: index.bytes, from: headerEnd, count: granules) {
      tables.append(checksum)
    }
    tables.append(zeros: headerEnd - headerSize - tables.count)
    index.replaceBeginning(with: header(of: tables, size: headerEnd + size))
    return index.bytes
  }

  private static func header(of tables: ByteWriter, size: Int) -> ByteWriter {
    var header = ByteWriter()
    header.append(magic)
    header.append(version)
    header.append(UInt32(Part.allCases.count))
    header.append(UInt64(size))
    header.append(checksum(tables.bytes))
    header.append(tables.bytes)
    return header
  }

  private static func granuleChecksums(
    of index: [UInt8], from start: Int, count: Int
  ) -> [UInt32] {
    unsafe index.withUnsafeBytes { memory in
      let bytes = unsafe Bytes(memory) {}
      return (0..<count).map { granule in
        let first = start + granule * Verifier.granule
        return UInt32(truncatingIfNeeded: bytes.checksum(first..<first + Verifier.granule))
      }
    }
  }
}
