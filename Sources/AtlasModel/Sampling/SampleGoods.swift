/// A ladder of losses, `1 - adequacy` at levels 0 to 4, in draws.
enum LossLadder: Int, CaseIterable, Hashable {
  case citizenConnectivity, citizenSkills, citizenDevices, citizenPower
  case worstConnectivity, worstSkills, worstDevices, worstPower
  case staffConnectivity, staffSkills, staffDevices, staffPower, frontlinePower
  case affordability, privacy, security, institutions

  /// Row of a level.
  func row(_ level: Int) -> Int { rawValue * 5 + level }
  /// Rows of all ladders.
  static let rowCount = LossLadder.allCases.count * 5

  /// The ladders of a worker in the order of `Dimension.allCases`, equity aside.
  static func read(by worker: MatrixFitProfile.Worker) -> [LossLadder] {
    let personal: [LossLadder] =
      switch worker {
      case .citizens: [.citizenConnectivity, .citizenSkills, .citizenDevices, .citizenPower]
      case .frontlineStaff: [.staffConnectivity, .staffSkills, .staffDevices, .frontlinePower]
      case .office: [.staffConnectivity, .staffSkills, .staffDevices, .staffPower]
      }
    return personal + [.affordability, .privacy, .security, .institutions]
  }
}

/// Three values: with a level one lower, as it is, one higher.
struct Moved<Value> {
  var down, same, up: Value

  /// All three.
  var all: [Value] { [down, same, up] }

  func map<Other>(_ body: (Value) -> Other) -> Moved<Other> {
    Moved<Other>(down: body(down), same: body(same), up: body(up))
  }
}

extension Moved: Sendable where Value: Sendable {}
extension Moved: Equatable where Value: Equatable {
  /// The same value whichever way the level moves.
  static func fixed(_ value: Value) -> Moved { Moved(down: value, same: value, up: value) }
  /// Whether the move makes no difference.
  var isFixed: Bool { down == same && same == up }
}
extension Moved: Hashable where Value: Hashable {}

/// A row of losses at a level that moves.
struct MovedKey: Hashable, Sendable {
  let ladder: LossLadder
  let levels: Moved<Int>
  /// Position of the move among the words of `SampleDraws.Bits`; 0 where nothing moves.
  let move: Int

  init(_ ladder: LossLadder, _ levels: Moved<Int>, move: Int) {
    self.ladder = ladder
    self.levels = levels
    self.move = levels.isFixed ? 0 : move
  }
}

/// A dimension of a fit: its weight and the rows of losses of which the greatest counts.
struct TermKey: Hashable, Sendable {
  let dimension: Int
  /// Positions in `SampleGoods.moved`.
  let sources: [Int]
}

/// Where the likelihood of a flag comes from in a draw.
enum SampleLikelihood: Hashable, Sendable {
  /// The country alone.
  case country
  /// Answers of the application: steps for yes-yes, yes-no, no-yes, no-no of two coins.
  case answers([Int], SampleDraws.Coin, SampleDraws.Coin)
  /// Rural people left out; position in `SampleGoods.reaches`.
  case staff(Int)
  /// Ranks of claimed goals; position in `SampleGoods.goals`.
  case goals(Int)
}

/// A flag as draws see it: likelihood, and an impact that moves with the levels of a good.
struct SampleFlagKey: Hashable, Sendable {
  let flag: Int
  let likelihood: SampleLikelihood
  /// Impacts by move.
  let impacts: Moved<Int>
  /// Sensitivity by move, where an effect on the flag asks for it; else 0.
  let sensitivity: Moved<Int>
  let move: Int
  /// A second level that moves (devices, for women left out): impacts are the greater of both.
  let second: Moved<Int>?
  let secondMove: Int
  /// The impact is 0 where this coin says no.
  let coin: SampleDraws.Coin?
}

/// What a country reads of a flag, without what only a change of class asks for.
struct SampleFlagPlan: Sendable {
  /// Where the likelihood comes from.
  enum Source: Sendable {
    case country, answers, staff, goals
  }

  let source: Source
  /// Position of the flag, the reach or the list of goals.
  let place: Int
  /// The step where all answers give the same one.
  let answered: Int?
  /// The row of step words.
  let row: Int
  /// Words of draws: coin, moves of the first level and of the second; negative where there is none.
  let coin, move, otherMove: Int32
  /// Which class of flags it is in: one of `Verdict.refusalFlags`, or on the data of the good.
  let isRefusing, isOnData: Bool

  init(_ key: SampleFlagKey, _ layout: StepTable.Layout) {
    switch key.likelihood {
    case .country:
      (source, place, answered) = (.country, key.flag, nil)
      row = StepTable.Layout.flags + key.flag
    case .answers(let steps, let one, let two):
      (source, place) = (.answers, key.flag)
      answered = steps.allSatisfy { $0 == steps[0] } ? steps[0] : nil
      row = StepTable.Layout.answers(one, two)
    case .staff(let reach):
      (source, place, answered) = (.staff, reach, nil)
      row = StepTable.Layout.reaches + reach
    case .goals(let list):
      (source, place, answered) = (.goals, list, nil)
      row = layout.goals + list
    }
    coin = key.coin.map { Int32(SampleDraws.Bits.coin + $0.rawValue) } ?? -1
    move = Int32(SampleDraws.Bits.down + key.move)
    otherMove = key.second == nil ? -1 : Int32(SampleDraws.Bits.down + key.secondMove)
    isRefusing = Verdict.refusalFlags.contains { $0.index == key.flag }
    isOnData = [FlagID.s1, .s2, .s3, .p1, .p2, .p3].contains { $0.index == key.flag }
  }
}

