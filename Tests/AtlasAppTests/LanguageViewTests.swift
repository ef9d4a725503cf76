import AtlasReport
import AtlasScreen
import Synchronization
import Testing

@testable import AtlasApp

/// The explorer in another language.
struct LanguageViewTests {
  private static let pairs = [
    ("Countries", "Pays"), ("countries", "pays"), ("Commands", "Commandes"),
    ("Move down", "Descendre"), ("Prepare first", "Préparer d’abord"),
    ("No redress", "Pas de recours"), ("Language: {0}.", "Langue : {0}."), ("map", "carte"),
    ("Identity and groups", "Identité et groupes"), ("Capital", "Capitale"),
  ]

  private func speaking(_ app: inout AppDriver) {
    app.state.speech = Speech { Translator($0, pairs: Self.pairs) }
  }

  @Test func theLanguageChangesAndComesBack() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    let english = app.text
    speaking(&app)
    app.run(.setLanguage, "fr")
    #expect(app.state.speech.language == .french)
    #expect(app.text.contains("Langue : Français."))
    #expect(app.text.contains(" pays"))
    #expect(app.state.sessionText.contains("set-language fr"))
    app.run(.setLanguage, "en")
    app.state.message = nil
    #expect(app.text == english)
  }

  @Test func documentsAreLaidOutAnew() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    speaking(&app)
    app.run(.go, "country UGA")
    #expect(app.text.contains("Identity and groups"))
    app.run(.setLanguage, "fr")
    #expect(app.text.contains("Identité et groupes"))
    #expect(app.text.contains("Capitale"))
  }

  @Test func whatIsTypedStaysAsItIs() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    speaking(&app)
    app.run(.setLanguage, "fr")
    app.press(.character("3"), .character("/"))
    app.type("map")
    #expect(app.text.contains("/map"))
  }

  @Test func thePaletteFindsCommandsInBothLanguages() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    speaking(&app)
    app.run(.setLanguage, "fr")
    for word in ["descendre", "move down"] {
      app.press(.character("?"))
      app.type(word)
      #expect(app.text.contains("Descendre"), "\(word)")
      app.press(.escape)
    }
    app.press(.character(":"))
    app.type("Language")
    #expect(app.text.contains("Português"))
  }

  @Test func aLanguageThatIsNotThereIsRefused() throws {
    var app = try AppDriver()
    app.run(.setLanguage, "xx")
    #expect(app.state.message?.isError == true)
    app.run(.setLanguage, "fr")
    #expect(app.state.message?.isError == true)
    #expect(app.state.speech.language == .english)
  }

  @Test func paddingIsKept() {
    ScreenWords.$translation.withValue(ScreenWords.Voice { $0 == "high" ? "élevé" : $0 }) {
      #expect(ScreenWords.said("high    ") == "élevé   ")
      #expect(ScreenWords.said("    high") == "   élevé")
      #expect("high".fitted(to: 8) == "élevé   ")
      #expect("high".truncated(to: 3) == "él…")
      #expect(ScreenWords.verbatim { ScreenWords.said("high") } == "high")
    }
  }

  private final class Kept: SaidTexts {
    private let texts = Mutex<[String: String]>([:])
    func said(_ text: String) -> String? { texts.withLock { $0[text] } }
    func keep(_ said: String, for text: String) { texts.withLock { $0[text] = said } }
  }

  @Test func aLineOfALongerTextIsNotSaidAgain() {
    let text = "Score of all (2025, Sustainable Goals)"
    let pairs = [(text, "Note de tous (2025, Sustainable Goals)"), ("Sustainable", "Durable")]
    let french = Translator(.french, pairs: pairs, kept: Kept())
    Speech.speaking(french) {
      let lines = text.wrapped(columns: 32)
      #expect(lines == ["Note de tous (2025, Sustainable", "Goals)"])
      #expect(lines.map { ScreenWords.said($0) } == lines)
    }
  }
}
