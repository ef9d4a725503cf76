public import AtlasModel
import AtlasReport
import AtlasScreen

/// Something that holds on the explorer or does not: tasks and branches of a lesson.
public enum LessonCondition: Sendable, Equatable {
  /// The verdict of a pair is a class or better.
  case verdict(country: String, good: String, VerdictClass)
  /// A flag of a pair is at most of a severity, with the measures taken.
  case flag(country: String, good: String, FlagID, Severity)
  /// A view of a kind is shown.
  case view(ViewKind)
  /// A place is shown, such as `screening UGA dhis2`.
  case place(String)
  /// Words stand on the screen.
  case shows(String)
  /// A measure is taken.
  case taken(String)
  /// At most so many measures are taken.
  case budget(Int)
  /// A pair is in the plan.
  case planned(country: String, good: String)

  /// How conditions are written, for messages.
  static let forms =
    "verdict COUNTRY GOOD CLASS, flag COUNTRY GOOD ID SEVERITY, view KIND, place PLACE, shows WORDS, "
    + "taken MEASURE, budget NUMBER, planned COUNTRY GOOD"

  /// Reads a condition; `names` says whether a country, good or measure is known.
  static func read(_ text: String, _ catalog: Catalog) -> (LessonCondition?, problem: String) {
    let words = text.split(separator: " ").map(String.init)
    let rest = words.dropFirst().joined(separator: " ")
    func pair() -> String? {
      guard words.count >= 3 else { return "a country and a good are missing" }
      if catalog.countryPosition(words[1]) == nil { return "there is no country `\(words[1])`" }
      return catalog.goodPosition(words[2]) == nil ? "there is no good `\(words[2])`" : nil
    }
    switch (words.first ?? "", words.count) {
    case ("verdict", 4):
      if let problem = pair() { return (nil, problem) }
      guard let verdict = VerdictClass(rawValue: words[3]) else {
        return (nil, "there is no verdict `\(words[3])`")
      }
      return (.verdict(country: words[1], good: words[2], verdict), "")
    case ("flag", 5):
      if let problem = pair() { return (nil, problem) }
      guard let flag = FlagID(rawValue: words[3]), let severity = Severity(word: words[4]) else {
        return (nil, "`\(words[3]) \(words[4])` is no flag and severity")
      }
      return (.flag(country: words[1], good: words[2], flag, severity), "")
    case ("planned", 3):
      if let problem = pair() { return (nil, problem) }
      return (.planned(country: words[1], good: words[2]), "")
    case ("view", 2):
      guard let kind = ViewKind(rawValue: rest) else { return (nil, "there is no view `\(rest)`") }
      return (.view(kind), "")
    case ("taken", 2):
      guard catalog.measures.contains(where: { $0.id == rest }) else {
        return (nil, "there is no measure `\(rest)`")
      }
      return (.taken(rest), "")
    case ("budget", 2):
      guard let count = Int(rest), count >= 0 else { return (nil, "`\(rest)` is no number") }
      return (.budget(count), "")
    case ("place", 2...): return (.place(rest), "")
    case ("shows", 2...): return (.shows(rest), "")
    default: return (nil, "`\(SafeText.line(text, limit: 60))` is no condition")
    }
  }

  /// The condition in words, for the room.
  func words(_ catalog: Catalog) -> String {
    func pair(_ country: String, _ good: String) -> String {
      let place = catalog.countryPosition(country).map { catalog.countries[$0].shortName }
      let name = catalog.goodPosition(good).map { catalog.goods[$0].name }
      return "\(name ?? good) in \(place ?? country)"
    }
    switch self {
    case .verdict(let country, let good, let verdict):
      return "\(pair(country, good)): \(verdict.name), or better"
    case .flag(let country, let good, let flag, let severity):
      return "\(pair(country, good)): \(flag.rawValue) at most \(severity.word)"
    case .view(let kind): return "Open the view \(kind.rawValue)"
    case .place(let place): return "Open \(place)"
    case .shows(let words): return "Find: \(words)"
    case .taken(let measure):
      return "Take " + (catalog.measures.first { $0.id == measure }?.title ?? measure)
    case .budget(let count): return "At most \(count) measures"
    case .planned(let country, let good): return "In the plan: \(pair(country, good))"
    }
  }
}

extension AppState {
  /// Whether a condition of a lesson holds now.
  func holds(_ condition: LessonCondition) -> Bool {
    let catalog = atlas.catalog
    switch condition {
    case .verdict(let country, let good, let verdict):
      guard let screening = screening(country, good) else { return false }
      return (screening.verdict.class.rank ?? -1) >= (verdict.rank ?? -1)
    case .flag(let country, let good, let flag, let severity):
      guard let screening = screening(country, good) else { return false }
      return screening.flags[flag].residualWorst <= severity
    case .view(let kind): return view.kind == kind
    case .place(let place): return view.place(self) == place
    case .shows(let words):
      var buffer = CellBuffer(size: size)
      view.draw(self, in: body, into: &buffer)
      return buffer.lines.joined(separator: " ").lowercased().contains(words.lowercased())
    case .taken(let measure): return work.scenario.measures.contains(measure)
    case .budget(let count): return work.scenario.measures.count <= count
    case .planned(let country, let good):
      let iso3 = catalog.countryPosition(country).map { catalog.countries[$0].iso3 }
      return work.plan.contains { $0.iso3 == iso3 && $0.good == good }
    }
  }

  private func screening(_ country: String, _ good: String) -> Screening? {
    guard let country = atlas.catalog.countryPosition(country),
      let good = atlas.catalog.goodPosition(good)
    else { return nil }
    return screening(country: country, good: good)
  }

  /// A pair by positions, under the changes and measures of now.
  func screening(country: Int, good: Int) -> Screening {
    atlas.assessor.screening(
      good: good, conditions: atlas.assessor.conditions(country: country, explains: false))
  }
}
