import AtlasModel
import AtlasScreen

/// A lesson while it is played: where it stands, what is revealed, the clock, the score.
public struct LessonPlayer: Sendable {
  /// A team with its points.
  public struct Team: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its points.
    public var points = 0
  }

  /// A step that was left, with what the explorer was like when it began.
  struct Moment: Sendable {
    var step: Int
    var work: Workspace
    var opened: Set<String>
    var hidesVerdicts: Bool
  }

  /// What is played.
  public let lesson: Lesson
  /// Position of the step.
  public internal(set) var step = 0
  /// Whether the answer of the step is shown.
  public internal(set) var isRevealed = false
  /// Whether verdicts are hidden.
  public internal(set) var hidesVerdicts = false
  /// Whether the clock stands still.
  public internal(set) var isPaused = false
  /// Whether the room has the keys.
  public internal(set) var isTakenOver = false
  /// Whether the score fills the screen.
  public internal(set) var showsScore = false
  /// Milliseconds since the step began, pauses left out.
  public internal(set) var elapsed = 0
  /// Surprises of the step that have happened.
  public internal(set) var injected = 0
  /// What each of these moved of the pair that was shown; empty where no pair was.
  public internal(set) var effects: [String] = []
  /// Keys that the step pressed, for the room to see.
  public internal(set) var cast = ""
  /// Points.
  public internal(set) var teams: [Team]
  /// What went wrong in the actions of the step; empty for nothing.
  public internal(set) var trouble: [String] = []
  /// Which tasks of the step are done; worked out once after each event.
  var done: [Bool] = []
  /// The team that was given a point last; nil for none.
  var scored: Int?
  var past: [Moment] = []
  /// What to come back to when the room hands the keys back.
  var lent: Moment?
  /// The changes of the what-if from before the lesson, which come back after it.
  let before: Scenario

  init(_ lesson: Lesson, before: Scenario = Scenario()) {
    self.lesson = lesson
    self.before = before
    teams = lesson.teams.map { Team(name: $0) }
  }

  /// The step.
  public var current: LessonStep {
    lesson.steps.indices.contains(step) ? lesson.steps[step] : LessonStep(id: "", title: "")
  }

  /// Seconds left of the countdown; nil where there is none.
  public var secondsLeft: Int? { current.countdown.map { max(0, $0 - elapsed / 1_000) } }

  /// Whether time has to be told: a countdown or a surprise is still to come.
  public var needsClock: Bool {
    guard !isPaused else { return false }
    return (secondsLeft ?? 0) > 0 || injected < current.injects.count
  }
}

extension AppState {
  /// Begins a lesson at its first step.
  mutating func start(_ lesson: Lesson) -> [Effect] {
    guard !lesson.steps.isEmpty else { return [] }
    overlay = nil
    player = LessonPlayer(lesson, before: player?.before ?? work.scenario)
    return enter(0)
  }

  /// Enters a step: hides, carries its actions out, starts the clock.
  private mutating func enter(_ step: Int) -> [Effect] {
    guard var playing = player else { return [] }
    playing.step = step
    playing.isRevealed = false
    playing.elapsed = 0
    playing.injected = 0
    playing.effects = []
    playing.trouble = []
    playing.cast = ""
    playing.showsScore = false
    if let hides = playing.current.hidesVerdicts { playing.hidesVerdicts = hides }
    player = playing
    var effects: [Effect] = []
    for action in playing.current.actions {
      message = nil
      switch action {
      case .press(let keys):
        player?.cast = keys.map(\.description).joined(separator: " ")
        for key in keys { effects += pressed(key) }
      case .type(let text):
        player?.cast = text
        for character in text { effects += pressed(.character(character)) }
      case .call(let call):
        // A lesson that begins with a clean slate finds one already, more often than not.
        if call.id == .resetAll, work.scenario.isEmpty { continue }
        let command = Commands.command(call.id)
        if let key = command?.keys.first, call.argument.isEmpty || call.id == .openVerdict {
          player?.cast = key.description
        }
        let outcome = attempt(call)
        effects += outcome.effects
        settle()
        // A list that waits is no refusal.
        if !outcome.isDone || message?.isError == true, overlay == nil { note(trouble: call) }
      }
    }
    // Leaving and suspending are not a lesson's to do.
    return effects.filter {
      switch $0 {
      case .quit, .suspend: false
      default: true
      }
    }
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    let effects = pressAsRoom(key)
    settle()
    return effects
  }

  /// Goes on: surprises that are due happen first, then the first branch that holds, else the next step.
  mutating func lessonNext() -> [Effect] {
    guard var playing = player else { return [] }
    let current = playing.current
    if !current.question.isEmpty, !playing.isRevealed {
      player?.isRevealed = true
      return []
    }
    var effects: [Effect] = []
    while let inject = player.flatMap({ $0.current.injects.dropFirst($0.injected).first }) {
      effects += happen(inject)
    }
    playing = player ?? playing
    let target =
      current.branches.first { holds($0.condition) }?.target ?? current.next
    let next = target.flatMap(playing.lesson.step) ?? playing.step + 1
    guard playing.lesson.steps.indices.contains(next) else {
      say("This was the last step: q leaves the lesson, Left goes back.")
      return effects
    }
    let left = moment(playing)
    player?.past.append(left)
    return effects + enter(next)
  }

  private func moment(_ playing: LessonPlayer) -> LessonPlayer.Moment {
    LessonPlayer.Moment(
      step: playing.step, work: work, opened: opened, hidesVerdicts: playing.hidesVerdicts)
  }

