/// A scenario as a small text file: one change a line, for people to read, write and pass on.
///
/// The first line is `dpg-atlas scenario 1`. Lines of `#` and empty lines are passed over; line ends of
/// Windows and a byte order mark are accepted.
public enum ScenarioText {
  /// The version that is written and read.
  public static let version = 1
  /// Longest name kept, in Unicode scalars.
  public static let longestName = 80
  /// Longest words on a source kept, in Unicode scalars.
  public static let longestSource = 160
  /// What the first line starts with.
  public static let opening = "dpg-atlas scenario "

  /// A fault in a line.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// Line, from 1.
    public var line: Int
    /// What is wrong.
    public var message: String
    /// What would be accepted.
    public var expected: String
    /// Names that may have been meant; empty where none is near.
    public var nearest: [String]

    /// Makes a fault.
    public init(line: Int, message: String, expected: String, nearest: [String] = []) {
      self.line = line
      self.message = message
      self.expected = expected
      self.nearest = nearest
    }

    /// The fault in one line, free of control characters.
    public var description: String {
      "line \(line): \(message); expected \(expected)" + WordDistance.offer(nearest)
    }
  }

  /// What a sound line says.
  public struct Statement: Sendable, Equatable {
    /// What it is about, such as `policy`, `figure UGA internet-users` or `measure dd-voice`.
    public var key: String
    /// What it says about it, as the line has it.
    public var value: String
    /// Line, from 1.
    public var line: Int

    /// The line in the form that is read.
    var text: String { (key.hasPrefix("measure ") ? "measure" : key) + ": " + value }
  }

  /// What a text says.
  public struct Reading: Sendable, Equatable {
    /// The changes of all sound lines.
    public var scenario: Scenario
    /// What each sound line says, in order.
    public var statements: [Statement]
    /// Every fault, in order of lines; the scenario counts only where there is none.
    public var problems: [Problem]
  }

  /// Reads a text against the countries, goods, indicators and measures of a catalog.
  public static func read(_ text: String, catalog: Catalog) -> Reading {
    var reader = ScenarioReader(catalog)
    reader.read(text)
    return Reading(
      scenario: reader.scenario, statements: reader.statements, problems: reader.problems)
  }

  /// The lines of a scenario, in the order in which `read` gives them back.
  static func write(_ scenario: Scenario) -> String {
    var lines = [opening + String(version)]
    let name = SafeText.line(scenario.name, limit: longestName)
    if !name.isEmpty { lines.append("name: " + name) }
    if scenario.preset != .equal { lines.append("preset: " + scenario.preset.rawValue) }
    if let weights = scenario.weights, weights.count == Dimension.allCases.count {
      for (dimension, weight) in zip(Dimension.allCases, weights) where weight.isFinite {
        lines.append("weight \(dimension.rawValue): \(NumberText.raw(weight))")
      }
    }
    for (key, share) in [
      ("weakest-link", scenario.weakestLink), ("equity-share", scenario.equityShare),
    ] {
      if let share, share.isFinite { lines.append("\(key): \(NumberText.raw(share))") }
    }
    if scenario.policy != .two { lines.append("policy: " + scenario.policy.rawValue) }
    lines += scenario.measures.map { "measure: " + SafeText.line($0, limit: longestName) }
    for figure in scenario.figures where figure.value.isFinite {
      let source = SafeText.line(figure.source, limit: longestSource)
      lines.append(
        "figure \(figure.iso3) \(figure.indicator): \(NumberText.raw(figure.value))"
          + (source.isEmpty ? "" : " ; source: " + source))
    }
    for fact in scenario.facts {
      let source = SafeText.line(fact.source, limit: longestSource)
      let value = SafeText.line(fact.value, limit: longestName)
      lines.append(
        "fact \(fact.iso3) \(fact.attribute): \(value)"
          + (source.isEmpty ? "" : " ; source: " + source))
    }
    lines += scenario.levels.map { "level \($0.good) \($0.field.rawValue): \($0.level)" }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Scenario {
  /// The scenario as text, which `ScenarioText.read` reads back.
  ///
  /// Names and sources are written clean and cut to their limits; a number that is not finite is left out.
  public var text: String { ScenarioText.write(self) }
}
