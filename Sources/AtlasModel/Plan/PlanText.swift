/// A plan as a small text file: one choice a line, for people to read, write and pass on.
///
/// The first line is `dpg-atlas plan 1`. Lines of `#` and empty lines are passed over.
public enum PlanText {
  /// The version that is written and read.
  public static let version = 1
  /// Longest name or note kept, in Unicode scalars.
  public static let longestNote = 240
  /// What the first line starts with.
  public static let opening = "dpg-atlas plan "

  /// What a text says.
  public struct Reading: Sendable, Equatable {
    /// The plan of all sound lines.
    public var plan: AdoptionPlan
    /// Every fault, in order of lines; the plan counts only where there is none.
    public var problems: [ScenarioText.Problem]
  }

  /// Reads a text against a catalog.
  public static func read(_ text: String, catalog: Catalog) -> Reading {
    var reader = PlanReader(catalog)
    reader.read(text)
    return Reading(plan: reader.plan, problems: reader.problems)
  }

  /// The lines of a plan, which `read` reads back.
  public static func write(_ plan: AdoptionPlan) -> String {
    var lines = [opening + String(version)]
    let name = SafeText.line(plan.name, limit: longestNote)
    if !name.isEmpty { lines.append("name: " + name) }
    lines.append("country: " + plan.iso3)
    if let start = plan.start { lines.append("start: " + start.text()) }
    for choice in plan.choices {
      lines.append("good: " + choice.good)
      lines += choice.measures.map { "measure \(choice.good): \($0)" }
      let note = SafeText.line(choice.note, limit: longestNote)
      if !note.isEmpty { lines.append("note \(choice.good): \(note)") }
    }
    for (block, standing) in plan.standings.sorted(by: { $0.key < $1.key }) {
      lines.append("have \(block): \(standing.rawValue)")
    }
    for (id, months) in plan.durations.sorted(by: { $0.key < $1.key }) {
      lines.append("months \(id): \(NumberText.raw(months.low)) to \(NumberText.raw(months.high))")
    }
    for (id, value) in plan.sizes.sorted(by: { $0.key < $1.key }) {
      lines.append("size \(id): \(NumberText.raw(value))")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
