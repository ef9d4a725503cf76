import AtlasScreen

extension Commands {
  static let moving: [Command] = [
    Command(
      .moveDown, .moving, "Move down", "Selects the next row, or scrolls down.",
      keys: [.down, .character("j")], hint: "next"),
    Command(
      .moveUp, .moving, "Move up", "Selects the row before, or scrolls up.",
      keys: [.up, .character("k")], hint: "previous"),
    Command(
      .pageDown, .moving, "Page down",
      "Moves one screen down; on the map, to the next country by name.",
      keys: [.pageDown, .control("f")], hint: "page down"),
    Command(
      .pageUp, .moving, "Page up",
      "Moves one screen up; on the map, to the country before by name.",
      keys: [.pageUp, .control("b")], hint: "page up"),
    Command(
      .moveToStart, .moving, "Go to the start", "Selects the first row.",
      keys: [.home, .character("g")], hint: "start"),
    Command(
      .moveToEnd, .moving, "Go to the end", "Selects the last row.",
      keys: [.end, .character("G")], hint: "end"),
    Command(
      .moveLeft, .moving, "Move left",
      "Selects the column, cell or country on the left; lowers a slider.",
      keys: [.left, .character("h")], hint: "less",
      views: [.table, .map, .matrix, .whatIf, .screening]),
    Command(
      .moveRight, .moving, "Move right",
      "Selects the column, cell or country on the right; raises a slider.",
      keys: [.right, .character("l")], hint: "more",
      views: [.table, .map, .matrix, .whatIf, .screening]),
    Command(
      .nextPane, .moving, "Next pane", "Goes to the other half of the screen.",
      keys: [.tab], hint: "pane", views: [.screening]),
    Command(
      .openRow, .moving, "Open", "Opens what is selected.", keys: [.enter], hint: "open",
      views: [.home, .map, .table, .profile, .screening, .matrix, .whatIf],
      argument: "id of a row; without one, the selected row"),
    Command(
      .goBack, .moving, "Back", "Goes back to the view before.",
      keys: [.escape, .backspace], hint: "back"),
    Command(
      .selectRow, .moving, "Select a row", "Selects the row of an id.", hint: "select",
      argument: "id of a row"),
    Command(
      .go, .moving, "Go to a place", "Opens a view by its name and what it is about.", hint: "go",
      argument: "a view and ids, such as `screening UGA dhis2`"),
  ]

  static let tables: [Command] = [
    Command(
      .filter, .tables, "Filter",
      "Shows only rows that hold every word; region:africa internet<50 asks for fields.",
      keys: [.character("/")], hint: "filter", views: [.table], argument: "words and clauses",
      isUndoable: true),
    Command(
      .clearFilter, .tables, "Clear the filter", "Shows all rows again.",
      keys: [.control("u")], hint: "clear", views: [.table], isUndoable: true),
    Command(
      .sortColumn, .tables, "Sort this column",
      "Sorts by the selected column: up, down, off. Unknown values stay last.",
      keys: [.character("s")], hint: "sort", views: [.table], argument: "id of a column",
      isUndoable: true),
    Command(
      .chooseColumns, .tables, "Choose columns", "Shows or hides columns of this table.",
      keys: [.character("C")], hint: "columns", views: [.table]),
    Command(
      .toggleColumn, .tables, "Show or hide a column", "Shows a hidden column, hides a shown one.",
      hint: "column", views: [.table], argument: "id of a column", isUndoable: true),
    Command(
      .showAll, .tables, "Show all or fewer rows",
      "Shows delisted goods too; in the matrix, more than what is marked.",
      keys: [.character("a")], hint: "all", views: [.table, .matrix], isUndoable: true),
    Command(
      .frequency, .tables, "Count the values of this column",
      "Counts how often each value of the selected column occurs; Enter shows the rows behind it.",
      keys: [.character("F")], hint: "frequency", views: [.table], argument: "id of a column"),
    Command(
      .describe, .tables, "Describe the columns",
      "Says what each column means, how many values are known, and their range.",
      keys: [.character("D")], hint: "describe", views: [.table]),
    Command(
      .markRow, .tables, "Mark", "Marks the selected country or good, or takes its mark away.",
      keys: [.character(" ")], hint: "mark", views: [.table, .map, .profile],
      argument: "id of a row", isUndoable: true),
    Command(
      .clearMarks, .tables, "Clear all marks", "Takes all marks away.",
      keys: [.character("U")], hint: "unmark", isUndoable: true),
    Command(
      .compareMarked, .tables, "Compare what is marked",
      "Shows two to four marked countries or goods side by side, differences first.",
      keys: [.character("c")], hint: "compare"),
  ]

