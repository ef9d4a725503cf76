import AtlasModel
import AtlasReport

extension AppState {
  /// The plan of a country: the goods chosen for it with what people know better; nil without goods.
  func plan(of country: Int) -> AdoptionPlan? {
    let iso3 = atlas.catalog.countries[country].iso3
    let entries = work.plan.filter { $0.iso3 == iso3 }
    guard !entries.isEmpty else { return nil }
    var plan = work.planWords[iso3] ?? AdoptionPlan(iso3: iso3)
    plan.choices = entries.map {
      AdoptionPlan.Choice(good: $0.good, measures: $0.measures, note: $0.note)
    }
    return plan
  }

  mutating func showOutline(_ code: String) -> Outcome {
    guard let country = atlas.catalog.countryPosition(code) else {
      say("Select a country, or a pair of the plan, first.")
      return .nothing
    }
    guard plan(of: country) != nil else {
      say(
        "No good is in the plan of \(atlas.catalog.countries[country].shortName) yet: p adds a pair."
      )
      return .nothing
    }
    open(DocumentState(.outline(country), self))
    return Outcome()
  }

  /// Puts a line of a plan file over the plan of a country, or asks for one.
  mutating func setPlan(_ text: String) -> Outcome {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else {
      guard let country = view.subject(self)?.country else { return .nothing }
      overlay = .prompt(
        PromptOverlay(
          title: "Change a number of the plan",
          help: "size uptake: 0.5, months pilot: 6 to 9, have identity: in-place, start: 2027-01, "
            + "name: words",
          call: Call(.setPlan, atlas.catalog.countries[country].iso3)))
      return .nothing
    }
    guard let country = atlas.catalog.countryPosition(words[0]) else {
      say("`\(PlainText.clean(words[0]))` is no country code.", isError: true)
      return .nothing
    }
    let iso3 = atlas.catalog.countries[country].iso3
    var known = work.planWords[iso3] ?? AdoptionPlan(iso3: iso3)
    let line = PlanText.read(
      "\(PlanText.opening)\(PlanText.version)\ncountry: \(iso3)\n\(words[1])\n",
      catalog: atlas.catalog)
    if let problem = line.problems.first {
      say(
        PlainText.clean("\(problem.message); expected \(problem.expected)"), isError: true)
      return .nothing
    }
    let new = line.plan
    if !new.name.isEmpty { known.name = new.name }
    if let start = new.start { known.start = start }
    known.standings.merge(new.standings) { $1 }
    known.durations.merge(new.durations) { $1 }
    known.sizes.merge(new.sizes) { $1 }
    guard new.choices.isEmpty else {
      say("Goods are chosen with p in a screening.", isError: true)
      return .nothing
    }
    work.planWords[iso3] = known
    return Outcome()
  }

  /// Writes the plan of the country that is shown.
  mutating func savePlan(_ code: String) -> Outcome {
    guard let country = atlas.catalog.countryPosition(code), let plan = plan(of: country) else {
      say("No plan is shown here: P opens that of a country.")
      return .nothing
    }
    return Outcome(effects: [
      .write(
        suggestedName: "dpg-atlas-\(plan.iso3).plan", contents: .text(PlanText.write(plan)),
        command: "")
    ])
  }
}

/// A plan as options of the command that prints it.
enum PlanWords {
  static func options(_ plan: AdoptionPlan) -> String {
    var words = [plan.iso3] + plan.choices.map(\.good)
    func add(_ option: String, _ value: String) { words += [option, ShellWords.quoted(value)] }
    if !plan.name.isEmpty { add("--name", plan.name) }
    if let start = plan.start { add("--start", start.text()) }
    for choice in plan.choices {
      for measure in choice.measures { add("--measure", "\(choice.good)=\(measure)") }
      if !choice.note.isEmpty { add("--note", "\(choice.good)=\(choice.note)") }
    }
    for (block, standing) in plan.standings.sorted(by: { $0.key < $1.key }) {
      add("--have", "\(block)=\(standing.rawValue)")
    }
    for (id, months) in plan.durations.sorted(by: { $0.key < $1.key }) {
      add("--months", "\(id)=\(NumberText.raw(months.low)) to \(NumberText.raw(months.high))")
    }
    for (id, value) in plan.sizes.sorted(by: { $0.key < $1.key }) {
      add("--size", "\(id)=\(NumberText.raw(value))")
    }
    return words.joined(separator: " ")
  }
}
