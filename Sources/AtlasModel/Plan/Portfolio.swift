/// Which few measures open most goods, or reach most people, in a country.
public struct PortfolioQuestion: Sendable, Equatable {
  /// What a budget counts.
  public enum Budget: String, Sendable, CaseIterable {
    /// Each measure counts one.
    case measures
    /// A measure of low effort counts one, of medium effort two, of high effort three (assumption).
    case effort
  }

  /// What is to be most.
  public enum Aim: String, Sendable, CaseIterable {
    /// Goods that may be adopted, with safeguards or without.
    case goods
    /// People whom one of those goods reaches by itself; of the bounds the high end counts, since divides
    /// overlap (assumption).
    case people
  }

  /// Goods that compete; nil for all listed goods.
  public var need: NeedFilter?
  /// The most that may be spent, 1 to 12.
  public var budget: Int
  /// What the budget counts.
  public var counts: Budget
  /// What is to be most.
  public var aim: Aim

  /// Makes a question.
  public init(
    need: NeedFilter? = nil, budget: Int, counts: Budget = .measures, aim: Aim = .goods
  ) {
    self.need = need
    self.budget = budget
    self.counts = counts
    self.aim = aim
  }
}

/// The answer to a portfolio question: the best sets of measures, exact over all sets in the budget.
public struct PortfolioAnswer: Sendable, Equatable {
  /// One set.
  public struct Choice: Sendable, Equatable {
    /// Ids of the measures, none of which could be left out.
    public var measures: [String]
    /// What it costs, in the unit of the budget.
    public var cost: Int
    /// Positions of the goods that may be adopted with it and could not without.
    public var opened: [Int]
    /// What its measures cost in points of effort: low 1, medium 2, high 3.
    public var effort: Int
    /// People whom one of the goods that may be adopted then reaches by itself, at least and at most.
    public var people: Interval
  }

  /// Positions of the goods that may be adopted without any measure.
  public var already: [Int]
  /// People whom one of those reaches by itself, at least and at most.
  public var peopleAlready: Interval
  /// Positions of the goods that no set of measures opens here.
  public var closed: [Int]
  /// Goods that compete.
  public var count: Int
  /// The best set first, then the runners-up; empty where measures open nothing.
  public var choices: [Choice]
}

extension Assessor {
  /// Answers a portfolio question by trying every set of measures that fits the budget.
  ///
  /// A good opens when its cautious class is at least Adopt with safeguards. Measures act on flags alone,
  /// so what opens a good is found by following its caps; a set opens it if it holds one of those.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - question: What is asked.
  ///   - runnersUp: How many sets after the best are kept.
  public func portfolio(
    country: Int, _ question: PortfolioQuestion, runnersUp: Int = 4
  ) -> PortfolioAnswer {
    let conditions = conditions(country: country)
    let goods = catalog.goods.indices.filter {
      catalog.goods[$0].standing == .listed && (question.need?.admits(catalog.goods[$0]) ?? true)
    }
    let effort = Dictionary(
      catalog.measures.map { ($0.id, ["low": 1, "medium": 2, "high": 3][$0.effort] ?? 3) },
      uniquingKeysWith: { first, _ in first })
    let price = question.counts == .effort ? effort : effort.mapValues { _ in 1 }
    var openers: [PortfolioGood] = []
    var already: [Int] = []
    var closed: [Int] = []
    for good in goods {
      let sets = OpenerSearch(
        assessor: self, conditions: conditions, good: good, price: price, budget: question.budget
      ).sets
      let people = conditions.reachedPeople(Demand(catalog.goods[good]))
      if sets.contains(where: \.isEmpty) {
        already.append(good)
        openers.append(PortfolioGood(good: good, people: people, sets: [[]]))
      } else if sets.isEmpty {
        closed.append(good)
      } else {
        openers.append(PortfolioGood(good: good, people: people, sets: sets))
      }
    }
    let search = PortfolioSearch(
      goods: openers, price: price, effort: effort, question: question)
    return PortfolioAnswer(
      already: already,
      peopleAlready: PortfolioGood.reached(openers.filter { $0.sets == [[]] }), closed: closed,
      count: goods.count, choices: search.best(1 + runnersUp))
  }
}

extension CountryConditions {
  /// People whom a good reaches as the country is, at least and at most: everybody for a good of citizens,
  /// rural people for one of frontline staff; 0 where it reaches nobody directly or the
  /// number is not known.
  fileprivate func reachedPeople(_ demand: Demand) -> Interval {
    guard let out = leftOut(demand), let population = reader.value(ID.population) else {
      return Interval(0)
    }
    // Frontline staff are counted where rural people are met.
    let base = demand.operator == .citizens ? population : population * (supplies.ruralShare ?? 0)
    return Interval(max(0, base - out.people.high), max(0, base - out.people.low))
  }
}

/// A good with the sets of measures that open it.
struct PortfolioGood {
  var good: Int
  var people: Interval
  var sets: [Set<String>]

  /// People whom one of several goods reaches, at least and at most: those of the best of them.
  static func reached(_ goods: [PortfolioGood]) -> Interval {
    goods.reduce(Interval(0)) {
      Interval(max($0.low, $1.people.low), max($0.high, $1.people.high))
    }
  }
}

/// Follows the caps of a good to the smallest sets of measures that open it.
struct OpenerSearch {
  let assessor: Assessor
  let conditions: CountryConditions
  let good: Int
  let price: [String: Int]
  let budget: Int

