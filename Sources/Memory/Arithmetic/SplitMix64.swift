/// Pseudo-random numbers that are the same for a seed on every machine and in every version.
///
/// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014); the seed is made of
/// bytes by FNV-1a. Not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator from a number.
  public init(seed: UInt64) {
    state = seed
  }

  /// Creates a generator from a name and a number.
  ///
  /// - Parameters:
  ///   - name: Bytes, such as a card's id.
  ///   - number: What tells the draws for one name apart.
  /// - Complexity: O(bytes of the name).
  public init(name: Span<UInt8>, number: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
    var mixer = SplitMix64(seed: UInt64(truncatingIfNeeded: number))
    state = hash ^ mixer.next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below a bound; unlike `Int.random` sure to be the same in later versions of Swift.
  ///
  /// - Parameter bound: From 1 to 2³² − 1.
  /// - Returns: From 0 to `bound` − 1, all equally likely to one part in 2³²/`bound`.
  public mutating func next(below bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }
}
