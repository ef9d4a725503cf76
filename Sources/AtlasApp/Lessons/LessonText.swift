public import AtlasModel
import AtlasScreen

/// A lesson as a text file that a trainer writes by hand: `KEY: VALUE`, one thing a line.
///
/// The first line is `dpg-atlas lesson 1`. Lines of `#` and empty lines are passed over. What stands before
/// the first `step` is about the whole lesson.
public enum LessonText {
  /// The first line.
  public static let header = "dpg-atlas lesson 1"
  /// Longest text of a line kept, in Unicode scalars.
  public static let longestLine = 400

  /// What a text says.
  public struct Reading: Sendable {
    /// The lesson of all sound lines.
    public var lesson: Lesson
    /// The dataset with the invented country of the lesson, if it has one.
    public var catalog: Catalog
    /// Every fault, in order of lines; the lesson is played only where there is none.
    public var problems: [ScenarioText.Problem]
  }

  /// Reads a lesson against a dataset.
  public static func read(_ text: String, catalog: Catalog) -> Reading {
    var reader = LessonReader(catalog)
    reader.read(text)
    return Reading(
      lesson: reader.lesson, catalog: reader.catalog,
      problems: reader.problems.sorted { $0.line < $1.line })
  }

  /// The keys of lines about the whole lesson, and how such a line looks.
  static let head: [(key: String, form: String)] = [
    ("title", "title: WORDS"), ("about", "about: WORDS"), ("minutes", "minutes: NUMBER"),
    ("objective", "objective: WORDS"), ("team", "team: NAME"), ("role", "role NAME: WORDS"),
    ("debrief", "debrief: WORDS"), ("handout", "handout TITLE: WORDS"),
  ]

  /// The keys of lines of a step, and how such a line looks.
  static let body: [(key: String, form: String)] = [
    ("step", "step ID: TITLE"), ("slide", "slide: yes"), ("say", "say: WORDS"),
    ("press", "press: KEY KEY ..."), ("type", "type: LETTERS"), ("do", "do: VERB ARGUMENT"),
    ("ask", "ask: WORDS"), ("answer", "answer: WORDS"), ("task", "task: CONDITION"),
    ("countdown", "countdown: SECONDS"), ("inject", "inject SECONDS: VERB ARGUMENT ; WORDS"),
    ("hide", "hide: verdicts"), ("reveal", "reveal: verdicts"), ("if", "if CONDITION: STEP"),
    ("next", "next: STEP"), ("note", "note: WORDS"),
  ]
}
