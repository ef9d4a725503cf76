/// Reads goods into the distinct parts that draws need, each level moved down and up.
struct SampleGoodsReader {
  private(set) var moved = MatrixIndex<MovedKey>()
  private(set) var terms = MatrixIndex<TermKey>()
  private(set) var flags = MatrixIndex<SampleFlagKey>()
  private(set) var reaches = MatrixIndex<SampleReach>()
  private(set) var goals = MatrixIndex<[Int]>()
  private(set) var thins = MatrixIndex<SampleThin>()
  private(set) var nodes: [(parent: Int, term: Int)] = []
  private(set) var nodesOf: [SIMD2<Int>] = []
  private(set) var thinOf: [Int] = []
  private(set) var goalsOf: [Int] = []
  private(set) var flagsOf: [[Int]] = []

  private let catalog: Catalog
  private let anywhere: CountryConditions
  private let hasLimit: [Bool]
  private var children: [NodeKey: Int] = [:]

  private var needsOf: [NeedKey: [Int]] = [:]

  private struct NeedKey: Hashable {
    var worker: MatrixFitProfile.Worker
    var dimension, level: Int
  }

  private struct NodeKey: Hashable {
    var parent: Int
    var term: Int
  }

  init(_ context: ModelContext) {
    catalog = context.catalog
    // Impacts rest on the good alone, so that any country will do to ask for them.
    anywhere = CountryConditions(context, country: 0, explains: false)
    hasLimit = MatrixGoods.flagsWithLimits(context)
  }

  mutating func read(_ position: Int) {
    let good = MovedGood(catalog.goods[position], anywhere, catalog)
    readFit(good)
    goalsOf.append(goals.number(good.record.sdgs.filter { (1...17).contains($0) }))
    var list: [Int] = []
    for flag in FlagID.allCases where flag != .e1 {
      if let key = key(flag, good) { list.append(flags.number(key)) }
    }
    flagsOf.append(list)
  }

  // MARK: Fit

  /// What is asked of people, in the order that shares most steps among the listed goods.
  private static let people: [Dimension] = [
    .devices, .skills, .power, .connectivity, .affordability, .equity,
  ]
  /// What is asked of the state.
  static let state: [Dimension] = [.privacy, .security, .institutions]

  private mutating func readFit(_ good: MovedGood) {
    let worker = MatrixFitProfile(good.demand).worker
    nodesOf.append(
      SIMD2(node(good, worker, Self.people), node(good, worker, Self.state)))
    let levels = Dimension.allCases.map { good.levels($0) }
    thinOf.append(
      thins.number(
        SampleThin(
          worker: worker, levels: levels,
          moves: Dimension.allCases.enumerated().map { levels[$0].isFixed ? 0 : good.move($1) })))
  }

  /// The node of some dimensions; -1 where the good asks nothing of them.
  private mutating func node(
    _ good: MovedGood, _ worker: MatrixFitProfile.Worker, _ dimensions: [Dimension]
  ) -> Int {
    let ladders = LossLadder.read(by: worker)
    var node = -1
    for dimension in dimensions {
      let sources: [Int]
      if dimension == .equity {
        guard worker == .citizens else { continue }
        sources = Demand.personal.enumerated().compactMap { place, personal in
          row(LossLadder(rawValue: LossLadder.worstConnectivity.rawValue + place), personal, good)
        }
      } else {
        sources = row(ladders[dimension.index], dimension, good).map { [$0] } ?? []
      }
      guard !sources.isEmpty else { continue }
      node = child(of: node, terms.number(TermKey(dimension: dimension.index, sources: sources)))
    }
    return node
  }

  /// A row of losses; nil where the good asks nothing of the dimension, whatever moves.
  private mutating func row(
    _ ladder: LossLadder?, _ dimension: Dimension, _ good: MovedGood
  ) -> Int? {
    let levels = good.levels(dimension)
    guard let ladder, levels.all.contains(where: { $0 > 0 }) else { return nil }
    return moved.number(MovedKey(ladder, levels, move: good.move(dimension)))
  }

  private mutating func child(of parent: Int, _ term: Int) -> Int {
    let key = NodeKey(parent: parent, term: term)
    if let known = children[key] { return known }
    children[key] = nodes.count
    nodes.append((parent: parent, term: term))
    return nodes.count - 1
  }

  // MARK: Flags

  /// A flag of a good; nil where its impact is 0 in all draws.
  private mutating func key(_ flag: FlagID, _ good: MovedGood) -> SampleFlagKey? {
    let dimension = Self.dimension(flag)
    func impacts(_ field: Dimension?) -> Moved<Int> {
      guard let field else {
        return .fixed(good.same.rules.impact(flag).high)
      }
      return good.moved(field).map { $0.rules.impact(flag).high }
    }
    let first: Moved<Int>
    var second: Moved<Int>?
    if flag == .d2 {
      // The greater of two levels, each of which moves by itself.
      let isPublic = good.demand.operator == .citizens
      first = isPublic ? good.levels(.connectivity) : .fixed(0)
      let devices = isPublic ? good.levels(.devices) : .fixed(0)
      second = devices.all.contains { $0 > 0 } ? devices : nil
    } else {
      first = impacts(dimension)
    }
    guard (first.all + (second?.all ?? [])).contains(where: { $0 > 0 }) else { return nil }
    // Effects that ask for the sensitivity bear on flags whose impact is the sensitivity.
    let sensitivity: Moved<Int> =
      !hasLimit[flag.index]
      ? .fixed(0)
      : dimension == .privacy ? good.levels(.privacy) : .fixed(good.demand.sensitivity)
    let moves = !first.isFixed || !sensitivity.isFixed
    return SampleFlagKey(
      flag: flag.index, likelihood: likelihood(flag, good), impacts: first,
      sensitivity: sensitivity,
      move: moves ? good.move(dimension ?? .privacy) : 0,
      second: second, secondMove: second.map { !$0.isFixed } ?? false ? good.move(.devices) : 0,
      coin: coin(flag, good))
  }