  /// Goes back to the step before, with the explorer as it was left there.
  mutating func lessonBack() {
    guard var playing = player, let moment = playing.past.popLast() else {
      say("This is the first step.")
      return
    }
    playing.step = moment.step
    playing.hidesVerdicts = moment.hidesVerdicts
    playing.isRevealed = true
    playing.injected = playing.current.injects.count
    playing.elapsed = (playing.current.countdown ?? 0) * 1_000
    playing.cast = ""
    player = playing
    restore(moment)
  }

  private mutating func restore(_ moment: LessonPlayer.Moment) {
    overlay = nil
    opened = moment.opened
    work = moment.work
    settle()
  }

  /// Gives the keys to the room, or takes them back with the explorer as it was.
  mutating func lessonTakeOver() {
    guard let playing = player else { return }
    if playing.isTakenOver {
      player?.isTakenOver = false
      // What the room did for a task or during a countdown stays; a look around does not.
      if playing.current.tasks.isEmpty, playing.current.countdown == nil, let lent = playing.lent {
        restore(lent)
      }
      player?.lent = nil
      overlay = nil
      say("Back in the lesson.")
    } else {
      let before = moment(playing)
      player?.lent = before
      player?.isTakenOver = true
      say("The keys are yours; Ctrl-T hands them back.")
    }
  }

  /// Shows the answer of the step, or else turns the hiding of verdicts off and on.
  mutating func lessonReveal() {
    guard let playing = player else { return }
    if !playing.current.question.isEmpty, !playing.isRevealed {
      player?.isRevealed = true
    } else {
      player?.hidesVerdicts.toggle()
    }
  }

  /// Gives a point to a team, or takes one back.
  mutating func lessonPoint(_ team: Int, _ change: Int) {
    guard let playing = player, playing.teams.indices.contains(team) else {
      return say("There is no team \(team + 1) in this lesson.")
    }
    player?.teams[team].points = max(0, playing.teams[team].points + change)
    player?.scored = change > 0 ? team : nil
    player?.showsScore = true
  }

  /// Lets time pass; surprises happen when they are due.
  mutating func lessonTime(_ milliseconds: Int) -> [Effect] {
    guard let playing = player, playing.needsClock else { return [] }
    player?.elapsed += max(0, milliseconds)
    var effects: [Effect] = []
    while let now = player, let inject = now.current.injects.dropFirst(now.injected).first,
      now.elapsed >= inject.seconds * 1_000
    {
      effects += happen(inject)
    }
    return effects
  }

  private mutating func happen(_ inject: LessonStep.Inject) -> [Effect] {
    player?.injected += 1
    let before = shownPair
    let outcome = attempt(inject.call)
    settle()
    let moved = moved(before, shownPair)
    player?.effects.append(moved)
    if !outcome.isDone || message?.isError == true { note(trouble: inject.call) }
    return outcome.effects
  }

  /// The pair that is shown under the changes and measures of now; nil where no pair is.
  private var shownPair: Screening? {
    guard case .pair(let country, let good) = view.subject(self) else { return nil }
    return screening(country: country, good: good)
  }

  /// What a surprise moved of the pair that is shown, in words for the room: flags first, the verdict only
  /// where it is open; empty where no pair was shown.
  private func moved(_ before: Screening?, _ after: Screening?) -> String {
    guard let before, let after else { return "" }
    var moves = zip(before.flags.all, after.flags.all)
      .filter { $0.residualWorst != $1.residualWorst }
      .map { "\($0.id.rawValue) \($0.residualWorst.word) -> \($1.residualWorst.word)" }
    let fits = [before, after].map { NumberText.fixed($0.fit.range.low, decimals: 2) }
    if fits[0] != fits[1] { moves.append("fit \(fits[0]) -> \(fits[1])") }
    let key = ScreeningState.key(after.country, after.good, atlas.catalog)
    let classes = [before, after].map(\.verdict.class)
    if classes[0] != classes[1], opened.contains(key), player?.hidesVerdicts == false {
      moves.append("\(classes[0].name) -> \(classes[1].name)")
    }
    return moves.isEmpty
      ? "Nothing moves for this pair." : "What moves here: " + moves.joined(separator: "; ") + "."
  }

  private mutating func note(trouble call: Call) {
    let reason = message?.text ?? "nothing changed"
    player?.trouble.append("\(call): \(reason)")
  }

  /// Ends the lesson; what was done in it stays.
  mutating func leaveLesson() {
    let hadInvented = player?.lesson.invented != nil
    let before = player?.before ?? Scenario()
    player = nil
    overlay = nil
    if hadInvented {
      // Views of the invented country go with it.
      jump(to: HomeState())
      let known = realBase.catalog
      work.plan.removeAll { known.countryPosition($0.iso3) == nil }
      for iso3 in work.scenario.countries where known.countryPosition(iso3) == nil {
        work.scenario.reset(iso3: iso3)
      }
      work.marks = Marks()
      opened = []
      history = History()
      use(realBase)
    }
    guard !before.isEmpty, before != work.scenario else {
      say("The lesson is closed; what was changed stays until R resets it.")
      return
    }
    _ = history.record(work, before: "the end of the lesson", Call(.leaveLesson))
    work.scenario = before
    say(
      "The lesson is closed; the changes from before it are back, undo brings those of the lesson.")
  }
}
