import AtlasApp
import AtlasScreen
import Testing

/// Every command has all its faces: key, title, help, hint.
struct RegistryTests {
  @Test("every verb is in the registry once")
  func everyVerbIsRegistered() {
    #expect(Commands.all.map(\.id.rawValue).sorted() == CommandID.allCases.map(\.rawValue).sorted())
  }

  @Test("every command has a key, a title, a sentence of help and a short hint")
  func everyCommandHasAllFaces() {
    for command in Commands.all {
      #expect(!command.keys.isEmpty, "\(command.id) has no key")
      #expect(!command.title.isEmpty)
      #expect(command.help.hasSuffix("."), "help of \(command.id) is no sentence")
      #expect(!command.hint.isEmpty && command.hint.columns <= 12, "hint of \(command.id)")
    }
  }

  @Test("no key leads to two commands in one view")
  func keysDoNotClash() {
    for kind in ViewKind.allCases {
      var seen: [Key: CommandID] = [:]
      for command in Commands.all where command.views.isEmpty || command.views.contains(kind) {
        for key in command.keys {
          #expect(
            seen[key] == nil,
            "\(key) in \(kind): \(command.id) and \(String(describing: seen[key]))")
          seen[key] = command.id
        }
      }
    }
  }

  @Test("verbs are lower-case words with hyphens")
  func verbsAreStable() {
    for id in CommandID.allCases {
      #expect(id.rawValue.allSatisfy { ($0.isLowercase && $0.isASCII) || $0 == "-" })
    }
  }
}