/// The supplies that rural people need at once, as the moved demand asks for them.
struct SampleReach: Hashable, Sendable {
  /// A level that asks for a supply, by how it moves.
  struct Part: Hashable, Sendable {
    let asks: Moved<Bool>
    let move: Int
  }

  /// A supply, needed where any of its parts asks for it.
  struct Need: Hashable, Sendable {
    let supply: SupplyRow
    let parts: [Part]
  }

  let needs: [Need]
  let preset: StaffPreset
}

/// What the sampler needs of some goods: the distinct parts that they share.
///
/// A good enters through its levels, so that draws work out a few rows for all goods with the same level and
/// confidence. Impacts and answers are asked of the model's own rules, with each level moved.
public struct SampleGoods: Sendable {
  /// Positions of the goods in the catalog.
  public let positions: [Int]
  private(set) var moved: [MovedKey] = []
  private(set) var terms: [TermKey] = []
  private(set) var flags: [SampleFlagKey] = []
  private(set) var reaches: [SampleReach] = []
  private(set) var goals: [[Int]] = []
  /// Distinct halves of fits as trees of terms: a node with its parent (-1 is none) and its term.
  private(set) var nodes: [(parent: Int, term: Int)] = []
  /// The nodes, every one before those below it, and those before its next sibling; what is asked of the state
  /// first.
  private(set) var order: [Int] = []
  /// Thinness behind each distinct fit: what each dimension reads, in the order of `Dimension.allCases`.
  private(set) var thins: [SampleThin] = []
  /// Nodes of each good for what it asks of people and of the state; -1 where it asks nothing.
  private(set) var nodesOf: [SIMD2<Int>] = []
  private(set) var thinOf: [Int] = []
  private(set) var goalsOf: [Int] = []
  /// Flags of each good, those that can never fire left out.
  private(set) var flagList: [Int32] = []
  /// Where those of each good begin in the list; one more for the end.
  private(set) var flagStarts: [Int] = [0]
  /// What countries read of each flag.
  private(set) var plans: [SampleFlagPlan] = []
  /// Impact and sensitivity of each flag by move, nine or three: packed `impact * 5 + sensitivity`.
  private(set) var grades: [[Int]] = []
  /// Distinct pairs of nodes, and which of them each good has.
  private(set) var halves: [SIMD2<Int>] = []
  private(set) var halvesOf: [Int] = []

  /// How many distinct parts the goods share, in words, for benchmarks.
  public var sizes: String {
    "\(positions.count) goods: \(Set(nodesOf).count) fits of \(nodes.count) steps, \(moved.count) rows, "
      + "\(terms.count) terms, \(flags.count) flags, \(reaches.count) reaches, \(goals.count) goal lists, "
      + "\(thins.count) thinness profiles"
  }

  /// Reads some goods.
  public init(_ context: ModelContext, goods: [Int]) {
    positions = goods
    guard !context.catalog.countries.isEmpty else { return }
    var reader = SampleGoodsReader(context)
    for position in goods { reader.read(position) }
    moved = reader.moved.values
    terms = reader.terms.values
    flags = reader.flags.values
    reaches = reader.reaches.values
    self.goals = reader.goals.values
    nodes = reader.nodes
    let all = Self.order(nodes)
    func isState(_ node: Int) -> Bool {
      SampleGoodsReader.state.contains { $0.index == terms[nodes[node].term].dimension }
    }
    order = all.filter(isState) + all.filter { !isState($0) }
    thins = reader.thins.values
    nodesOf = reader.nodesOf
    thinOf = reader.thinOf
    goalsOf = reader.goalsOf
    for list in reader.flagsOf {
      flagList += list.map { Int32($0) }
      flagStarts.append(flagList.count)
    }
    let layout = StepTable.Layout(self)
    plans = flags.map { SampleFlagPlan($0, layout) }
    grades = flags.map { key in
      zip(key.impacts.all, key.sensitivity.all).flatMap { impact, sensitivity in
        (key.second?.all ?? [0]).map { max(impact, $0) * 5 + sensitivity }
      }
    }
    var distinct = MatrixIndex<SIMD2<Int>>()
    halvesOf = nodesOf.map { distinct.number($0) }
    halves = distinct.values
  }
}

extension SampleGoods {
  fileprivate static func order(_ nodes: [(parent: Int, term: Int)]) -> [Int] {
    var children = Array(repeating: [Int](), count: nodes.count)
    var open: [Int] = []
    for (number, node) in nodes.enumerated().reversed() {
      if node.parent < 0 { open.append(number) } else { children[node.parent].append(number) }
    }
    var order: [Int] = []
    while let node = open.popLast() {
      order.append(node)
      open += children[node]
    }
    return order
  }
}

/// What the thinness of a good rests on: the level on each dimension, and whose figures count.
struct SampleThin: Hashable, Sendable {
  let worker: MatrixFitProfile.Worker
  let levels: [Moved<Int>]
  let moves: [Int]
}