  static let map: [Command] = [
    Command(
      .nextIndicator, .map, "Next indicator",
      "Colours the map by the next indicator, or by the next flag of the good.",
      keys: [.character("]"), .tab], hint: "indicator", views: [.map]),
    Command(
      .previousIndicator, .map, "Indicator before",
      "Colours the map by the indicator before, or by the flag before.",
      keys: [.character("["), .backTab], hint: "indicator", views: [.map]),
    Command(
      .colourMap, .map, "Colour the map by",
      "Chooses an indicator, or the fit, a flag or the verdict of a good.",
      keys: [.character("b")], hint: "colour by", views: [.map]),
    Command(
      .setColour, .map, "Set the colouring", "Colours the map or the matrix by what is named.",
      hint: "colour", views: [.map, .matrix],
      argument: "an indicator; fit, need or verdict GOOD; flag ID GOOD; in the matrix flags, "
        + "fit, need or verdict",
      isUndoable: true),
    Command(
      .nextYear, .map, "Year after", "Shows the values of the next year on record.",
      keys: [.character(".")], hint: "year", views: [.map]),
    Command(
      .previousYear, .map, "Year before", "Shows the values of an earlier year on record.",
      keys: [.character(",")], hint: "year", views: [.map]),
    Command(
      .setYear, .map, "Set the year", "Shows the values of a year, or the newest.", hint: "year",
      views: [.map], argument: "a year, or `newest`"),
    Command(
      .zoomMap, .map, "Next part of the world",
      "Shows the world, then each continent, the Pacific and the Caribbean.",
      keys: [.character("z")], hint: "zoom", views: [.map],
      argument: "a part of the world, such as `Africa`; without one, the next"),
    Command(
      .nextColouring, .map, "Colour the matrix by",
      "Takes the next colouring: gravest flag, fit, need, verdict.",
      keys: [.character("b")], hint: "colour by", views: [.matrix]),
  ]

  static let pairs: [Command] = [
    Command(
      .screenPair, .pairs, "Screen a pair",
      "Chooses the other half of a pair: a good for this country, or a country for this good.",
      keys: [.character("x")], hint: "screen", views: [.map, .table, .profile, .matrix],
      argument: "id of a row"),
    Command(
      .readFlags, .pairs, "Read all flags",
      "Pages down until every open flag has been on the screen, as the verdict asks.",
      hint: "read", views: [.screening]),
    Command(
      .openVerdict, .pairs, "Open or fold the verdict",
      "Opens the verdict once the flags have been read; folds it again.",
      keys: [.character("v")], hint: "verdict", views: [.screening, .whatIf],
      argument: "`open` or `fold`; without one, the other of the two"),
    Command(
      .showChanges, .pairs, "What would move it",
      "Shows the smallest changes that flip the verdict, and the margin before it falls.",
      keys: [.character("n")], hint: "move it", views: [.screening]),
    Command(
      .showCertainty, .pairs, "How sure",
      "Shows how often a verdict stands and what drives the doubt; for a country, the order of goods.",
      keys: [.character("o")], hint: "how sure", views: [.screening, .profile, .table]),
    Command(
      .chooseMeasures, .pairs, "Take measures",
      "Chooses which measures are taken; flags and verdict follow at once.",
      keys: [.character("m")], hint: "measures", views: [.screening, .whatIf]),
    Command(
      .takeMeasure, .pairs, "Take a measure", "Takes a measure, or takes it back.",
      hint: "measure",
      argument: "id of a measure, then `yes` or `no`; without them, the other of the two",
      isUndoable: true),
    Command(
      .addToPlan, .pairs, "Add to the plan",
      "Adds the pair; with a high or critical flag open it asks for measures or a note.",
      keys: [.character("p")], hint: "plan", views: [.screening, .whatIf, .table],
      argument: "country and good"),
    Command(
      .planNote, .pairs, "Write an override note",
      "Keeps why a pair goes ahead although a high or critical flag is open.", hint: "note",
      argument: "country, good, and the note"),
    Command(
      .confirmPlan, .pairs, "Put the pair into the plan", "Adds the pair with what was decided.",
      hint: "add", argument: "country, good, measures with commas or -, and a note",
      isUndoable: true
    ),
    Command(
      .removeFromPlan, .pairs, "Take out of the plan", "Takes the selected pair out of the plan.",
      keys: [.delete, .character("d")], hint: "remove", views: [.table],
      argument: "country and good", isUndoable: true),
    Command(
      .showOutline, .pairs, "Plan of the country",
      "Lays out the goods chosen for a country: order, phases with gates, sizes, residual risk.",
      keys: [.character("P")], hint: "lay out", views: [.table, .profile, .screening, .map],
      argument: "ISO code"),
    Command(
      .setPlan, .pairs, "Change a number of the plan",
      "Puts a size, a duration, a start or what the country has in place of ours.",
      keys: [.character("=")], hint: "change", views: [.profile],
      argument: "ISO code and a line of a plan file", isUndoable: true),
    Command(
      .savePlan, .pairs, "Save the plan",
      "Writes the plan to a small text file that `plan --plan` reads anywhere.",
      keys: [.character("W")], hint: "save", views: [.profile], argument: "ISO code"),
  ]

