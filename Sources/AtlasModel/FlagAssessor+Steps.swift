// Likelihood and impact of each rule; fit-model section 5.
extension FlagAssessor {
  func likelihood(_ id: FlagID) -> StepRange {
    switch id {
    case .r3: staffStep
    case .s2: StepRange(stewardStep.low, stewardStep.high)
    case .l1: lockInStep
    case .f1: relevanceStep
    case .f2: StepRange(2)
    case .e1: StepRange(LikelihoodSteps.thinness(thinness))
    default: conditions.likelihoods[id.index]
    }
  }

  func impact(_ id: FlagID) -> StepRange {
    let isPublic = demand.operator == .citizens
    let connectivity = demand[.connectivity]
    let sensitivity = demand.sensitivity
    switch id {
    case .d1, .d5: return StepRange(isPublic ? connectivity : 0)
    case .d2: return StepRange(isPublic ? max(connectivity, demand[.devices]) : 0)
    case .d3: return StepRange(isPublic || demand.operator == .frontlineStaff ? connectivity : 0)
    case .d4: return StepRange(isPublic ? demand[.skills] : 0)
    case .r1: return StepRange(inTheField(connectivity))
    case .r2: return StepRange(inTheField(demand[.power]))
    case .r3: return StepRange(staffImpact)
    case .s1, .p3: return StepRange(sensitivity)
    case .s2:
      switch (good.declared[.storesPersonalData], good.demand.isDeclarationDoubtful) {
      case (.yes, _): return StepRange(sensitivity)
      case (.no, false): return StepRange(0)
      case (.no, true), (.unknown, _): return StepRange(0, personalDataImpact.high)
      }
    case .s3: return StepRange(good.demand.channels.contains(.offline) ? sensitivity : 0)
    case .p1: return personalDataImpact
    case .p2: return StepRange(isEspeciallyDangerous ? 4 : sensitivity)
    case .i1: return StepRange(demand[.institutions])
    case .l1, .f1: return StepRange(3)
    case .f2:
      switch demand.operator {
      case .citizens, .frontlineStaff: return StepRange(demand[.skills])
      case .officials: return StepRange(min(demand[.skills], 2))
      case .developers: return StepRange(min(demand[.skills], 1))
      }
    case .e1: return StepRange(4)
    }
  }

  /// Whose places count: the public and frontline staff in full, offices at most 2, developers not.
  private func inTheField(_ level: Int) -> Int {
    switch demand.operator {
    case .citizens, .frontlineStaff: level
    case .officials: min(level, 2)
    case .developers: 0
    }
  }

  /// Biometric or health data, or data of displaced people, of a sensitive system.
  private var isEspeciallyDangerous: Bool {
    guard demand.sensitivity >= 3 else { return false }
    return good.personalDataTypes.contains { $0 == "biometric" || $0 == "health" }
      || good.sectors.contains("humanitarian")
  }

  private var staffImpact: Int {
    guard demand.operator == .citizens || demand.operator == .frontlineStaff else { return 0 }
    let channels = good.demand.channels
    let relief =
      (channels.contains(.offline) ? 1 : 0) + (channels.contains(.assistedAgent) ? 1 : 0)
    return 4 - relief
  }

  /// The range of staff per 10,000 rural people that a good's preset asks for here.
  var staffPer10000: Interval {
    guard conditions.supplies.ruralShare != 0 else { return Interval(0) }
    return StaffPreset(sector: good.sector).staffPer10000(
      leftOut: conditions.ruralLeftOut(demand))
  }

  private var staffStep: StepRange {
    let staff = staffPer10000
    return StepRange(LikelihoodSteps.staff(staff.low), LikelihoodSteps.staff(staff.high))
  }

  /// Government or United Nations stewards 0; otherwise 2 if measures are described, 4 if none are.
  private var stewardStep: StepRange {
    guard good.demand.steward == .other else { return StepRange(0) }
    switch good.declared[.securityMeasuresDescribed] {
    case .yes: return StepRange(2)
    case .no: return StepRange(4)
    case .unknown: return StepRange(2, 4)
    }
  }

  /// Sensitivity where personal data is collected; a range where nobody answered.
  private var personalDataImpact: StepRange {
    if demand.collectsPersonalData { return StepRange(demand.sensitivity) }
    return StepRange(
      0, good.declared[.collectsPersonalData] == .unknown ? demand.sensitivity : 0)
  }

  private var lockInStep: StepRange {
    let stewards = good.organisations.filter { $0.role == "owner" || $0.role == "maintainer" }
    let closed: StepRange =
      switch good.declared[.openAlternatives] {
      case .yes: StepRange(2)
      case .no: StepRange(stewards.count <= 1 ? 4 : 3)
      case .unknown: StepRange(2, stewards.count <= 1 ? 4 : 3)
      }
    let open = good.declared[.platformIndependent] == .yes ? 0 : 1
    switch good.declared[.closedDependencies] {
    case .yes: return closed
    case .no: return StepRange(open)
    case .unknown: return StepRange(open, closed.high)
    }
  }

  private var relevanceStep: StepRange {
    guard let ranks = conditions.gaps.bestRanks(goals: good.sdgs) else { return .open }
    return StepRange(
      LikelihoodSteps.relevance(ranks.low), LikelihoodSteps.relevance(ranks.high))
  }
}
