/// The class of a pair with its cautious and hopeful ends, in one byte.
struct MatrixClass {
  /// Position in `VerdictClass.allCases`, and twice a rank 0 to 3.
  let packed: UInt8

  /// Sorts by joined caps; the same as `Verdict` does for one pair.
  init(caps: UInt8) {
    func rank(_ refusal: UInt8, _ prepare: UInt8, _ safeguards: UInt8) -> Int {
      caps & refusal != 0 ? 0 : caps & prepare != 0 ? 1 : caps & safeguards != 0 ? 2 : 3
    }
    let worst = rank(
      MatrixOutcome.worstRefusal, MatrixOutcome.worstPrepare, MatrixOutcome.worstSafeguards)
    let best = rank(
      MatrixOutcome.bestRefusal, MatrixOutcome.bestPrepare, MatrixOutcome.bestSafeguards)
    let isOpen = worst != best && (worst == 0 || best - worst > 1)
    let shown: VerdictClass =
      caps & MatrixOutcome.thin != 0 || isOpen ? .cannotSay : .ranked(worst)
    let number = VerdictClass.allCases.firstIndex(of: shown) ?? 0
    packed = UInt8(truncatingIfNeeded: number + worst * 8 + best * 32)
  }

  init(packed: UInt8) { self.packed = packed }

  /// The class shown.
  var shown: VerdictClass { VerdictClass.allCases[Int(packed & 7)] }
  /// Class with everything unknown at its worst.
  var cautious: VerdictClass { .ranked(Int(packed >> 3 & 3)) }
  /// Class with everything unknown at its best.
  var hopeful: VerdictClass { .ranked(Int(packed >> 5)) }
}

extension MatrixRows where Element == UInt8 {
  /// Puts one row into a list of the same length.
  func copy(_ row: Int, to list: inout [UInt8]) {
    let start = row * width
    let from = values.span
    var to = list.mutableSpan
    for place in 0..<width { to[unchecked: place] = from[unchecked: start + place] }
  }

  /// Joins the bits of one row into a list of the same length.
  func join(_ row: Int, into list: inout [UInt8]) {
    let start = row * width
    let from = values.span
    var to = list.mutableSpan
    for place in 0..<width { to[unchecked: place] |= from[unchecked: start + place] }
  }

  /// Leaves the refusal bits only where as many of some rows have them as a policy asks for.
  func refuse(_ rows: [Int], _ policy: RefusalPolicy, _ list: inout [UInt8]) {
    let mask = MatrixOutcome.worstRefusal | MatrixOutcome.bestRefusal
    let from = values.span
    var to = list.mutableSpan
    for place in 0..<width {
      // Bits that at least one row has, at least two, at least three.
      var one: UInt8 = 0
      var two: UInt8 = 0
      var three: UInt8 = 0
      for row in rows {
        let bits = from[unchecked: row * width + place]
        three |= two & bits
        two |= one & bits
        one |= bits
      }
      let bits =
        switch policy {
        case .any: one
        case .two: two
        case .all: three
        }
      to[unchecked: place] = to[unchecked: place] & ~mask | bits & mask
    }
  }
}
