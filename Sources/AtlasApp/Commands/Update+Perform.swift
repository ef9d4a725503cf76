import AtlasModel
import AtlasReport
import AtlasScreen

extension AppState {
  /// Carries out a verb that is valid now.
  mutating func perform(_ call: Call) -> Outcome {
    switch call.id {
    case .moveUp: move(.up)
    case .moveDown: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .moveToStart: move(.start)
    case .moveToEnd: move(.end)
    case .moveLeft where view is WhatIfState: return slide(-1)
    case .moveRight where view is WhatIfState: return slide(1)
    case .moveLeft: move(.left)
    case .moveRight: move(.right)
    case .nextPane: edit(ScreeningState.self) { view, _ in view.nextPane() }
    case .selectRow: return selectRow(call.argument)
    case .openRow: return openRow(call.argument)
    case .goBack: goBack()
    case .go: return go(call.argument)
    case .filter: startFilter(call.argument)
    case .clearFilter: setFilter("")
    case .sortColumn: return sort(call.argument)
    case .toggleColumn: return toggleColumn(call.argument)
    case .showAll: toggleAll()
    case .frequency: return openFrequency(call.argument)
    case .describe: openDescription()
    case .markRow: return mark(call.argument)
    case .clearMarks: work.marks = Marks()
    case .compareMarked, .showCompare: compare()
    case .nextIndicator: edit(MapState.self) { map, state in map.changeColour(by: 1, state) }
    case .previousIndicator: edit(MapState.self) { map, state in map.changeColour(by: -1, state) }
    case .setColour: return setColour(call.argument)
    case .nextYear: edit(MapState.self) { map, _ in map.changeYear(by: 1) }
    case .previousYear: edit(MapState.self) { map, _ in map.changeYear(by: -1) }
    case .setYear: return setYear(call.argument)
    case .zoomMap: return zoomMap(call.argument)
    case .findCountry: findCountry()
    case .findText: return findText(call.argument)
    case .screenPair: return screenPair(call.argument)
    case .readFlags: readFlags()
    case .openVerdict: return openVerdict(call.argument)
    case .showChanges: showChanges()
    case .showCertainty: showCertainty()
    case .takeMeasure: return takeMeasure(call.argument)
    case .addToPlan: return addToPlan(call.argument)
    case .confirmPlan: return confirmPlan(call.argument)
    case .removeFromPlan: return removeFromPlan(call.argument)
    case .showOutline: return showOutline(call.argument)
    case .setPlan: return setPlan(call.argument)
    case .savePlan: return savePlan(call.argument)
    case .why: return openWhy(call.argument)
    case .undo: undo()
    case .redo: redo()
    case .whatIf: return openWhatIf(call.argument)
    case .typeValue: typeValue()
    case .setFigure: return setFigure(call.argument)
    case .setFact: return setFact(call.argument)
    case .setLevel: return setLevel(call.argument)
    case .setWeight: return setWeight(call.argument)
    case .setPreset: return setPreset(call.argument)
    case .setPolicy: return setPolicy(call.argument)
    case .resetChange: return resetChange()
    case .resetAll: work.scenario = Scenario()
    case .saveScenario: return saveScenario(call.argument)
    case .continueSession: continueSession()
    default: return performMore(call)
    }
    return Outcome()
  }

