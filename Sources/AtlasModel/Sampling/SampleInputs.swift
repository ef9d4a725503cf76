/// What is drawn for a pair: named inputs, each with its value in every draw.
struct SampleInputs {
  /// One input.
  struct Input {
    /// What it is, in words.
    var name: String
    /// Where its values come from.
    var origin: Origin
    /// Unit of its values; empty for a share.
    var unit = ""
  }

  /// Where the values of an input come from.
  enum Origin {
    /// A row of `SampleDraws.Row`; its values are sorted into bins of equal count.
    case draw(Int)
    /// One over a row of `SampleDraws.Row`.
    case factor(Int)
    /// A word of moves down, with that of moves up: three bins.
    case move(Int)
    /// A word of coins: two bins.
    case coin(Int)
    /// A row of `SupplyRow`, with the uniform numbers that it is made of.
    case supply(SupplyRow, CounterRandom)
    /// The score of a goal.
    case goal(Int, CounterRandom)
  }

  let all: [Input]

  /// Lists what is drawn for a good in a country.
  init(_ sampler: VerdictSampler, country: Int, good: PublicGood) {
    let catalog = sampler.context.catalog
    var inputs: [Input] = []
    func add(_ name: String, _ origin: Origin, unit: String = "") {
      inputs.append(Input(name: name, origin: origin, unit: unit))
    }
    let options = sampler.options
    if options.weights != .fixed {
      for dimension in Dimension.allCases {
        add(
          "weight of \(dimension.name.lowercased())",
          .draw(SampleDraws.Row.weight + dimension.index))
      }
      add("weakest link", .draw(SampleDraws.Row.link))
      add("share of the worst group", .draw(SampleDraws.Row.equity))
    }
    if options.movesModel {
      for ramp in SampleDraws.Ramp.allCases {
        add(
          "limits of \(ramp) (times)", .factor(SampleDraws.Row.factor + ramp.rawValue))
      }
      for field in DemandField.allCases {
        add(
          "level of \(field.rawValue) (change)",
          .move(SampleDraws.Bits.down + SampleDraws.move(field, good.demand.confidence)))
      }
    }
    let questions: [(SampleDraws.Coin, Declarations.Question, String)] = [
      (.stores, .storesPersonalData, "stores personal data"),
      (.collects, .collectsPersonalData, "collects personal data"),
      (.described, .securityMeasuresDescribed, "describes security measures"),
      (.closed, .closedDependencies, "needs closed parts"),
      (.alternatives, .openAlternatives, "names open alternatives"),
    ]
    for (coin, question, words) in questions where good.declared[question] == .unknown {
      add("not answered: \(words)", .coin(SampleDraws.Bits.coin + coin.rawValue))
    }
    let conditions = CountryConditions(sampler.context, country: country, explains: false)
    let supplies = SampledSupplies(conditions, seed: options.seed)
    for entry in supplies.drawn {
      switch entry.step {
      case .figure(let figure), .atLeast(_, let figure):
        if !figure.isKnown { add(entry.row.name(catalog), .supply(entry.row, figure.stream)) }
      case .above(_, let stream):
        add(entry.row.name(catalog), .supply(entry.row, stream))
      case .uniform(let stream):
        // A place that no figure stands at, or a law that is not open, decides nothing.
        let isRead =
          entry.row == .law
          ? conditions.reader.lawIsOpen(conditions)
          : supplies.drawn.contains {
            if case .group(_, entry.row, _, _) = $0.step { true } else { false }
          }
        if isRead { add(entry.row.name(catalog), .supply(entry.row, stream)) }
      case .group, .privacy, .least, .copy: break
      }
    }
    let goals = supplies.goals()
    for goal in good.sdgs where (1...17).contains(goal) && !goals[goal - 1].isKnown {
      add("score of goal \(goal)", .goal(goal - 1, goals[goal - 1].stream))
    }
    all = inputs
  }
}

extension SupplyReader {
  /// Whether the answers on the law leave points or steps open.
  fileprivate func lawIsOpen(_ conditions: CountryConditions) -> Bool {
    !lawPoints.isPoint || !conditions.likelihoods[FlagID.p1.index].isPoint
  }
}

extension SupplyRow {
  /// The id of the indicator that a row is about; empty for a place.
  var indicator: String {
    switch self {
    case .signal: ID.coverage3G
    case .fourG: ID.coverage4G
    case .internet: ID.internet
    case .literacy: ID.literacy
    case .mobile: ID.mobileSubscriptions
    case .electricity: ID.electricity
    case .ruralLiteracy: ID.literacyRural
    case .ruralElectricity: ID.electricityRural
    case .womenInternet: ID.internetWomenDerived
    case .womenLiteracy: ID.literacyWomen
    case .womenMobile: ID.mobileOwnersWomen
    case .humanCapital: ID.humanCapital
    case .fixedBroadband: ID.fixedBroadband
    case .dataPrice: ID.dataPrice
    case .cybersecurity: ID.cybersecurity
    case .eGovernment: ID.eGovernment
    case .ruleOfLaw: ID.ruleOfLaw
    case .voice: ID.voice
    case .conflict: ID.conflict
    default: ""
    }
  }

  /// What a row is, in words.
  func name(_ catalog: Catalog) -> String {
    switch self {
    case .ruralPlace: "where rural people stand in what their total leaves open"
    case .womenPlace: "where women stand in what their total leaves open"
    case .poorestPlace: "where the poorest 40 % stand in what their total leaves open"
    case .law: "what the open answer on the privacy law is"
    default:
      catalog.indicatorPosition(indicator).map { catalog.indicators[$0].name } ?? "\(self)"
    }
  }
}
