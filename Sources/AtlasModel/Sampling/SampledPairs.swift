/// The pairs of one country with some goods, and the class of each in draws.
struct SampledPairs {
  /// A pair with its flags in a list of all: those that may refuse first.
  private struct Pair {
    var fit: Int
    var thin: Int
    /// What flags that are the same in all draws leave open.
    var safeguards: UInt64
    var prepare: UInt64
    var first: Int
    var refusing: Int
    var last: Int
  }

  /// How many pairs there are: one a good.
  var count: Int { pairs.count }
  /// Fit of each pair.
  var fitOf: [Int] { pairs.map(\.fit) }
  private var pairs: [Pair] = []
  private var flagList: [Int] = []
  private let policy: RefusalPolicy

  init(
    _ goods: SampleGoods, _ terms: SampledTerms, _ flags: SampledFlags,
    _ thinness: SampledThinness, _ policy: RefusalPolicy
  ) {
    self.policy = policy
    pairs.reserveCapacity(goods.positions.count)
    for good in goods.positions.indices {
      let sum = thinness.sumOf[goods.thinOf[good]]
      var pair = Pair(
        fit: terms.fitOf[good], thin: thinness.isNone[sum] ? -1 : sum, safeguards: 0, prepare: 0,
        first: flagList.count, refusing: 0, last: 0)
      // Refusing flags stay in the list: how many of them are critical counts.
      for flag in goods.flagsOf[good] where goods.isRefusing[flag] && flags.isActive[flag] {
        flagList.append(flag)
      }
      pair.refusing = flagList.count
      for flag in goods.flagsOf[good] where !goods.isRefusing[flag] && flags.isActive[flag] {
        if flags.isSettled[flag] {
          pair.safeguards |= flags.words[3 * flag]
          pair.prepare |= flags.words[3 * flag + 1]
        } else {
          flagList.append(flag)
        }
      }
      pair.last = flagList.count
      pairs.append(pair)
    }
  }

  /// Fills the words of a block: five a pair in the order of `VerdictClass.allCases`.
  func fill(
    _ fits: UnsafePointer<UInt64>, _ flags: SampledFlags, _ thinness: SampledThinness,
    _ used: UInt64, _ classes: UnsafeMutablePointer<UInt64>
  ) {
    let (flagWords, thin) = (flags.words.span, flags.thin)
    let (pairs, list, steps) = (pairs.span, flagList.span, thinness.steps.span)
    for number in pairs.indices {
      let pair = pairs[unchecked: number]
      var safeguards = pair.safeguards | fits[2 &* pair.fit]
      var prepare = pair.prepare | fits[2 &* pair.fit &+ 1]
      // Draws that at least one, two, three of the flags refuse.
      var (one, two, three): (UInt64, UInt64, UInt64) = (0, 0, 0)
      for position in pair.first..<pair.refusing {
        let flag = 3 &* list[unchecked: position]
        safeguards |= flagWords[unchecked: flag]
        prepare |= flagWords[unchecked: flag &+ 1]
        let word = flagWords[unchecked: flag &+ 2]
        three |= two & word
        two |= one & word
        one |= word
      }
      for position in pair.refusing..<pair.last {
        let flag = 3 &* list[unchecked: position]
        safeguards |= flagWords[unchecked: flag]
        prepare |= flagWords[unchecked: flag &+ 1]
      }
      var unsaid: UInt64 = 0
      if pair.thin >= 0 {
        let words = steps[unchecked: pair.thin]
        safeguards |= words.any(of: thin.safeguards)
        prepare |= words.any(of: thin.prepare)
        unsaid = words.any(of: thin.unsaid)
      }
      let refused =
        switch policy {
        case .any: one
        case .two: two
        case .all: three
        }
      let open = used & ~unsaid & ~refused
      let out = classes + 5 &* number
      out[4] = used & unsaid
      out[3] = used & ~unsaid & refused
      out[2] = open & prepare
      out[1] = open & ~prepare & safeguards
      out[0] = open & ~prepare & ~safeguards
    }
  }
}
