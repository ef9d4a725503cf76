/// Reads the lines of a plan, collecting faults as it goes.
struct PlanReader {
  private(set) var plan = AdoptionPlan(iso3: "")
  private var faults = StatementFaults()
  private let catalog: Catalog
  private var seen: [String: Int] = [:]

  private static let forms: [(key: String, form: String)] = [
    ("name", "name: WORDS"), ("country", "country: CODE"), ("start", "start: YYYY-MM"),
    ("good", "good: ID"), ("measure", "measure GOOD: ID"), ("note", "note GOOD: WORDS"),
    ("have", "have BLOCK: in-place, partly, missing or unknown"),
    ("months", "months PHASE-OR-BLOCK: LOW to HIGH"), ("size", "size NAME: NUMBER"),
  ]

  init(_ catalog: Catalog) { self.catalog = catalog }

  var problems: [ScenarioText.Problem] { faults.problems }

  mutating func read(_ text: String) {
    let file = StatementFile(text)
    guard file.header == PlanText.opening + String(PlanText.version) else {
      return faults.reject(
        "this is no plan, or one of another version",
        "`\(PlanText.opening)\(PlanText.version)` as the first line")
    }
    for line in file.lines {
      faults.line = line.number
      read(line)
    }
    if problems.isEmpty, plan.iso3.isEmpty {
      faults.reject("no line names the country", "country: CODE")
    }
  }

  private mutating func read(_ line: StatementFile.Line) {
    let words = line.words
    guard let value = line.value else {
      return faults.reject("`\(StatementFaults.quoted(line.text))` has no colon", "KEY: VALUE")
    }
    let key = words.first ?? ""
    guard let form = Self.forms.first(where: { $0.key == key })?.form else {
      return faults.reject(
        "`\(StatementFaults.quoted(key))` is no key",
        "one of " + Self.forms.map(\.key).joined(separator: ", "),
        word: key, among: Self.forms.map(\.key))
    }
    let takesName = ["measure", "note", "have", "months", "size"].contains(key)
    guard words.count == (takesName ? 2 : 1) else {
      return faults.reject(
        "`\(StatementFaults.quoted(words.joined(separator: " ")))` is not complete", form)
    }
    guard !value.isEmpty else { return faults.reject("there is nothing behind the colon", form) }
    let thing =
      ["good", "measure"].contains(key)
      ? "\(words.joined(separator: " ")) \(value)"
      : words.joined(separator: " ")
    if let earlier = seen[thing] {
      return faults.reject(
        "`\(StatementFaults.quoted(thing))` stands on line \(earlier) already", "each thing once")
    }
    seen[thing] = faults.line
    switch key {
    case "name": plan.name = SafeText.line(value, limit: PlanText.longestNote)
    case "country": country(value)
    case "start": start(value)
    case "good": good(value)
    case "measure", "note": add(key, to: words[1], value)
    case "have": have(words[1], value)
    case "months": months(words[1], value)
    default: size(words[1], value)
    }
  }

  private mutating func country(_ value: String) {
    guard catalog.countryPosition(value.uppercased()) != nil else {
      return faults.reject(
        "there is no country code `\(StatementFaults.quoted(value))`",
        "an ISO code of three letters such as UGA", word: value.uppercased(),
        among: catalog.countries.map(\.iso3))
    }
    plan.iso3 = value.uppercased()
  }

  private mutating func start(_ value: String) {
    guard let month = AdoptionPlan.Month(value) else {
      return faults.reject(
        "`\(StatementFaults.quoted(value))` is no month", "YYYY-MM, such as 2027-01")
    }
    plan.start = month
  }

  private mutating func good(_ value: String) {
    guard catalog.goodPosition(value) != nil else {
      return faults.reject(
        "there is no good `\(StatementFaults.quoted(value))`", "an id that `dpg-atlas goods` lists",
        word: value, among: catalog.goods.map(\.id))
    }
    plan.choices.append(AdoptionPlan.Choice(good: value))
  }

  private mutating func add(_ key: String, to good: String, _ value: String) {
    guard let place = plan.choices.firstIndex(where: { $0.good == good }) else {
      return faults.reject(
        "no line above chooses `\(StatementFaults.quoted(good))`", "`good: \(good)` first")
    }
    guard key == "measure" else {
      plan.choices[place].note = SafeText.line(value, limit: PlanText.longestNote)
      return
    }
    let known = catalog.measures.map(\.id)
    guard known.contains(value) else {
      return faults.reject(
        "there is no measure `\(StatementFaults.quoted(value))`",
        "an id that `dpg-atlas measures` lists",
        word: value, among: known)
    }
    plan.choices[place].measures.append(value)
  }

  private mutating func have(_ block: String, _ value: String) {
    guard known(block: block, among: catalog.blocks.map(\.id)) else { return }
    guard let standing = BlockStanding(rawValue: value) else {
      let words = BlockStanding.allCases.map(\.rawValue)
      return faults.reject(
        "`\(StatementFaults.quoted(value))` is no standing",
        "one of " + words.joined(separator: ", "),
        word: value, among: words)
    }
    plan.standings[block] = standing
  }

  private mutating func months(_ id: String, _ value: String) {
    guard known(block: id, among: catalog.phases.map(\.id) + catalog.blocks.map(\.id)) else {
      return
    }
    guard let range = PlanDurations.range(value), range.high <= 600 else {
      return faults.reject(
        "`\(StatementFaults.quoted(value))` is no range of months", "LOW to HIGH, from 0 to 600")
    }
    plan.durations[id] = range
  }

  private mutating func size(_ id: String, _ value: String) {
    let names = PlanAmount.allCases.map(\.rawValue) + catalog.rules.map(\.id)
    guard names.contains(id) else {
      return faults.reject(
        "there is no rule or amount `\(StatementFaults.quoted(id))`",
        "an id that the sizes of a plan show", word: id, among: names)
    }
    guard let number = NumberText.number(value), number >= 0, number.isFinite else {
      return faults.reject(
        "`\(StatementFaults.quoted(value))` is no number", "a number of 0 or more")
    }
    plan.sizes[id] = number
  }

  private mutating func known(block id: String, among names: [String]) -> Bool {
    guard !names.contains(id) else { return true }
    faults.reject(
      "there is no phase or building block `\(StatementFaults.quoted(id))`",
      "an id that the plan shows", word: id, among: names)
    return false
  }
}
