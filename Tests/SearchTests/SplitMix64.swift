/// Random numbers that are the same at every run (Steele, Lea, Flood: "Fast splittable pseudorandom
/// number generators", 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func below(_ bound: UInt32) -> UInt32 { UInt32(next() % UInt64(bound)) }

  /// True once in so many times.
  mutating func once(in number: Int) -> Bool { below(number) == 0 }

  mutating func element<Element>(of array: [Element]) -> Element { array[below(array.count)] }
}
