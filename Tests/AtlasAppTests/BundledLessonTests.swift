import AtlasData
import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Every bundled lesson is played through without a terminal, and its screens are as they were looked at.
struct BundledLessonTests {
  static let names = BundledLessons.all.map(\.name)

  private static func shelf(_ name: String) throws -> LessonShelf {
    let lesson = try #require(BundledLessons.all.first { $0.name == name })
    return LessonShelf(name: lesson.name, text: lesson.text)
  }

  @Test(arguments: names)
  func itIsSoundAndItsScreensAreAsRecorded(name: String) throws {
    let shelf = try Self.shelf(name)
    let atlas = try AppDriver.bundled.get()
    let reading = LessonText.read(shelf.text, catalog: atlas.catalog)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    let run = LessonRun(atlas, shelf, size: Size(columns: 80, rows: 24))
    for screen in run.screens { #expect(screen.trouble.isEmpty, "\(screen.step)") }
    Golden.check(run.text, named: "lesson-\(name).txt")
  }

  /// Every action of a lesson works on a screen of any size.
  @Test(arguments: names, [Size(columns: 40, rows: 10), Size(columns: 60, rows: 20)])
  func itsActionsWorkOnSmallScreens(name: String, size: Size) throws {
    let run = LessonRun(try AppDriver.bundled.get(), try Self.shelf(name), size: size)
    for screen in run.screens { #expect(screen.trouble.isEmpty, "\(screen.step)") }
  }

  /// Wherever it is played, a lesson can be read: captions are whole and nothing is left over.
  @Test(arguments: names, [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func everyWordFitsTheScreen(name: String, size: Size) throws {
    let shelf = try Self.shelf(name)
    let atlas = try AppDriver.bundled.get()
    let lesson = LessonText.read(shelf.text, catalog: atlas.catalog).lesson
    for screen in LessonRun(atlas, shelf, size: size).screens {
      let step = try #require(lesson.step(screen.step).map { lesson.steps[$0] })
      let words = screen.rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
      for caption in step.captions + (step.question.isEmpty ? [] : [step.answer]) {
        let text = caption.split(separator: " ").joined(separator: " ")
        #expect(words.contains(text), "\(name), \(screen.step): \(text)")
      }
    }
  }

  @Test(arguments: names)
  func itsSheetsCanBePrinted(name: String) throws {
    let atlas = try AppDriver.bundled.get()
    let reading = LessonText.read(try Self.shelf(name).text, catalog: atlas.catalog)
    let sheets = LessonDocuments(reading.lesson, reading.catalog).sheets
    #expect(!sheets.isEmpty && Set(sheets.map(\.name)).count == sheets.count)
    for sheet in sheets { #expect(sheet.document.markdown().count > 100, "\(sheet.name)") }
  }
}