  private mutating func performMore(_ call: Call) -> Outcome {
    switch call.id {
    case .showHome: jump(to: HomeState())
    case .showMap: showMap()
    case .showMatrix: showMatrix()
    case .nextColouring: edit(MatrixState.self) { matrix, _ in matrix.nextColouring() }
    case .showCountries: jump(to: sheet(.browse(.countries)))
    case .showGoods: jump(to: sheet(.browse(.goods)))
    case .showSources: jump(to: sheet(.browse(.sources)))
    case .showIndicators: jump(to: sheet(.browse(.indicators)))
    case .showMeasures: jump(to: sheet(.browse(.measures)))
    case .showOffer: jump(to: sheet(.offer))
    case .showPlan: jump(to: sheet(.plan))
    case .showLog: open(LogState(self))
    case .showLessons: showLessons()
    case .openLesson: return openLesson(call.argument)
    case .lessonNext: return Outcome(effects: lessonNext())
    case .lessonBack: lessonBack()
    case .lessonReveal: lessonReveal()
    case .lessonTakeOver: lessonTakeOver()
    case .lessonPause: player?.isPaused.toggle()
    case .lessonScore: player?.showsScore.toggle()
    case .leaveLesson: leaveLesson()
    case .saveLesson:
      let title = call.argument.isEmpty ? "A lesson" : call.argument
      return Outcome(effects: [
        .write(
          suggestedName: "dpg-atlas.lesson",
          contents: .text(LessonRecorder.text(log.calls.map { .call($0) }, title: title)),
          command: "")
      ])
    case .showPalette: overlay = .list(ListOverlay(.palette))
    case .showHelp: overlay = .list(ListOverlay(.help))
    case .chooseColumns: overlay = .list(ListOverlay(.columns))
    case .colourMap: overlay = .list(ListOverlay(.colours))
    case .chooseMeasures:
      guard case .pair(let country, let good) = view.subject(self) else { return .nothing }
      overlay = .list(ListOverlay(.measures(country: country, good: good)))
    case .export: overlay = .list(ListOverlay(.formats))
    case .exportAs: return export(call.argument)
    case .saveRecording: return saveRecording(call.argument)
    case .copy: return copyNumber()
    case .nextTheme: return setTheme(themeAfter(theme))
    case .setTheme: return setTheme(call.argument)
    case .setLanguage: return setLanguage(call.argument)
    case .toggleMouse:
      usesMouse.toggle()
      say(usesMouse ? "The mouse works here." : "The mouse is the terminal's; M takes it back.")
      return Outcome(effects: [.mouse(isOn: usesMouse)])
    case .redraw: return Outcome(effects: [.redraw])
    case .suspend: return Outcome(effects: [.suspend])
    case .quitOrBack: return back() ? Outcome() : Outcome(effects: [.quit(code: 0)])
    case .leave: return Outcome(effects: [.quit(code: 130)])
    default: return .nothing
    }
    return Outcome()
  }

  private mutating func selectRow(_ id: String) -> Outcome {
    guard select(id) else {
      say("No row `\(PlainText.clean(id))` is shown here.", isError: true)
      return .nothing
    }
    return Outcome()
  }

  private mutating func goBack() {
    if let sheet = view as? SheetState, !sheet.filter.isEmpty {
      setFilter("")
    } else if !back() {
      say("This is the home view: q leaves.")
    }
  }

  private mutating func undo() {
    guard let step = history.undo(work) else { return }
    work = step.workspace
    say("Undone: \(step.label). Ctrl-R does it again.")
  }

  private mutating func redo() {
    guard let step = history.redo(work) else { return }
    work = step.workspace
    say("Done again: \(step.label).")
  }

  private func themeAfter(_ name: String) -> String {
    let all = Theme.all.map(\.name)
    let place = all.firstIndex(of: name) ?? -1
    return all[(place + 1) % all.count]
  }

  private mutating func setTheme(_ name: String) -> Outcome {
    guard Theme(name: name) != nil else {
      say(
        "No theme is called `\(PlainText.clean(name))`; themes: "
          + Theme.all.map(\.name).joined(separator: ", ") + ".", isError: true)
      return .nothing
    }
    theme = name
    say("Theme: \(name).")
    return Outcome(effects: [.theme(name: name)])
  }

  private mutating func export(_ name: String) -> Outcome {
    let choices = exportChoices
    guard let choice = choices.first(where: { $0.name == name }),
      // A picture of the screen is in the language that is shown; files are translated as documents.
      let contents = name.hasPrefix("screen.")
        ? exportContents(name) : ScreenWords.verbatim({ exportContents(name) })
    else {
      let names = choices.map(\.name).joined(separator: ", ")
      say("Export takes \(names) here.", isError: true)
      return .nothing
    }
    return Outcome(effects: [
      .write(
        suggestedName: choice.file, contents: contents,
        command: choice.command.isEmpty ? "" : "dpg-atlas " + choice.command + speech.option(name))
    ])
  }

  private mutating func copyNumber() -> Outcome {
    guard let text = view.citation(self) else { return .nothing }
    return Outcome(effects: [.copy(text: text)])
  }

  private mutating func continueSession() {
    let calls = earlier
    earlier = []
    for call in calls {
      if perform(call).isDone { log.add(call) }
      var view = view
      view.settle(self)
      self.view = view
    }
    overlay = nil
    message = nil
  }
}
