public import ArgumentParser
public import AtlasPaper
import AtlasReport
import AtlasScreen

extension PaperSize: ExpressibleByArgument {}

/// Which dataset a command reads, and what is laid over or left out of it.
struct DataOptions: ParsableArguments {
  /// Which sources count.
  enum Sources: String, CaseIterable, ExpressibleByArgument {
    case open
    case all
  }

  @Option(name: .customLong("data"), help: "Read another dataset in the same layout.")
  var directory: String?

  @Option(
    help: ArgumentHelp(
      "Put your own figures over the bundled ones.",
      discussion: "A CSV file with the columns iso3,indicator,year,value,source.",
      valueName: "file.csv"))
  var overlay: String?

  @Option(
    help: ArgumentHelp(
      "Add a country made up for a lesson: a lesson, or a file of its own.",
      discussion: "It is marked as invented everywhere and never counts in rankings or as a peer.",
      valueName: "lesson or file"))
  var invented: String?

  @Option(help: "`open` leaves out sources whose terms restrict reuse.")
  var sources: Sources = .all
}

/// How results look.
struct LookOptions: ParsableArguments {
  @Flag(help: "Write text in ASCII only.")
  var ascii = false

  @Flag(help: "Use no colour (also: NO_COLOR).")
  var noColor = false

  @Option(help: ArgumentHelp("Colours of the explorer.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Language of what people read (also: DPG_ATLAS_LANGUAGE); files for programs stay English.",
      valueName: "code"))
  var language: String?

  /// The theme asked for; nil if none was.
  var chosenTheme: Theme? { theme.flatMap(Theme.init(name:)) }

  /// The language asked for, here or in the environment; nil if none was.
  var chosenLanguage: Language? { language.flatMap(Language.init(rawValue:)) ?? Languages.named }

  func validate() throws {
    if let name = language ?? Languages.value(Languages.variable), Language(rawValue: name) == nil {
      throw ValidationError("There is no language '\(name)'. Languages are: \(Language.codes).")
    }
    guard let theme, chosenTheme == nil else { return }
    let names = Theme.all.map(\.name).joined(separator: ", ")
    throw ValidationError("There is no theme '\(theme)'. Themes are: \(names).")
  }
}

/// Where results go and in what form.
struct OutputOptions: ParsableArguments {
  @Option(help: "Form of the result.")
  var format: OutputFormat = .table

  @OptionGroup(title: "Output") var file: FileOptions

  /// Whether text in CSV stays as it is.
  var isRaw: Bool { file.isRaw }

  /// The place to write to.
  func destination(_ look: LookOptions) throws(Failure) -> Output {
    try file.destination(look, isPage: format == .html, isBinary: format.isBinary)
  }
}

/// Where results go.
struct FileOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String = "-"

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Flag(name: .customLong("csv-raw"), help: "Leave text in CSV as it is, even like a formula.")
  var isRaw = false

  @Option(
    help: ArgumentHelp(
      "Dress HTML in your own style.css and page.html.",
      discussion: """
        Either may be left out. page.html is a page with the placeholders {{title}}, {{style}}, \
        {{body}} and {{footer}}.
        """, valueName: "folder"))
  var template: String?

  @Option(help: ArgumentHelp("Paper of PDF: A4 or Letter.", valueName: "paper"))
  var paper: PaperSize = .a4

  /// The place to write to.
  ///
  /// - Parameters:
  ///   - look: How results look.
  ///   - isPage: Whether the result is a page of HTML, which takes a template.
  ///   - isBinary: Whether it is no text, and so no use on a terminal.
  func destination(
    _ look: LookOptions, isPage: Bool = false, isBinary: Bool = false
  ) throws(Failure) -> Output {
    guard !output.isEmpty else {
      throw Failure(.usage, "--output needs the name of a file, or - for standard output")
    }
    var output = Output(
      path: output == "-" ? nil : output, replaces: force, isASCII: look.ascii)
    output.paper = paper
    if isBinary, output.path == nil, Output.isTerminal {
      throw Failure(.usage, "this is no text: give a file with -o, or send it to a program")
    }
    if let template {
      guard isPage else {
        throw Failure(.usage, "--template goes with --format html")
      }
      output.page = try PageTemplate.read(template)
    }
    try output.check()
    return output
  }
}

/// Options of every command that prints a result.
struct SharedOptions: ParsableArguments {
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions
}
