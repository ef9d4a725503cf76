import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// One registry, five faces: no command may lack one.
struct CommandFacesTests {
  @Test("every verb has exactly one record", arguments: CommandID.allCases)
  func everyVerbHasARecord(id: CommandID) {
    #expect(Commands.all.count { $0.id == id } == 1)
  }

  @Test("every record has title, help and a hint that fits", arguments: CommandID.allCases)
  func everyRecordIsComplete(id: CommandID) throws {
    let command = try #require(Commands.command(id))
    #expect(!command.title.isEmpty)
    #expect(command.help.hasSuffix("."))
    #expect(!command.hint.isEmpty && command.hint.columns <= 12)
    #expect(command.help.columns <= 100)
  }

  @Test("what can be run is in palette and help; what cannot is given its argument elsewhere")
  func paletteAndHelpAreComplete() throws {
    let app = try AppDriver()
    for kind in [ListOverlay.Kind.palette, .help] {
      // Languages stand in the palette with their argument.
      let calls = ListOverlay(kind).items(app.state).compactMap(\.call)
      let listed = Set(calls.filter { $0.argument.isEmpty }.map(\.id))
      for command in Commands.all {
        #expect(listed.contains(command.id) == command.isRunnable, "\(command.id)")
      }
    }
    for command in Commands.all where !command.isRunnable {
      #expect(!command.argument.isEmpty, "\(command.id) needs its argument documented")
    }
  }

  @Test("a disabled command stays listed with the reason")
  func disabledCommandsStayListed() throws {
    let app = try AppDriver()
    let items = ListOverlay(.help).items(app.state)
    let sort = try #require(items.first { $0.call?.id == .sortColumn })
    #expect(sort.reason?.contains("table") == true)
  }

  @Test("every key that works in a view reaches one command there")
  func keysAreNotAmbiguous() {
    for kind in ViewKind.allCases {
      var seen: [Key: CommandID] = [:]
      for command in Commands.all where command.views.isEmpty || command.views.contains(kind) {
        for key in command.keys {
          let other = seen[key].map(\.rawValue) ?? ""
          #expect(seen[key] == nil, "\(key) in \(kind): \(command.id.rawValue) and \(other)")
          seen[key] = command.id
        }
      }
    }
  }

  @Test("every command that can be run has a key or is found by name, and hints name real ones")
  func hintsAreReachable() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    for view in ViewGoldenTests.View.allCases {
      app = try AppDriver(columns: 120, rows: 40)
      ViewGoldenTests.open(view, in: &app)
      for id in app.state.view.hints(app.state) {
        let command = try #require(Commands.command(id))
        #expect(!command.keys.isEmpty, "\(id) in the hint bar of \(view) has no key")
        #expect(
          command.views.isEmpty || command.views.contains(app.state.view.kind),
          "\(id) does not work in \(view)")
      }
    }
  }

  @Test("verbs are lower-case words with hyphens", arguments: CommandID.allCases)
  func verbsAreStable(id: CommandID) {
    #expect(id.rawValue.allSatisfy { ($0.isLowercase && $0.isASCII) || $0 == "-" })
  }

  @Test("the key map of the contract is kept")
  func theContractIsKept() {
    let keys: [(Key, CommandID)] = [
      (.enter, .openRow), (.escape, .goBack), (.backspace, .goBack), (.character("/"), .filter),
      (.character("s"), .sortColumn), (.character("F"), .frequency), (.character("D"), .describe),
      (.character(" "), .markRow), (.character("c"), .compareMarked), (.character("w"), .whatIf),
      (.character("i"), .why), (.character("m"), .chooseMeasures), (.character("p"), .addToPlan),
      (.character("e"), .export), (.character("y"), .copy), (.character("u"), .undo),
      (.control("r"), .redo), (.character(":"), .showPalette), (.control("p"), .showPalette),
      (.character("?"), .showHelp), (.character("q"), .quitOrBack), (.control("c"), .leave),
      (.control("z"), .suspend), (.character("1"), .showHome), (.character("9"), .showOffer),
    ]
    for (key, id) in keys {
      #expect(Commands.command(id)?.keys.contains(key) == true, "\(key) is not \(id.rawValue)")
    }
  }
}
