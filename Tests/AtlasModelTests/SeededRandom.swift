/// SplitMix64: the same numbers on every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to 1, now and then one of the ends.
  mutating func unit() -> Double {
    switch Int.random(in: 0..<12, using: &self) {
    case 0: 0
    case 1: 1
    default: Double.random(in: 0...1, using: &self)
    }
  }

  mutating func within(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double.random(in: 0...1, using: &self)
  }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0...1, using: &self) < share }

  mutating func level() -> Int { Int.random(in: 0...4, using: &self) }

  mutating func values(_ count: Int) -> [Double] { (0..<count).map { _ in unit() } }

  mutating func weights(_ count: Int) -> [Double] {
    let raw = (0..<count).map { _ in Double.random(in: 0.01...1, using: &self) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &self)]
  }
}
