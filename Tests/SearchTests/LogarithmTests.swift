import Foundation
import Testing

@testable import Search

@Suite struct LogarithmTests {
  @Test func agreesWithTheSystem() {
    for exponent in stride(from: -300.0, through: 300, by: 0.37) {
      let number = pow(10, exponent)
      let expected = log(number)
      #expect(abs(naturalLogarithm(number) - expected) <= 1e-14 * Swift.max(1, abs(expected)))
    }
  }

  @Test func findsEveryString() {
    let strings = ["", "a", "ab", "abc", "abd", "b", "ba", "é"].map { Array($0.utf8) }
    var writer = ByteWriter()
    writer.append(table: strings)
    let bytes = Bytes(writer.bytes)
    let table = StringTable(bytes: bytes, range: 0..<bytes.count)
    for (place, string) in strings.enumerated() {
      #expect(table.index(of: string) == place)
      #expect(table[place] == string)
    }
    #expect(table.index(of: Array("aa".utf8)) == nil)
  }

  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 28, UInt32.max])
  func readsTheVarintsThatItWrites(number: UInt32) {
    var writer = ByteWriter()
    writer.append(varint: number)
    var offset = 0
    #expect(Bytes(writer.bytes).varint(at: &offset) == number)
    #expect(offset == writer.count)
  }
}
