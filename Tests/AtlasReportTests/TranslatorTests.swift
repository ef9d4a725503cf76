import AtlasModel
import Testing

@testable import AtlasReport

struct TranslatorTests {
  private let french = Translator(
    .french,
    pairs: [
      ("Internet users", "Internautes"), ("No redress", "Pas de recours"), ("high", "élevé"),
      ("of people", "de personnes"), ("Flags", "Signaux"), ("unknown", "inconnu"),
      ("{0} critical, {1} high", "{0} critiques, {1} élevés"), ("{0} in {1}", "{0} : {1}"),
      ("{0} people, {1} of {2}", "{1} de {2}, soit {0} personnes"), ("Kenya", "Kénya"),
      ("A screening, not a decision.", "Un examen, pas une décision."), ("empty", ""),
      ("left out by {0}", "sans place"), ("not in use", "inutilisé"),
    ])

  @Test func wholeTextsAreLookedUp() {
    #expect(french.translate("Internet users") == "Internautes")
    #expect(french.translate("internet users") == "internautes")
    #expect(french.translate("not-in-use") == "inutilisé")
    #expect(french.translate("empty") == "empty")
    #expect(french.translate("left out by X") == "left out by X")
    #expect(french.translate("") == "")
    #expect(french.translate("12.5 %") == "12.5 %")
  }

