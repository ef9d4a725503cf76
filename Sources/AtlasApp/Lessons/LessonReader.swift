import AtlasModel
import AtlasScreen

/// Reads the lines of a lesson, collecting faults as it goes.
struct LessonReader {
  private(set) var lesson = Lesson()
  private var faults = StatementFaults()
  /// The dataset, with the invented country as soon as the head is read.
  private(set) var catalog: Catalog
  private var invented: InventedReader
  /// Branches and next lines, to be checked once all steps are known.
  private var targets: [(line: Int, id: String)] = []

  init(_ catalog: Catalog) {
    self.catalog = catalog
    invented = InventedReader(catalog)
  }

  var problems: [ScenarioText.Problem] { faults.problems }

  mutating func read(_ text: String) {
    let file = StatementFile(text)
    guard file.header == LessonText.header else {
      return faults.reject(
        "this is no lesson, or one of another version", "`\(LessonText.header)` as the first line")
    }
    for line in file.lines {
      faults.line = line.number
      read(line)
    }
    finish()
  }

  private mutating func read(_ line: StatementFile.Line) {
    let words = line.words
    guard let text = line.value else {
      return faults.reject("`\(StatementFaults.quoted(line.text))` has no colon", "KEY: VALUE")
    }
    let value = SafeText.line(text, limit: LessonText.longestLine)
    let key = words.first ?? ""
    let forms = LessonText.head + InventedReader.forms + LessonText.body
    guard let form = forms.first(where: { $0.key == key })?.form else {
      let keys = forms.map(\.key)
      return faults.reject(
        "`\(StatementFaults.quoted(key))` is no key", "one of " + keys.joined(separator: ", "),
        word: key,
        among: keys)
    }
    guard !value.isEmpty else { return faults.reject("there is nothing behind the colon", form) }
    let isHead = lesson.steps.isEmpty
    if InventedReader.takes(key) {
      guard isHead else { return faults.reject("`\(key)` stands above the first step", form) }
      if let fault = invented.read(words, value) {
        faults.reject(fault.message, fault.expected, near: fault.nearest)
      }
      return
    }
    if LessonText.head.contains(where: { $0.key == key }) {
      guard isHead else { return faults.reject("`\(key)` stands above the first step", form) }
      return head(words, value, form)
    }
    if key == "step" { return step(words, value, form) }
    guard !isHead else {
      return faults.reject("`\(key)` belongs to a step", "step ID: TITLE above it")
    }
    body(words, value, form)
  }

  // MARK: Head

  private mutating func head(_ words: [String], _ value: String, _ form: String) {
    let name = words.dropFirst().joined(separator: " ")
    let takesName = ["role", "handout"].contains(words[0])
    guard name.isEmpty != takesName else {
      return faults.reject(
        "`\(StatementFaults.quoted(words.joined(separator: " ")))` is not complete", form)
    }
    switch words[0] {
    case "title":
      guard lesson.title.isEmpty else {
        return faults.reject("there is a title already", "one title")
      }
      lesson.title = value
    case "about": lesson.about += (lesson.about.isEmpty ? "" : " ") + value
    case "minutes":
      guard let minutes = Int(value), (1...600).contains(minutes) else {
        return faults.reject(
          "`\(StatementFaults.quoted(value))` is no number of minutes", "1 to 600")
      }
      lesson.minutes = minutes
    case "objective": lesson.objectives.append(value)
    case "team":
      guard lesson.teams.count < 9 else {
        return faults.reject("there are nine teams already", form)
      }
      lesson.teams.append(value)
    case "debrief": lesson.debrief.append(value)
    case "role": Self.add(value, to: name, in: &lesson.roles)
    default: Self.add(value, to: name, in: &lesson.handouts)
    }
  }

  private static func add(_ line: String, to name: String, in list: inout [Lesson.Role]) {
    if let place = list.firstIndex(where: { $0.name == name }) {
      list[place].lines.append(line)
    } else {
      list.append(Lesson.Role(name: name, lines: [line]))
    }
  }

  // MARK: Steps

  private mutating func step(_ words: [String], _ value: String, _ form: String) {
    guard words.count == 2 else { return faults.reject("the step has no id of one word", form) }
    if lesson.steps.isEmpty, let country = invented.country {
      lesson.invented = country
      catalog = country.added(to: catalog)
    }
    guard lesson.step(words[1]) == nil else {
      return faults.reject(
        "there is a step `\(StatementFaults.quoted(words[1]))` already", "an id of its own")
    }
    lesson.steps.append(LessonStep(id: words[1], title: value))
  }