  /// The dimension whose level sets the impact of a flag; nil where none does.
  private static func dimension(_ flag: FlagID) -> Dimension? {
    switch flag {
    case .d1, .d2, .d3, .d5, .r1: .connectivity
    case .d4, .f2: .skills
    case .r2: .power
    case .s1, .s2, .s3, .p1, .p2, .p3: .privacy
    case .i1: .institutions
    case .r3, .l1, .f1, .e1: nil
    }
  }

  /// The unanswered question on which an impact rests.
  private func coin(_ flag: FlagID, _ good: MovedGood) -> SampleDraws.Coin? {
    let declared = good.record.declared
    switch flag {
    case .s2:
      let isOpen =
        declared[.storesPersonalData] == .unknown
        || declared[.storesPersonalData] == .no && good.record.demand.isDeclarationDoubtful
      return isOpen ? .stores : nil
    case .p1:
      return !good.demand.collectsPersonalData && declared[.collectsPersonalData] == .unknown
        ? .collects : nil
    default: return nil
    }
  }

  /// What rural people need at once to be reached.
  private mutating func reach(_ good: MovedGood) -> SampleReach {
    let supplies: [SupplyRow] = [.signal, .fourG, .internet, .literacy, .mobile, .electricity]
    let parts = Demand.personal.map { dimension in
      good.levels(dimension).map { needs(good.demand, dimension, level: $0) }
    }
    let all = supplies.enumerated().compactMap { number, supply -> SampleReach.Need? in
      let asking = zip(Demand.personal, parts).compactMap { dimension, lists -> SampleReach.Part? in
        let asks = lists.map { $0.contains(number) }
        guard asks.all.contains(true) else { return nil }
        return SampleReach.Part(asks: asks, move: asks.isFixed ? 0 : good.move(dimension))
      }
      return asking.isEmpty ? nil : SampleReach.Need(supply: supply.rural, parts: asking)
    }
    return SampleReach(needs: all, preset: StaffPreset(sector: good.record.sector))
  }

  /// The supplies that a level asks for by itself: each is asked for by single levels, so the rest asks nothing.
  private mutating func needs(_ demand: Demand, _ dimension: Dimension, level: Int) -> [Int] {
    let worker = MatrixFitProfile(demand).worker
    let key = NeedKey(worker: worker, dimension: dimension.index, level: level)
    if let known = needsOf[key] { return known }
    var alone = demand
    alone.levels = alone.levels.indices.map { $0 == dimension.index ? level : 0 }
    let needs = MatrixReach(alone).needs
    needsOf[key] = needs
    return needs
  }

  private mutating func likelihood(_ flag: FlagID, _ good: MovedGood) -> SampleLikelihood {
    switch flag {
    case .s2:
      return answers(flag, good, (.securityMeasuresDescribed, .described), nil)
    case .l1:
      return answers(
        flag, good, (.closedDependencies, .closed), (.openAlternatives, .alternatives))
    case .f2:
      let steps = good.same.rules.likelihood(flag)
      return .answers(Array(repeating: steps.high, count: 4), .closed, .closed)
    case .r3: return .staff(reaches.number(reach(good)))
    case .f1: return .goals(goals.number(good.record.sdgs.filter { (1...17).contains($0) }))
    default: return .country
    }
  }

  /// Steps with each question answered yes and no; one that was answered keeps its answer.
  private func answers(
    _ flag: FlagID, _ good: MovedGood, _ first: (Declarations.Question, SampleDraws.Coin),
    _ second: (Declarations.Question, SampleDraws.Coin)?
  ) -> SampleLikelihood {
    func ways(_ question: Declarations.Question?) -> [Answer?] {
      guard let question else { return [nil, nil] }
      return good.record.declared[question] == .unknown ? [.yes, .no] : [nil, nil]
    }
    let (firsts, seconds) = (ways(first.0), ways(second?.0))
    guard firsts[0] != nil || seconds[0] != nil else {
      return .answers(
        Array(repeating: good.same.rules.likelihood(flag).high, count: 4), first.1, first.1)
    }
    var steps: [Int] = []
    for one in firsts {
      for two in seconds {
        var record = good.record
        if let one { record.declared[first.0] = one }
        if let two, let second { record.declared[second.0] = two }
        steps.append(
          FlagAssessor(
            conditions: anywhere, good: record, demand: good.demand, catalog: catalog,
            thinness: 0, taken: [], explains: false
          ).likelihood(flag).high)
      }
    }
    return .answers(steps, first.1, second?.1 ?? first.1)
  }
}
