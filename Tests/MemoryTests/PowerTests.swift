import Foundation
import Testing

@testable import Memory

@Suite struct PowerTests {
  @Test func agreesWithTheSystemToTheLastBit() {
    var random = SplitMix64(seed: 11)
    var apart = 0
    for _ in 0..<20_000 {
      let base = exp(Double(random.next(below: 1_000_000)) / 30_000 - 12)
      let exponent = Double(random.next(below: 1_000_000)) / 50_000 - 10
      let power = Power.power(base, exponent)
      let expected = pow(base, exponent)
      if power != expected { apart += 1 }
      #expect(abs(power - expected) <= expected.ulp)
    }
    // The system's own powers are not always rounded to the nearer neighbour.
    #expect(apart < 200)
  }

  @Test func raisesEAsTheReferenceDoes() {
    for step in -2000...2000 {
      let exponent = Double(step) / 321
      let expected = pow(M_E, exponent)
      #expect(abs(Power.ofE(exponent) - expected) <= expected.ulp)
    }
  }

  @Test func leavesTheRangeOfDoublesGracefully() {
    #expect(Power.power(10, 400) == .infinity)
    #expect(Power.power(10, -400) == 0)
    #expect(Power.power(2, -1070) == 0x1p-1070)
    #expect(Power.power(1, 12345) == 1)
    #expect(Power.power(7, 0) == 1)
    #expect(Power.power(1e300, 1) == 1e300)
  }
}
