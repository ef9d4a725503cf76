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
  /// Position of the move in `SampleDraws.Row.move`; 0 where nothing moves.
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
  /// The nodes, every one before those below it, and those before its next sibling.
  private(set) var order: [Int] = []
  /// Thinness behind each distinct fit: what each dimension reads, in the order of `Dimension.allCases`.
  private(set) var thins: [SampleThin] = []
  /// Nodes of each good for what it asks of people and of the state; -1 where it asks nothing.
  private(set) var nodesOf: [SIMD2<Int>] = []
  private(set) var thinOf: [Int] = []
  private(set) var goalsOf: [Int] = []
  /// Flags of each good, those that can never fire left out.
  private(set) var flagsOf: [[Int]] = []
  /// Whether a flag is one of `Verdict.refusalFlags`.
  private(set) var isRefusing: [Bool] = []
  /// Whether the impact of a flag is the sensitivity of the data.
  private(set) var isOnData: [Bool] = []
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
    order = Self.order(nodes)
    thins = reader.thins.values
    nodesOf = reader.nodesOf
    thinOf = reader.thinOf
    goalsOf = reader.goalsOf
    flagsOf = reader.flagsOf
    let refusal = Verdict.refusalFlags.map(\.index)
    isRefusing = flags.map { refusal.contains($0.flag) }
    let onData = [FlagID.s1, .s2, .s3, .p1, .p2, .p3].map(\.index)
    isOnData = flags.map { onData.contains($0.flag) }
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
