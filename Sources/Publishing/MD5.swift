internal import Glibc

/// MD5 (RFC 1321), by which S3 tells what a file holds; nothing is kept secret with it.
enum MD5 {
  /// The 16 bytes that stand for some others.
  ///
  /// - Complexity: O(*n*).
  static func digest(_ message: ArraySlice<UInt8>) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    var words = [UInt32](repeating: 0, count: 16)
    let whole = message.startIndex + message.count / 64 * 64
    for start in stride(from: message.startIndex, to: whole, by: 64) {
      mix(message, at: start, &words, into: &state)
    }
    var rest = message[whole...] + [0x80]
    while rest.count % 64 != 56 { rest.append(0) }
    let bits = UInt64(message.count) * 8
    rest += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    for start in stride(from: rest.startIndex, to: rest.endIndex, by: 64) {
      mix(rest, at: start, &words, into: &state)
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private static func mix(
    _ bytes: ArraySlice<UInt8>, at start: Int, _ words: inout [UInt32], into state: inout [UInt32]
  ) {
    for place in 0..<16 {
      let byte = start + 4 * place
      words[place] =
        UInt32(bytes[byte]) | UInt32(bytes[byte + 1]) << 8 | UInt32(bytes[byte + 2]) << 16
        | UInt32(bytes[byte + 3]) << 24
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for round in 0..<64 {
      let (choice, word): (UInt32, Int) =
        switch round >> 4 {
        case 0: (b & c | ~b & d, round)
        case 1: (d & b | ~d & c, (5 * round + 1) & 15)
        case 2: (b ^ c ^ d, (3 * round + 5) & 15)
        default: (c ^ (b | ~d), 7 * round & 15)
        }
      let sum = a &+ choice &+ sines[round] &+ words[word]
      let turn = turns[(round >> 4) << 2 | round & 3]
      (a, d, c, b) = (d, c, b, b &+ (sum << turn | sum >> (32 - turn)))
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
  }

  private static let turns: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  private static let sines = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }
}

/// What S3 calls the state of an object.
enum ObjectTag {
  /// The size of the parts in which the command line of AWS sends what is larger, in bytes.
  static let partSize = 8 << 20

  /// Whether an object's tag is that of these bytes.
  ///
  /// - Parameters:
  ///   - tag: MD5 in hexadecimal digits; of what came in parts MD5 of all parts' MD5, a dash and their number.
  ///   - bytes: The bytes.
  /// - Returns: Whether they are the same.
  static func matches(_ tag: String, _ bytes: [UInt8]) -> Bool {
    if !tag.contains("-") { return tag == hexadecimal(MD5.digest(bytes[...])) }
    let digests = stride(from: 0, to: max(bytes.count, 1), by: partSize).map { start in
      MD5.digest(bytes[start..<min(bytes.count, start + partSize)])
    }
    return tag == hexadecimal(MD5.digest(digests.flatMap(\.self)[...])) + "-\(digests.count)"
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
