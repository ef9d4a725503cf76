/// A plan worked out: flags and verdicts with the measures chosen, what comes first, when, how much.
public struct PlanOutline: Sendable {
  /// A chosen good.
  public struct Item: Sendable {
    /// Position of the good.
    public let good: Int
    /// What was chosen for it.
    public let choice: AdoptionPlan.Choice
    /// Everything about the pair, with the measures taken.
    public let insight: Insight
    /// Flags at high or critical that no measure lowers and no note answers.
    public let unanswered: [RiskFlag]
    /// Ids of the blocks that it needs and that are not in place.
    public let open: [String]
  }

  /// What is left of one flag of one good, phase by phase.
  public struct Residual: Sendable, Equatable {
    /// Id of the good.
    public var good: String
    /// The flag.
    public var flag: FlagID
    /// Severity without any measure.
    public var before: String
    /// Severity at the end of each phase, in order of phases, with the measures that stand by then.
    public var after: [String]
  }

  /// The plan.
  public let plan: AdoptionPlan
  /// Position of the country.
  public let country: Int
  /// The goods, in the order in which they can begin.
  public let items: [Item]
  /// What has to be there, in order.
  public let prerequisites: [Prerequisite]
  /// When it may happen.
  public let spans: [PlanSpan]
  /// How much of everything.
  public let sizes: [PlanSize]
  /// Residual risk by phase; flags that never reach moderate are left out.
  public let residuals: [Residual]
}

extension Assessor {
  /// Works out a plan; goods that the catalog does not have are left out.
  ///
  /// - Parameters:
  ///   - plan: What was chosen.
  ///   - country: Position of the country.
  public func outline(_ plan: AdoptionPlan, country: Int) -> PlanOutline {
    let conditions = conditions(country: country)
    let chosen = plan.choices.compactMap { choice in
      catalog.goodPosition(choice.good).map { (good: $0, choice: choice) }
    }
    let reader = PrerequisiteReader(catalog, conditions: conditions, plan: plan)
    let prerequisites = reader.ordered(chosen.map(\.good))
    let insights = chosen.map { each in
      taking(each.choice.measures).insight(country: country, good: each.good)
    }
    let items = zip(chosen, insights).map { each, insight in
      let grave = insight.screening.flags.open.filter { $0.worst >= .high && $0.takenCount == 0 }
      return PlanOutline.Item(
        good: each.good, choice: each.choice, insight: insight,
        unanswered: each.choice.note.isEmpty ? grave : [],
        open: prerequisites.filter { $0.isOpen && $0.serves.contains(each.choice.good) }
          .map(\.block.id))
    }
    let ordered = Self.ordered(items, prerequisites)
    let own = Set(chosen.flatMap { reader.own($0.good) })
    let sizer = PlanSizer(
      catalog: catalog, plan: plan, country: country, insights: insights,
      blocks: own.union(prerequisites.map(\.block.id)), own: own)
    let timeline = TimelineMaker(catalog: catalog, plan: plan, prerequisites: prerequisites)
    return PlanOutline(
      plan: plan, country: country, items: ordered, prerequisites: prerequisites,
      spans: timeline.spans(ordered.map(\.choice.good)), sizes: sizer.all,
      residuals: ordered.flatMap { residuals($0, conditions) })
  }

  private func taking(_ measures: [String]) -> Assessor {
    var other = self
    for measure in measures where !other.settings.measures.contains(measure) {
      other.settings.measures.append(measure)
    }
    return other
  }

  /// Goods in the order in which they can begin: by the last open prerequisite, then best class first.
  private static func ordered(
    _ items: [PlanOutline.Item], _ prerequisites: [Prerequisite]
  ) -> [PlanOutline.Item] {
    func last(_ item: PlanOutline.Item) -> Int {
      prerequisites.lastIndex { item.open.contains($0.block.id) } ?? -1
    }
    func key(_ item: PlanOutline.Item) -> (Int, Int, String) {
      (last(item), -(item.insight.screening.verdict.class.rank ?? -1), item.choice.good)
    }
    return items.sorted { key($0) < key($1) }
  }

  private func residuals(
    _ item: PlanOutline.Item, _ conditions: CountryConditions
  ) -> [PlanOutline.Residual] {
    let phases = catalog.phases.sorted { $0.order < $1.order }
    let order = Dictionary(phases.map { ($0.id, $0.order) }, uniquingKeysWith: { a, _ in a })
    let due = Dictionary(
      catalog.measures.map { ($0.id, order[$0.phase] ?? 0) }, uniquingKeysWith: { a, _ in a })
    var bare = self
    bare.settings.measures = []
    let all = settings.measures + item.choice.measures
    func flags(_ assessor: Assessor) -> AssessedFlags {
      assessor.screening(good: item.good, conditions: conditions).flags
    }
    let before = flags(bare)
    let after = phases.map { phase in
      flags(bare.taking(all.filter { (due[$0] ?? 0) <= phase.order }))
    }
    return before.open.filter { $0.worst >= .moderate }.map { flag in
      PlanOutline.Residual(
        good: item.choice.good, flag: flag.id, before: flag.word,
        after: after.map { $0[flag.id].residualWord })
    }
  }
}