  @Test func placesKeepNumbersAndMayChangeTheirOrder() {
    #expect(
      french.translate("1,200 people, 12 % of Kenya") == "12 % de Kénya, soit 1,200 personnes")
    #expect(french.translate("2 critical, 1 high") == "2 critiques, 1 élevés")
  }

  @Test func shortTemplatesAskWhatStandsAtTheirPlaces() {
    #expect(french.translate("DHIS2 in Kenya") == "DHIS2 : Kénya")
    #expect(french.translate("what stands in nothing") == "what stands in nothing")
  }

  @Test func partsAreSaidByThemselves() {
    #expect(
      french.translate("Flags: 2 critical, 1 high. A screening, not a decision.")
        == "Signaux: 2 critiques, 1 élevés. Un examen, pas une décision.")
    #expect(french.translate("high P2 No redress") == "élevé P2 Pas de recours")
    #expect(
      french.translate("Internet users 10.3 % of people (2023) [4]")
        == "Internautes 10.3 % de personnes (2023) [4]")
    #expect(french.translate("(unknown) [12]") == "(inconnu) [12]")
  }

  @Test func whatStandsInBracketsIsNotCut() {
    let french = Translator(
      .french,
      pairs: [
        ("yes", "oui"), ("documentation", "documents"), ("open licence", "licence ouverte"),
        ("map of groups; a statement", "carte ; énoncé"), ("published", "publié"),
        ("Each person passed it on", "Chacun l'a transmis"), ("on average, by year", "en moyenne"),
        ("years", "ans"), ("Gate", "Porte"),
      ])
    #expect(
      french.translate("yes (documentation: yes; open licence: yes)")
        == "oui (documents: oui; licence ouverte: oui)")
    #expect(
      french.translate("map of groups; a statement (published) [9]")
        == "carte ; énoncé (publié) [9]")
    #expect(
      french.translate("(published) Each person passed it on")
        == "(publié) Chacun l'a transmis")
    #expect(french.translate("on average, by year, years") == "en moyenne, ans")
    #expect(french.translate("[ ] Gate") == "[ ] Porte")
    #expect(french.translate("yes [last_seen]") == "oui [last_seen]")
  }

  @Test func namesAreLeftAlone() {
    let french = Translator(
      .french,
      pairs: [
        ("{0} of {1}", "{0} sur {1}"), ("{0} countries", "{0} pays"), ("{0} risk", "risque {0}"),
        ("high", "élevé"), ("Platform used by low-income countries", "Plateforme"),
        ("lowered by {0}", "abaissé par {0}"), ("X", "X"),
        ("{0} and {1} more", "{0} et {1} de plus"),
      ])
    #expect(french.translate("University of Oslo") == "University of Oslo")
    #expect(french.translate("3 of 4") == "3 sur 4")
    #expect(french.translate("X (x): Platform used by low-income countries") == "X (x): Plateforme")
    #expect(french.translate("High risk") == "Risque élevé")
    #expect(
      french.translate("lowered by ha-redress, se-audit and 2 more")
        == "abaissé par ha-redress, se-audit et 2 de plus")
  }

  @Test func aNameWithACommaAndAShareOfManyAreSaidWhole() {
    let hindi = Translator(
      .hindi,
      pairs: [
        ("Rule of law, rank among countries", "विधि का शासन, क्रम"), ("{0} of {1}", "{1} में से {0}"),
        ("rank among countries {0}", "देशों में {0}"), ("Rule of law", "विधि"),
        ("percentile rank", "प्रतिशतक"), ("Cyber index", "साइबर सूचकांक"),
        ("lowered by {0}", "{0} से घटा"), ("{0} and {1} more", "{0} और {1}"), ("critical", "गंभीर"),
      ])
    #expect(
      hindi.translate("Rule of law, rank among countries 34.43 percentile rank (2023) [1]")
        == "विधि का शासन, क्रम 34.43 प्रतिशतक (2023) [1]")
    #expect(hindi.translate("Cyber index 82.94 of 100 (2024)") == "साइबर सूचकांक 100 में से 82.94 (2024)")
    #expect(
      hindi.translate("P3 (critical): lowered by ha-a, ha-b and 3 more")
        == "P3 (गंभीर): ha-a, ha-b और 3 से घटा")
  }

  @Test func whatIsToBeTypedStays() {
    let french = Translator(
      .french,
      pairs: [
        ("say `months {0}`", "dites `months {0}`"), ("electricity", "électricité"),
        ("Power", "Énergie"), ("missing", "manque"), ("no duration", "aucune durée"),
        ("the same as: {0}", "comme : {0}"), ("Written here: {0}", "Écrit ici : {0}"),
        ("country", "pays"), ("countries", "pays"),
      ])
    #expect(
      french.translate(
        "Written here: a.md; the same as: dpg-atlas country UGA --format md -o countries")
        == "Écrit ici : a.md; comme : dpg-atlas country UGA --format md -o countries")
    #expect(french.translate("say `months electricity`") == "dites `months electricity`")
    #expect(
      french.translate("Power (`electricity`): missing. No duration: say `months electricity`")
        == "Énergie (`electricity`): manque. Aucune durée: dites `months electricity`")
    #expect(french.translate("`electricity`") == "`electricity`")
  }

  /// Keeps nothing, and answers one text.
  private struct Answer: SaidTexts {
    func said(_ text: String) -> String? { text == "Flags" ? "dit déjà" : nil }
    func keep(_ said: String, for text: String) {}
  }

  @Test func whatWasSaidIsNotWorkedOutAgain() {
    let french = Translator(
      .french, pairs: [("Flags", "Signaux"), ("high", "élevé")], kept: Answer())
    #expect(french.translate("Flags") == "dit déjà")
    #expect(french.translate("high") == "élevé")
  }

  @Test func whatNobodyTranslatedIsNamed() {
    #expect(french.unknown(in: "Flags: something else") == ["something else"])
    #expect(french.unknown(in: "Internet users") == [])
  }

  @Test func documentsChangeTheirWordsAndNothingElse() {
    let table = ReportTable(
      id: "t", title: "Flags", columns: [ReportColumn("flag", "Flags"), ReportColumn("n", "n")],
      rows: [[.text("high"), ReportCell(.integer(3))]])
    let source = Citations.Entry(
      number: 1, id: "x", publisher: "Flags", title: "Flags", vintage: "", terms: "", address: "")
    let document = Document(
      title: "DHIS2 in Kenya",
      sections: [
        .init(
          "Flags", [.list(["high P2 No redress [1]"]), .table(table), .facts([.init("Flags", "")])])
      ], sources: [source])
    let said = document.translated(by: french)
    #expect(said.title == "DHIS2 : Kénya")
    #expect(said.sections[0].title == "Signaux")
    #expect(said.sections[0].blocks[0] == .list(["élevé P2 Pas de recours [1]"]))
    #expect(said.sources == document.sources)
    guard case .table(let other) = said.sections[0].blocks[1] else {
      Issue.record("no table")
      return
    }
    #expect(other.columns.map(\.id) == ["flag", "n"])
    #expect(other.columns[0].title == "Signaux")
    #expect(other.rows == [[.text("élevé"), ReportCell(.integer(3))]])
    #expect(document.translated(by: nil) == document)
  }

  @Test func flagsStandOutInOtherLanguagesToo() {
    Translator.$current.withValue(french) {
      let rich = RichText("élevé P2 Pas de recours", sources: [], mayBeFlag: true)
      #expect(rich.severity == .high)
      #expect(rich.text.hasSuffix(" élevé P2 Pas de recours"))
      #expect(Document.Fact("a", "").words == "inconnu")
    }
  }

  @Test func localesNameLanguages() {
    #expect(Language(locale: "fr_SN.UTF-8") == .french)
    #expect(Language(locale: "C.UTF-8") == .english)
    #expect(Language(locale: "POSIX") == .english)
    #expect(Language(locale: "hi") == .hindi)
    #expect(Language(locale: "de_DE") == nil)
    #expect(Language.codes == "en, fr, es, pt, hi")
  }
}