  static let whatIf: [Command] = [
    Command(
      .whatIf, .whatIf, "What if",
      "Changes figures, demand, weights, policy and measures; everything follows at once.",
      keys: [.character("w")], hint: "what-if", argument: "country and good, either may lack"),
    Command(
      .typeValue, .whatIf, "Type a value", "Types the value of the selected slider.",
      keys: [.character("=")], hint: "type", views: [.whatIf]),
    Command(
      .setFigure, .whatIf, "Set a figure", "Puts a value in place of a country's figure.",
      hint: "figure", argument: "country, indicator, value, and who says so", isUndoable: true),
    Command(
      .setFact, .whatIf, "Set a fact",
      "Puts an answer in place of a country's fact, such as a law.",
      hint: "fact", argument: "country, attribute, value, then `;` and who says so",
      isUndoable: true),
    Command(
      .setLevel, .whatIf, "Set what a good asks", "Puts a level in place of our reading.",
      hint: "level", argument: "good, field, level 0 to 4", isUndoable: true),
    Command(
      .setWeight, .whatIf, "Set a weight", "Sets the raw weight of a dimension.", hint: "weight",
      argument: "dimension or weakest-link or equity-share, value", isUndoable: true),
    Command(
      .setPreset, .whatIf, "Set whose weights count", "Takes the weights of a stakeholder.",
      hint: "preset", argument: "a preset", isUndoable: true),
    Command(
      .setPolicy, .whatIf, "Set the policy",
      "Sets how many of P1, P2, S1 at critical mean Not now.", hint: "policy",
      argument: "any, two or all", isUndoable: true),
    Command(
      .resetChange, .whatIf, "Reset this slider", "Brings the original value back.",
      keys: [.character("0"), .delete], hint: "reset", views: [.whatIf], isUndoable: true),
    Command(
      .resetAll, .whatIf, "Reset all changes", "Brings dataset and model back as they were.",
      keys: [.character("R")], hint: "reset all", isUndoable: true),
    Command(
      .saveScenario, .whatIf, "Save as a scenario",
      "Writes the changes to a small text file that commands read with --scenario.",
      keys: [.character("S")], hint: "save", argument: "a name"),
  ]

  static let lessons: [Command] = [
    Command(
      .showLessons, .lessons, "Lessons", "Guided tours and exercises, to follow or to present.",
      keys: [.character("T")], hint: "lessons"),
    Command(
      .openLesson, .lessons, "Open a lesson", "Begins a lesson at its first step.",
      hint: "lesson", argument: "a lesson"),
    Command(
      .lessonNext, .lessons, "Next step",
      "Shows the answer if there is one, else goes to the next step; in a lesson also Right.",
      hint: "next"),
    Command(
      .lessonBack, .lessons, "Step before",
      "Goes back with the explorer as it was there; in a lesson also Left.", hint: "back"),
    Command(
      .lessonReveal, .lessons, "Reveal or hide",
      "Shows the answer, then the verdicts, and hides them again; in a lesson also v.",
      hint: "reveal"),
    Command(
      .lessonTakeOver, .lessons, "Take the keys over, or hand them back",
      "Lets the room work in the explorer; in a lesson also t, and Ctrl-T to hand back.",
      hint: "take over"),
    Command(
      .lessonPause, .lessons, "Pause the clock", "Stops and starts the clock; in a lesson also p.",
      hint: "pause"),
    Command(
      .lessonScore, .lessons, "Score", "Shows the points of the teams; in a lesson also s.",
      hint: "score"),
    Command(
      .leaveLesson, .lessons, "Leave the lesson", "Closes the lesson; in a lesson also q.",
      hint: "leave"),
    Command(
      .saveLesson, .lessons, "Save what was done as a lesson",
      "Writes the log as steps of a lesson, to be filled with words.", hint: "save",
      argument: "a title"),
  ]