  /// Smallest sets within the budget; one that is empty where the good is open already.
  var sets: [Set<String>] {
    var found: [Set<String>] = []
    var tried: Set<Set<String>> = []
    follow([], &found, &tried)
    return found.filter { set in !found.contains { $0.isStrictSubset(of: set) } }
  }

  private func follow(
    _ taken: Set<String>, _ found: inout [Set<String>], _ tried: inout Set<Set<String>>
  ) {
    guard tried.insert(taken).inserted, !found.contains(where: { $0.isSubset(of: taken) }) else {
      return
    }
    var other = assessor
    other.settings.measures += taken.sorted().filter { !other.settings.measures.contains($0) }
    let screening = other.screening(good: good, conditions: conditions)
    if (screening.verdict.class.rank ?? -1) >= 2 { return found.append(taken) }
    // The first cap has to go in any case: one of the measures that lower it is needed.
    guard screening.verdict.byFit.rank ?? 0 >= 2 else { return }
    let caps = screening.verdict.caps.filter { ($0.limit.rank ?? 0) < 2 }.map(\.flag)
    let refusing = Verdict.refusalFlags.filter {
      screening.flags[$0].residualWorst == .critical
    }
    var next: Set<String> = []
    for flag in caps + refusing {
      for offer in screening.flags[flag].offers where offer.works && !offer.isTaken {
        next.insert(offer.measure)
      }
    }
    let spent = taken.reduce(0) { $0 + (price[$1] ?? 1) }
    for measure in next.sorted() where spent + (price[measure] ?? 1) <= budget {
      follow(taken.union([measure]), &found, &tried)
    }
  }
}

/// Tries every set of measures in a budget.
struct PortfolioSearch {
  let goods: [PortfolioGood]
  let price: [String: Int]
  let effort: [String: Int]
  let question: PortfolioQuestion

  /// The best sets, best first: most of the aim, then of the other, then cheapest, then least effort,
  /// then by name.
  func best(_ count: Int) -> [PortfolioAnswer.Choice] {
    let ids = Set(goods.flatMap { $0.sets.flatMap(\.self) }).sorted()
    let bit = Dictionary(
      ids.enumerated().map { ($1, UInt64(1) << UInt64($0)) }, uniquingKeysWith: { a, _ in a })
    guard ids.count <= 64 else { return [] }
    let masks = goods.map { good in
      good.sets.map { $0.reduce(UInt64(0)) { $0 | (bit[$1] ?? 0) } }
    }
    var kept: [(key: Key, mask: UInt64)] = []
    func visit(_ mask: UInt64, _ cost: Int, from: Int) {
      let key = key(mask, cost, masks, ids)
      if key.opened > 0, kept.count < count || key > kept[kept.count - 1].key {
        // A set of which a part does the same is no answer of its own.
        if !(0..<ids.count).contains(where: { place in
          let part = mask & ~(1 << UInt64(place))
          return part != mask && isSame(part, mask, masks)
        }) {
          let place = kept.firstIndex { key > $0.key } ?? kept.count
          kept.insert((key, mask), at: place)
          if kept.count > count { kept.removeLast() }
        }
      }
      for place in from..<ids.count {
        let price = price[ids[place]] ?? 1
        guard cost + price <= question.budget else { continue }
        visit(mask | 1 << UInt64(place), cost + price, from: place + 1)
      }
    }
    visit(0, 0, from: 0)
    return kept.map { entry in
      PortfolioAnswer.Choice(
        measures: ids.enumerated().filter { entry.mask >> UInt64($0.offset) & 1 == 1 }
          .map(\.element),
        cost: entry.key.cost,
        opened: goods.indices.filter { isOpen($0, entry.mask, masks) && goods[$0].sets != [[]] }
          .map { goods[$0].good },
        effort: entry.key.effort, people: entry.key.people)
    }
  }

  private struct Key: Comparable {
    var first: Double
    var second: Double
    var cost: Int
    var effort: Int
    var mask: UInt64
    var opened: Int
    var people: Interval

    static func < (left: Key, right: Key) -> Bool {
      (left.first, left.second, -left.cost, -left.effort, ~left.mask)
        < (right.first, right.second, -right.cost, -right.effort, ~right.mask)
    }
  }

  private func isOpen(_ good: Int, _ mask: UInt64, _ masks: [[UInt64]]) -> Bool {
    masks[good].contains { $0 & mask == $0 }
  }

  private func isSame(_ part: UInt64, _ whole: UInt64, _ masks: [[UInt64]]) -> Bool {
    goods.indices.allSatisfy { isOpen($0, part, masks) == isOpen($0, whole, masks) }
  }

  private func key(_ mask: UInt64, _ cost: Int, _ masks: [[UInt64]], _ ids: [String]) -> Key {
    let open = goods.indices.filter { isOpen($0, mask, masks) }
    let opened = open.count { goods[$0].sets != [[]] }
    let people = PortfolioGood.reached(open.map { goods[$0] })
    var points = 0
    for (place, id) in ids.enumerated() where mask >> UInt64(place) & 1 == 1 {
      points += effort[id] ?? 3
    }
    let count = Double(opened)
    return Key(
      first: question.aim == .goods ? count : people.high,
      second: question.aim == .goods ? people.high : count, cost: cost, effort: points, mask: mask,
      opened: opened, people: people)
  }
}
