/// Every verb of the explorer; the raw value is stable: logs, sessions and lessons are made of them.
public enum CommandID: String, Sendable, CaseIterable {
  // Moving
  case moveUp = "move-up"
  case moveDown = "move-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case moveToStart = "move-to-start"
  case moveToEnd = "move-to-end"
  case moveLeft = "move-left"
  case moveRight = "move-right"
  case nextPane = "next-pane"
  case selectRow = "select-row"
  case openRow = "open-row"
  case goBack = "go-back"
  case go
  // Tables
  case filter
  case clearFilter = "clear-filter"
  case sortColumn = "sort-column"
  case chooseColumns = "choose-columns"
  case toggleColumn = "toggle-column"
  case showAll = "show-all"
  case frequency
  case describe
  case markRow = "mark-row"
  case clearMarks = "clear-marks"
  case compareMarked = "compare-marked"
  // Map
  case nextIndicator = "next-indicator"
  case previousIndicator = "previous-indicator"
  case colourMap = "colour-map"
  case setColour = "set-colour"
  case zoomMap = "zoom-map"
  case nextYear = "next-year"
  case previousYear = "previous-year"
  case setYear = "set-year"
  // Matrix
  case nextColouring = "next-colouring"
  // Pairs
  case screenPair = "screen-pair"
  case readFlags = "read-flags"
  case openVerdict = "open-verdict"
  case showChanges = "show-changes"
  case showCertainty = "show-certainty"
  case chooseMeasures = "choose-measures"
  case takeMeasure = "take-measure"
  case addToPlan = "add-to-plan"
  case planNote = "plan-note"
  case confirmPlan = "confirm-plan"
  case removeFromPlan = "remove-from-plan"
  case showOutline = "show-outline"
  case setPlan = "set-plan"
  case savePlan = "save-plan"
  // What-if
  case whatIf = "what-if"
  case typeValue = "type-value"
  case setFigure = "set-figure"
  case setFact = "set-fact"
  case setLevel = "set-level"
  case setWeight = "set-weight"
  case setPreset = "set-preset"
  case setPolicy = "set-policy"
  case resetChange = "reset-change"
  case resetAll = "reset-all"
  case saveScenario = "save-scenario"
  // Numbers and files
  case why
  case copy
  case export
  case exportAs = "export-as"
  case saveRecording = "save-recording"
  case undo
  case redo
  // Views
  case showHome = "show-home"
  case showMap = "show-map"
  case showCountries = "show-countries"
  case findCountry = "find-country"
  case findText = "find-text"
  case showGoods = "show-goods"
  case showMatrix = "show-matrix"
  case showCompare = "show-compare"
  case showPlan = "show-plan"
  case showSources = "show-sources"
  case showOffer = "show-offer"
  case showIndicators = "show-indicators"
  case showMeasures = "show-measures"
  case showLog = "show-log"
  case showLessons = "show-lessons"
  case openLesson = "open-lesson"
  case lessonNext = "lesson-next"
  case lessonBack = "lesson-back"
  case lessonReveal = "lesson-reveal"
  case lessonTakeOver = "lesson-take-over"
  case lessonPause = "lesson-pause"
  case lessonScore = "lesson-score"
  case leaveLesson = "leave-lesson"
  case saveLesson = "save-lesson"
  case showPalette = "show-palette"
  case showHelp = "show-help"
  case continueSession = "continue-session"
  // Program
  case nextTheme = "next-theme"
  case setTheme = "set-theme"
  case setLanguage = "set-language"
  case toggleMouse = "toggle-mouse"
  case redraw
  case suspend
  case quitOrBack = "quit-or-back"
  case leave
}
