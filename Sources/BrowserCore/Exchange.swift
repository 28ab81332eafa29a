/// The memory through which page and core hand each other bytes.
///
/// A page asks for room, writes its bytes there, calls a function with their number, and reads the result, whose
/// address is ``exchangeResult()``. Both stay as they are until the next call.
package enum Exchange {
  nonisolated(unsafe) static var request: [UInt8] = []
  nonisolated(unsafe) static var result: [UInt8] = []

  /// The first bytes of the request.
  package static func bytes(_ count: Int) -> [UInt8] { unsafe Array(request.prefix(max(0, count))) }

  /// The request as numbers of 64 bits.
  package static func numbers(_ count: Int) -> [Double] {
    unsafe request.withUnsafeBytes { bytes in
      let count = min(max(0, count), bytes.count / 8)
      return (0..<count).map { unsafe bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
  }

  /// Keeps a result.
  ///
  /// - Returns: The number of its bytes.
  package static func answer(_ bytes: [UInt8]) -> Int {
    unsafe result = bytes
    return bytes.count
  }

  /// Keeps numbers as a result.
  ///
  /// - Returns: How many there are.
  package static func answer(_ numbers: [Double]) -> Int {
    var bytes: [UInt8] = []
    for number in numbers {
      for shift in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * shift)))
      }
    }
    unsafe result = bytes
    return numbers.count
  }
}

/// Makes room for a request.
@_expose(wasm, "room")
@c(core_room)
func exchangeRoom(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
  unsafe Exchange.request = [UInt8](repeating: 0, count: max(8, count))
  return unsafe Exchange.request.withUnsafeMutableBufferPointer { $0.baseAddress }
}

/// Where the result of the last call lies.
@_expose(wasm, "result")
@c(core_result)
func exchangeResult() -> UnsafePointer<UInt8>? {
  unsafe Exchange.result.withUnsafeBufferPointer { $0.baseAddress }
}