  static let numbers: [Command] = [
    Command(
      .why, .numbers, "Why this number",
      "Opens the formula and the rows behind the selected number, with year and source.",
      keys: [.character("i")], hint: "why", argument: "id of a number"),
    Command(
      .copy, .numbers, "Copy with citation",
      "Sends the selected number with year and source to the terminal's clipboard.",
      keys: [.character("y")], hint: "copy"),
    Command(
      .export, .numbers, "Export",
      "Writes exactly what is shown to a new file here; the same bytes as the command it names.",
      keys: [.character("e")], hint: "export"),
    Command(
      .exportAs, .numbers, "Export in a format", "Writes what is shown in a format.",
      hint: "export", argument: "a format, such as md, pdf or screen.svg"),
    Command(
      .saveRecording, .numbers, "Save a recording of the session",
      "Writes the session so far as a page that plays it (html), or for players of terminals (cast).",
      hint: "record", argument: "html or cast"),
    Command(
      .undo, .numbers, "Undo", "Takes the last step of the analysis back.",
      keys: [.character("u")], hint: "undo"),
    Command(
      .redo, .numbers, "Redo", "Does again what was undone.", keys: [.control("r")], hint: "redo"),
  ]

  static let views: [Command] = [
    Command(
      .showHome, .views, "Home", "What this is and what to press.",
      keys: [.character("1")], hint: "home"),
    Command(
      .showMap, .views, "Map", "One condition across the world, country by country.",
      keys: [.character("2")], hint: "map"),
    Command(
      .showCountries, .views, "Countries", "The table of countries.",
      keys: [.character("3")], hint: "countries"),
    // In a table `/` is its own filter.
    Command(
      .findCountry, .views, "Find a country",
      "Opens the table of countries with its filter: type a name.",
      keys: [.character("/")], hint: "find", views: ViewKind.allCases.filter { $0 != .table }),
    Command(
      .findText, .views, "Find on this page",
      "Scrolls to the next line that holds words; asked again, to the one after it.",
      keys: [.character("f")], hint: "find", views: [.profile, .screening, .why],
      argument: "words"),
    Command(
      .showGoods, .views, "Goods", "The table of digital public goods.",
      keys: [.character("4")], hint: "goods"),
    Command(
      .showMatrix, .views, "Matrix", "Every country against every good, as a heat map.",
      keys: [.character("5")], hint: "matrix"),
    Command(
      .showCompare, .views, "Compare", "Marked countries or goods side by side.",
      keys: [.character("6")], hint: "compare"),
    Command(
      .showPlan, .views, "Plan", "The pairs you chose, with measures and notes.",
      keys: [.character("7")], hint: "plan"),
    Command(
      .showSources, .views, "Sources", "Where the figures come from, and their terms.",
      keys: [.character("8")], hint: "sources"),
    Command(
      .showOffer, .views, "India's offer",
      "Indian systems and goods, the agreements on record, and where they fit.",
      keys: [.character("9")], hint: "offer"),
    Command(
      .showIndicators, .views, "Indicators", "What is measured, by whom, for how many countries.",
      hint: "indicators"),
    Command(
      .showMeasures, .views, "Measures", "What people can do about a risk, and who does it.",
      hint: "measures"),
    Command(
      .showLog, .views, "Command log", "What was done so far, as verbs that can be played back.",
      keys: [.character("L")], hint: "log"),
    Command(
      .showPalette, .views, "Palette",
      "Type the name of a command, a country or a good; Enter goes there.",
      keys: [.character(":"), .control("p")], hint: "palette"),
    Command(
      .showHelp, .views, "Help", "Lists every command; type to filter, Enter runs.",
      keys: [.character("?")], hint: "help"),
    Command(
      .continueSession, .views, "Continue the last session",
      "Opens the views that were open when you left.", keys: [.character("r")], hint: "continue"),
  ]

  static let program: [Command] = [
    Command(
      .nextTheme, .program, "Next theme",
      "Changes colours: dark, light, contrast, mono, colour-blind.", keys: [.character("t")],
      hint: "theme"),
    Command(
      .setTheme, .program, "Set the theme", "Takes the colours of a theme.", hint: "theme",
      argument: "a theme"),
    Command(
      .setLanguage, .program, "Set the language", "Speaks another language from now on.",
      hint: "language", argument: "en, fr, es, pt or hi"),
    Command(
      .toggleMouse, .program, "Mouse on or off",
      "Leaves the mouse to the terminal, for selecting text, or takes it back.",
      keys: [.character("M")], hint: "mouse"),
    Command(
      .redraw, .program, "Draw the screen anew",
      "Repairs a screen that another program wrote on.", keys: [.control("l")], hint: "redraw"),
    Command(
      .suspend, .program, "Suspend", "Gives the terminal back to the shell; fg returns.",
      keys: [.control("z")], hint: "suspend"),
    Command(
      .quitOrBack, .program, "Back, or quit on home",
      "Goes back; on the home view it leaves.", keys: [.character("q")], hint: "quit"),
    Command(
      .leave, .program, "Leave at once", "Leaves from anywhere; the terminal is restored.",
      keys: [.control("c")], hint: "leave"),
  ]
}