  private mutating func body(_ words: [String], _ value: String, _ form: String) {
    let last = lesson.steps.count - 1
    let rest = words.dropFirst().joined(separator: " ")
    guard rest.isEmpty != ["inject", "if"].contains(words[0]) else {
      return faults.reject(
        "`\(StatementFaults.quoted(words.joined(separator: " ")))` is not complete", form)
    }
    switch words[0] {
    case "slide":
      guard value == "yes" else {
        return faults.reject("`\(StatementFaults.quoted(value))` is not yes", form)
      }
      lesson.steps[last].isSlide = true
    case "say": lesson.steps[last].captions.append(value)
    case "note": lesson.steps[last].notes.append(value)
    case "ask":
      guard lesson.steps[last].question.isEmpty else {
        return faults.reject("the step has a question already", "one question a step")
      }
      lesson.steps[last].question = value
    case "answer":
      guard !lesson.steps[last].question.isEmpty else {
        return faults.reject("there is no question to answer", "ask: WORDS above it")
      }
      lesson.steps[last].answer += (lesson.steps[last].answer.isEmpty ? "" : " ") + value
    case "type": lesson.steps[last].actions.append(.type(value))
    case "press": press(value)
    case "do": if let call = call(value) { lesson.steps[last].actions.append(.call(call)) }
    case "task":
      if let condition = condition(value) { lesson.steps[last].tasks.append(condition) }
    case "countdown":
      guard let seconds = Int(value), (1...7_200).contains(seconds) else {
        return faults.reject(
          "`\(StatementFaults.quoted(value))` is no number of seconds", "1 to 7200")
      }
      lesson.steps[last].countdown = seconds
    case "inject": inject(rest, value, form)
    case "hide", "reveal":
      guard value == "verdicts" else {
        return faults.reject("`\(StatementFaults.quoted(value))` cannot be hidden", "verdicts")
      }
      lesson.steps[last].hidesVerdicts = words[0] == "hide"
    case "if":
      if let condition = condition(rest) {
        lesson.steps[last].branches.append(.init(condition: condition, target: value))
        targets.append((faults.line, value))
      }
    default:
      lesson.steps[last].next = value
      targets.append((faults.line, value))
    }
  }

  private mutating func press(_ value: String) {
    var keys: [Key] = []
    for name in value.split(separator: " ").map(String.init) {
      guard let key = Key(name: name) else {
        return faults.reject(
          "there is no key `\(StatementFaults.quoted(name))`",
          "names such as Enter, Down, x, Ctrl-R")
      }
      keys.append(key)
    }
    lesson.steps[lesson.steps.count - 1].actions.append(.press(keys))
  }

  private mutating func call(_ value: String) -> Call? {
    if let call = Call(line: value) {
      if Commands.command(call.id) != nil { return call }
    }
    let verb = value.split(separator: " ").first.map(String.init) ?? ""
    faults.reject(
      "no command is called `\(StatementFaults.quoted(verb))`",
      "a verb that `dpg-atlas keys` lists",
      word: verb, among: CommandID.allCases.map(\.rawValue))
    return nil
  }

  private mutating func condition(_ text: String) -> LessonCondition? {
    let (condition, problem) = LessonCondition.read(text, catalog)
    if condition == nil { faults.reject(SafeText.line(problem, limit: 120), LessonCondition.forms) }
    return condition
  }

  private mutating func inject(_ time: String, _ value: String, _ form: String) {
    guard let seconds = Int(time), (0...7_200).contains(seconds) else {
      return faults.reject("`\(StatementFaults.quoted(time))` is no number of seconds", form)
    }
    let parts = value.split(separator: ";", maxSplits: 1).map {
      SafeText.line(String($0), limit: 400)
    }
    guard parts.count == 2, let verb = parts.first else {
      return faults.reject("the surprise is not told to the room", form)
    }
    guard let call = call(verb) else { return }
    let last = lesson.steps.count - 1
    lesson.steps[last].injects.append(.init(seconds: seconds, call: call, words: parts[1]))
    lesson.steps[last].injects.sort { $0.seconds < $1.seconds }
  }

  // MARK: The whole

  private mutating func finish() {
    for target in targets where lesson.step(target.id) == nil {
      faults.line = target.line
      faults.reject(
        "there is no step `\(StatementFaults.quoted(target.id))`", "the id of a step",
        word: target.id,
        among: lesson.steps.map(\.id))
    }
    guard problems.isEmpty else { return }
    faults.line = 1
    if lesson.title.isEmpty { faults.reject("the lesson has no title", "title: WORDS") }
    if lesson.steps.isEmpty { faults.reject("the lesson has no step", "step ID: TITLE") }
    for step in lesson.steps where !step.question.isEmpty && step.answer.isEmpty {
      faults.reject("the question of step `\(step.id)` has no answer", "answer: WORDS")
    }
  }
}
