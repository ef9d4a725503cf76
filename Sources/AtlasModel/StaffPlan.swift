/// Staff and service points for the rural people whom a good would not reach; ranges, never single numbers.
public struct StaffPlan: Sendable, Equatable {
  /// The ratio and visits used.
  public var preset: StaffPreset
  /// People to serve: rural people left out, times uptake.
  public var people: Interval
  /// Staff by the ratio.
  public var byRatio: Interval
  /// Staff by the time formula.
  public var byTime: Interval
  /// Staff: the widest range of both.
  public var staff: Interval
  /// Service points by head.
  public var pointsByHead: Interval
  /// Service points by walking distance, over the whole area: an upper bound; nil if the area is unknown.
  public var pointsByArea: Double?
  /// Parameters, all of them changeable.
  public var parameters: StaffParameters
  /// Visits a person a year and minutes a visit.
  public var visits: Double
  /// Minutes a visit.
  public var minutes: Double

  /// People for each service point (Bangladesh digital centres, derived).
  public static let peoplePerPoint = 20_500.0

  /// The formula in words, with the numbers in it.
  public var formula: String {
    let people = "\(Int(preset.inhabitantsPerStaff))"
    return
      "people x uptake / \(people) (\(preset.basis)); people x uptake x \(Int(visits)) visits x "
      + "\(Int(minutes)) minutes / (\(Int(parameters.days)) days x \(Int(parameters.hours)) hours x 60)"
  }
}

extension CountryConditions {
  /// Staff and points for a good; nil where nobody is served directly or figures are missing.
  func staffPlan(
    _ demand: Demand, sector: String, parameters: StaffParameters
  ) -> StaffPlan? {
    guard demand.operator == .citizens || demand.operator == .frontlineStaff,
      let population = reader.value(ID.population), let share = supplies.ruralShare
    else { return nil }
    let preset = parameters.preset ?? StaffPreset(sector: sector)
    let visits = parameters.visits ?? preset.visits.count
    let minutes = parameters.minutes ?? preset.visits.minutes
    let people = ruralLeftOut(demand).times(population * share * parameters.uptake)
    let byRatio = people.times(1 / preset.inhabitantsPerStaff)
    let byTime = people.times(visits * minutes / (parameters.days * parameters.hours * 60))
    let area = reader.catalog.countries[country].areaKm2
    return StaffPlan(
      preset: preset, people: people, byRatio: byRatio, byTime: byTime,
      staff: Interval(min(byRatio.low, byTime.low), max(byRatio.high, byTime.high)),
      pointsByHead: people.times(1 / StaffPlan.peoplePerPoint),
      pointsByArea: area.map { $0 / (2.6 * parameters.walk * parameters.walk) },
      parameters: parameters, visits: visits, minutes: minutes)
  }
}
