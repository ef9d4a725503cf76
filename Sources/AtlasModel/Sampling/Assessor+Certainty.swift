extension Assessor {
  /// How often each class comes up for a pair when weights, figures, levels and limits are drawn.
  public func shares(
    country: Int, good: Int, options: SampleOptions = SampleOptions()
  ) -> VerdictShares {
    sampler(goods: [good], options: options).shares(country: country)[0]
  }

  /// A sampler of some goods under the choices of the assessor.
  public func sampler(goods: [Int], options: SampleOptions = SampleOptions()) -> VerdictSampler {
    VerdictSampler(
      context, settings: settings, goods: SampleGoods(context, goods: goods), options: options)
  }

  /// Everything about one pair, with how sure its verdict is.
  ///
  /// - Parameters:
  ///   - country: Position of the country.
  ///   - good: Position of the good.
  ///   - options: What is drawn; nil draws nothing.
  public func insight(country: Int, good: Int, sampling options: SampleOptions?) -> Insight {
    var insight = insight(country: country, good: good)
    insight.certainty = options.map { shares(country: country, good: good, options: $0) }
    return insight
  }

  /// The shares of a pair for each stakeholder, and for nobody's opinion, which is nil.
  ///
  /// Where they part, the verdict hangs on whose weights are taken.
  public func sharesByStakeholder(
    country: Int, good: Int, options: SampleOptions = SampleOptions()
  ) -> [(preset: WeightPreset?, shares: VerdictShares)] {
    let goods = SampleGoods(context, goods: [good])
    func shares(_ settings: ModelSettings, _ options: SampleOptions) -> VerdictShares {
      VerdictSampler(context, settings: settings, goods: goods, options: options)
        .shares(country: country)[0]
    }
    var flat = options
    flat.weights = .flat
    return WeightPreset.allCases.map { preset in
      // The stakeholder in force may have weights of the user's own.
      (preset, shares(preset == settings.preset ? settings : settings.with(preset), options))
    } + [(nil, shares(settings, flat))]
  }
}

extension Array where Element == Insight {
  /// The same with how sure each verdict is; what the goods share is drawn once.
  ///
  /// - Parameters:
  ///   - sampler: A sampler with the choices that the screenings were made under.
  public func sampled(_ sampler: VerdictSampler) -> [Insight] {
    guard let country = first?.screening.country else { return self }
    let few = VerdictSampler(sampler, goods: map(\.screening.good))
    return zip(self, few.shares(country: country)).map { insight, shares in
      var copy = insight
      copy.certainty = shares
      return copy
    }
  }
}
