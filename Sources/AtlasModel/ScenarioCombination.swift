/// Several scenario files laid over each other: where two say something of the same thing, the later
/// one counts.
///
/// A file that chooses another preset takes earlier weights and weakest link away, which were chosen
/// against the one before, as `--preset` does.
public struct ScenarioCombination: Sendable, Equatable {
  /// A file that was read without a fault.
  public struct Part: Sendable {
    /// Its name for people.
    public var file: String
    /// What it says.
    public var reading: ScenarioText.Reading

    /// Makes a part.
    public init(file: String, reading: ScenarioText.Reading) {
      self.file = file
      self.reading = reading
    }
  }

  /// A statement with the file it stands in.
  public struct Saying: Sendable, Equatable {
    /// The file.
    public var file: String
    /// What it says.
    public var statement: ScenarioText.Statement
  }

  /// A statement that no longer counts.
  public struct Override: Sendable, Equatable {
    /// What was said.
    public var earlier: Saying
    /// What counts in its place.
    public var later: Saying
  }

  /// All of it as one scenario.
  public let scenario: Scenario
  /// What no longer counts, in the order of files and lines that put something in its place.
  public let overrides: [Override]
  /// Faults that only all together have, such as weights that are all 0; lines have no meaning here.
  public let problems: [ScenarioText.Problem]

  /// Combines files.
  ///
  /// - Parameters:
  ///   - parts: The files; later ones win.
  ///   - name: The name of the whole; nil takes the names of the parts.
  ///   - catalog: The dataset that they were read against.
  public init(_ parts: [Part], name: String? = nil, catalog: Catalog) {
    var kept: [Saying] = []
    var overrides: [Override] = []
    for part in parts {
      let own = part.reading.statements.filter { $0.key != "name" }
      if let preset = own.first(where: { $0.key == "preset" }) {
        let before = kept.first { $0.statement.key == "preset" }?.statement.value
        if preset.value != before ?? WeightPreset.equal.rawValue {
          let later = Saying(file: part.file, statement: preset)
          for earlier in kept where Self.hangsOnPreset(earlier.statement.key) {
            if own.contains(where: { $0.key == earlier.statement.key }) { continue }
            overrides.append(Override(earlier: earlier, later: later))
            kept.removeAll { $0 == earlier }
          }
        }
      }
      for statement in own {
        let saying = Saying(file: part.file, statement: statement)
        guard let place = kept.firstIndex(where: { $0.statement.key == statement.key }) else {
          kept.append(saying)
          continue
        }
        if kept[place].statement.value != statement.value {
          overrides.append(Override(earlier: kept[place], later: saying))
        }
        kept[place] = saying
      }
    }
    let lines = [ScenarioText.opening + String(ScenarioText.version)] + kept.map(\.statement.text)
    let reading = ScenarioText.read(lines.joined(separator: "\n"), catalog: catalog)
    var scenario = reading.scenario
    scenario.name = SafeText.clipped(
      name
        ?? parts.map { $0.reading.scenario.name.isEmpty ? $0.file : $0.reading.scenario.name }
        .joined(separator: " + "), limit: ScenarioText.longestName)
    self.scenario = scenario
    self.overrides = overrides
    problems = reading.problems
  }

  private static func hangsOnPreset(_ key: String) -> Bool {
    key.hasPrefix("weight ") || key == "weakest-link"
  }
}
