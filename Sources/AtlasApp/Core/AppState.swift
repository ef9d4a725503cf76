// AtlasApp is the explorer without a terminal: what is shown (`AppState`), what may happen
// (`AppEvent`), the one function that changes it (`update`), and the drawing (`render`). It is pure:
// it may import AtlasModel, AtlasReport and AtlasScreen and nothing else. A view is a type that
// conforms to `ExplorerView`; a verb is a record in `Commands.all`.

import AtlasModel
import AtlasReport
public import AtlasScreen

/// What the explorer shows: one value, drawn by `render` and changed only by `update`.
public struct AppState: Sendable {
  /// The dataset without changes; in a lesson, with the country that it invents.
  public private(set) var base: Atlas
  /// The dataset as it was loaded.
  let realBase: Atlas
  /// The dataset under the changes of the what-if.
  public private(set) var atlas: Atlas
  /// What undo covers.
  public internal(set) var work: Workspace {
    didSet { if work.scenario != oldValue.scenario { applyScenario() } }
  }
  /// Size of the terminal.
  public internal(set) var size: Size
  /// Drawing characters.
  public let glyphs: Glyphs
  /// What lies over the view.
  public internal(set) var overlay: Overlay?
  /// A line for the user until the next key.
  public var message: Message?
  /// Every verb that was carried out, in order.
  public internal(set) var log = CommandLog()
  /// Name of the theme in use.
  public internal(set) var theme: String
  /// Name of the theme at the start.
  let firstTheme: String
  /// Whether the mouse is listened to.
  public internal(set) var usesMouse: Bool
  /// Whether the terminal has colours and they are wanted; screens are exported as it shows them.
  public var hasColours = true
  /// What the last run left, for `continue-session`.
  public internal(set) var earlier: [Call] = []
  /// Where mouse targets were drawn last; not part of what is shown.
  public var hintRegions: [HintBar.Region] = []

  /// In which language the explorer speaks.
  public internal(set) var speech: Speech

  /// The lesson that is played; nil for none.
  public internal(set) var player: LessonPlayer?
  /// Lessons that can be opened.
  public internal(set) var lessons: [LessonShelf] = []

  var history = History()
  /// Pairs whose flags were read and whose verdict is open, as `UGA dhis2`.
  var opened: Set<String> = []
  var library = Library()
  /// Scales of the sliders by indicator; empty until a what-if is opened.
  var scales: [Int: FigureScale] = [:]
  /// The map that was drawn last; worked out anew by `prepareMap` when it no longer fits.
  var raster: MapRaster?
  /// Every pair under the what-if; worked out anew by `preparePairs` when it no longer fits.
  var pairs: PairGrid?
  /// What was looked for last on a page; nil before anything was.
  var found: Found?
  /// Names to search; made by `prepareNames` when a list first searches them.
  var names: NameIndex?
  /// Finer outlines, decoded when a part of the world is shown for the first time.
  var fineShapes: [WorldMap.Shape]?

  /// A line for the user.
  public struct Message: Sendable, Equatable {
    /// What it says.
    public var text: String
    /// Whether something failed.
    public var isError: Bool

    /// Makes a line.
    public init(text: String, isError: Bool = false) {
      self.text = text
      self.isError = isError
    }
  }

  /// Starts on the home view.
  ///
  /// - Parameters:
  ///   - atlas: The dataset.
  ///   - size: Size of the terminal.
  ///   - glyphs: Drawing characters.
  ///   - theme: Name of the theme in use.
  ///   - usesMouse: Whether the mouse is listened to.
  ///   - lessons: Lessons that can be opened.
  ///   - speech: In which language the explorer speaks.
  public init(
    atlas: Atlas, size: Size, glyphs: Glyphs = .unicode, theme: String = Theme.dark.name,
    usesMouse: Bool = true, lessons: [LessonShelf] = [], speech: Speech = Speech()
  ) {
    self.speech = speech
    base = atlas
    realBase = atlas
    self.atlas = atlas
    self.size = size
    self.glyphs = glyphs
    self.theme = theme
    firstTheme = theme
    self.usesMouse = usesMouse
    self.lessons = lessons
    work = Workspace(trail: [HomeState()])
    prepareMap()
  }

  /// The view that is shown.
  public internal(set) var view: any ExplorerView {
    get { work.trail[work.trail.count - 1] }
    set { work.trail[work.trail.count - 1] = newValue }
  }

  /// Rows of the body, between title line and the two lines at the foot.
  var bodyRows: Int { max(0, size.rows - 3 - lessonRows) }

  /// The body of the screen.
  var body: Rect { Rect(size).splitTop(1).rest.splitBottom(2 + lessonRows).rest }

  /// True when nothing but a notice fits on the screen.
  var isTooSmall: Bool { size.columns < 40 || size.rows < 10 }

  /// Opens a view on top of the trail.
  mutating func open(_ view: any ExplorerView) {
    overlay = nil
    work.trail.append(view)
  }

  /// Goes to a view as if from home.
  mutating func jump(to view: any ExplorerView) {
    overlay = nil
    work.trail.removeSubrange(1...)
    if view.kind != .home { work.trail.append(view) }
  }

  /// Goes one view back; false on the home view.
  mutating func back() -> Bool {
    guard work.trail.count > 1 else { return false }
    work.trail.removeLast()
    return true
  }

  /// Changes the view if it is of a type; false if it is not.
  @discardableResult
  mutating func edit<View: ExplorerView>(
    _ type: View.Type, _ change: (inout View, AppState) -> Void
  ) -> Bool {
    guard var view = self.view as? View else { return false }
    change(&view, self)
    self.view = view
    return true
  }

  /// A line for the user until the next key.
  mutating func say(_ text: String, isError: Bool = false) {
    message = Message(text: text, isError: isError)
  }

  /// The table of a subject under the what-if.
  mutating func builder(_ subject: Query.Subject) -> TableBuilder {
    library.builder(subject, atlas.catalog)
  }

  /// Takes another dataset as the base, such as one with an invented country.
  mutating func use(_ other: Atlas) {
    base = other
    applyScenario()
    library = Library(work.scenario)
    pairs = nil
    names = nil
    raster = nil
  }

  private mutating func applyScenario() {
    atlas = work.scenario.isEmpty ? base : base.under(work.scenario)
    if library.isStale(work.scenario) { library = Library(work.scenario) }
  }
}
