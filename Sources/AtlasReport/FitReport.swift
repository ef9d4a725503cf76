public import AtlasModel

/// A fit report: screenings of one country as text to take along, flags before every verdict.
///
/// Made once, it gives the document for people, and the JSON and table for programs, which share the
/// numbers of their footnotes.
public struct FitReport: Sendable {
  /// How long a report is.
  public enum Length: String, Sendable, CaseIterable {
    /// One page: what to know and say, risks and verdict in brief, objections.
    case card
    /// Two pages.
    case brief
    /// Four to six pages: all that was read.
    case full
  }

  /// What a report is about.
  public struct Subject: Sendable {
    /// Position of the country.
    public var country: Int
    /// The screenings, all of that country, in the order in which they are shown; at least one.
    public var insights: [Insight]
    /// What goods were looked for; nil where they were named, or where all competed.
    public var need: NeedFilter?
    /// How many goods competed; nil where they were named.
    public var competing: Int?

    /// One good in one country.
    public static func pair(_ insight: Insight) -> Subject {
      Subject(country: insight.screening.country, insights: [insight])
    }

    /// Several goods in one country, in the order in which they were named.
    public static func goods(country: Int, _ insights: [Insight]) -> Subject {
      Subject(country: country, insights: insights)
    }

    /// The goods that stand first in the ranking for a country.
    ///
    /// - Parameters:
    ///   - country: Position of the country.
    ///   - insights: The first goods, in order of the ranking.
    ///   - need: What was looked for; nil for all goods.
    ///   - competing: How many goods were ranked.
    public static func first(
      country: Int, _ insights: [Insight], need: NeedFilter?, competing: Int
    ) -> Subject {
      Subject(country: country, insights: insights, need: need, competing: competing)
    }
  }

  /// What a report is written from, beside the screenings.
  public struct Options: Sendable {
    /// The dataset that was screened, with the scenario laid over it.
    public var catalog: Catalog
    /// What was changed in it and in the settings.
    public var scenario: Scenario
    /// The dataset without the scenario.
    public var original: Catalog
    /// Yearly values, which only the full length reads; nil for none.
    public var series: SeriesBook?
    /// Outlines of countries, which all but the card show; nil for none.
    public var map: WorldMap?
    /// The date to print, as given; empty for none.
    public var date: String
    /// What the reader answers to the verdict, in their words; empty for none.
    public var note: String

    /// Longest note that is printed, in Unicode scalars.
    public static let longestNote = 400

    /// Makes options; without an original the dataset was not changed.
    public init(
      catalog: Catalog, scenario: Scenario = Scenario(), original: Catalog? = nil,
      series: SeriesBook? = nil, map: WorldMap? = nil, date: String = "", note: String = ""
    ) {
      self.catalog = catalog
      self.scenario = scenario
      self.original = original ?? catalog
      self.series = series
      self.map = map
      self.date = SafeText.line(date, limit: 10)
      self.note = SafeText.line(note, limit: Self.longestNote)
    }
  }

  /// What it is about.
  public let subject: Subject
  /// How long it is.
  public let length: Length
  /// The report for people.
  public let document: Document
  /// What to know first, flags before the verdict.
  public let keyPoints: [ReportPoint]
  /// What to say: raise, discuss, avoid.
  public let talkingPoints: [ReportPoint]
  /// How the numbers were made, a sentence each.
  public let method: [String]
  /// The sources with all that is known of them, for programs.
  let fullSources: [Citations.Entry]
  let options: Options

  /// Writes a report.
  public init(_ subject: Subject, length: Length, _ options: Options) {
    var writer = FitReportWriter(subject, length: length, options)
    let sections = writer.sections()
    self.subject = subject
    self.length = length
    self.options = options
    keyPoints = writer.keyPoints
    talkingPoints = writer.talkingPoints
    method = writer.method
    fullSources = writer.citations.entries
    document = Document(
      title: writer.title, subtitle: writer.subtitle,
      sections: sections.filter { !$0.blocks.isEmpty },
      notes: length == .card ? [] : writer.method, sources: writer.sources)
  }

  /// The report for people.
  public static func document(
    _ subject: Subject, length: Length, _ options: Options
  ) -> Document {
    FitReport(subject, length: length, options).document
  }
}

/// A sentence of a report that people say aloud or read first, with the numbers it rests on.
public struct ReportPoint: Sendable, Equatable {
  /// What to do with it.
  public enum Kind: String, Sendable, CaseIterable {
    /// Know it.
    case know
    /// Say it.
    case raise
    /// Talk it over.
    case discuss
    /// Do not say it.
    case avoid
  }

  /// What to do with it.
  public var kind: Kind
  /// The sentence, with the numbers of its sources in brackets.
  public var text: String
  /// Ids of the numbers it rests on, as the screening has them.
  public var numbers: [String]
  /// Numbers of the sources.
  public var footnotes: [Int]

  /// The sentence with what to do before it.
  public var line: String {
    kind == .know
      ? text : kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst() + ": " + text
  }

  init(_ kind: Kind, _ words: CitedWords) {
    self.kind = kind
    text = words.text
    numbers = words.numbers
    footnotes = words.footnotes
  }
}

/// Words with the numbers they rest on and where those come from.
struct CitedWords {
  var text: String
  var numbers: [String] = []
  var footnotes: [Int] = []

  init(_ text: String, numbers: [String] = [], footnotes: [Int] = []) {
    self.text = text
    self.numbers = numbers
    self.footnotes = footnotes
  }

  static func += (left: inout CitedWords, right: CitedWords) {
    left.text += right.text
    for number in right.numbers where !left.numbers.contains(number) {
      left.numbers.append(number)
    }
    for note in right.footnotes where !left.footnotes.contains(note) {
      left.footnotes.append(note)
    }
  }

  static func += (left: inout CitedWords, right: String) { left.text += right }

  static func + (left: CitedWords, right: String) -> CitedWords {
    var words = left
    words.text += right
    return words
  }
}
