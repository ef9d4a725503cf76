public import AtlasModel
public import AtlasScreen

/// A trainer's scripted tour: steps with words to say, keys or commands to carry out, questions, tasks.
public struct Lesson: Sendable, Equatable {
  /// A role that a participant takes.
  public struct Role: Sendable, Equatable {
    /// Who, such as Regulator.
    public var name: String
    /// What is on the card, a paragraph each.
    public var lines: [String]
  }

  /// Title for people.
  public var title = ""
  /// What it is about, in a sentence or two.
  public var about = ""
  /// Minutes it takes; 0 if nobody said.
  public var minutes = 0
  /// What people can do afterwards.
  public var objectives: [String] = []
  /// A country made up for it; nil for none.
  public var invented: InventedCountry?
  /// Teams that collect points, 9 at most.
  public var teams: [String] = []
  /// Role cards.
  public var roles: [Role] = []
  /// Points for the talk afterwards.
  public var debrief: [String] = []
  /// Sheets for participants: title and lines.
  public var handouts: [Role] = []
  /// The steps, never empty in a sound lesson.
  public var steps: [LessonStep] = []

  /// Starts an empty lesson.
  public init() {}

  /// Position of a step; nil if there is none of that id.
  public func step(_ id: String) -> Int? { steps.firstIndex { $0.id == id } }
}

/// One step of a lesson: one idea on the screen.
public struct LessonStep: Sendable, Equatable {
  /// Something that the player does when the step begins.
  public enum Action: Sendable, Equatable {
    /// Presses keys as the room would.
    case press([Key])
    /// Types letters.
    case type(String)
    /// Carries out a verb of the explorer.
    case call(Call)
  }

  /// Something that happens some time into the step.
  public struct Inject: Sendable, Equatable {
    /// Seconds after the step began.
    public var seconds: Int
    /// The verb that changes an input.
    public var call: Call
    /// What is said of it.
    public var words: String
  }

  /// Where the lesson goes on if something holds.
  public struct Branch: Sendable, Equatable {
    /// What has to hold.
    public var condition: LessonCondition
    /// Id of the step.
    public var target: String
  }

  /// Id, unique in the lesson.
  public var id: String
  /// Title, shown large.
  public var title: String
  /// What the presenter says and the room reads, a paragraph each.
  public var captions: [String] = []
  /// Whether the words fill the screen and no view is shown.
  public var isSlide = false
  /// What is done when the step begins.
  public var actions: [Action] = []
  /// A question to the room; empty for none.
  public var question = ""
  /// Its answer, hidden until it is revealed.
  public var answer = ""
  /// What the room has to bring about.
  public var tasks: [LessonCondition] = []
  /// Seconds that are counted down; nil for none.
  public var countdown: Int?
  /// Surprises, in order of time.
  public var injects: [Inject] = []
  /// Whether verdicts are hidden from here on; nil leaves it as it is.
  public var hidesVerdicts: Bool?
  /// Branches, the first that holds counts.
  public var branches: [Branch] = []
  /// Id of the step that follows; nil is the next in the file.
  public var next: String?
  /// For the facilitator alone; printed in the notes, never shown.
  public var notes: [String] = []
}
