import AtlasApp
import AtlasData
import AtlasModel
import AtlasReport

/// A lesson that a command names: a bundled one or a file.
struct LessonFile {
  /// The name or path as it was given, clean.
  let name: String
  let reading: LessonText.Reading
  /// The lesson as the explorer opens it.
  let shelf: LessonShelf

  /// Reads a lesson; a name with a slash or a dot is a file, else a bundled lesson.
  init(_ name: String, _ catalog: Catalog) throws(Failure) {
    self.init(name, text: try Self.text(name), catalog)
  }

  /// Reads the text of a lesson.
  init(_ name: String, text: String, _ catalog: Catalog) {
    self.name = PlainText.clean(name)
    reading = LessonText.read(text, catalog: catalog)
    shelf = LessonShelf(name: self.name, text: text)
  }

  /// The text of what a name stands for, where that is a lesson; nil for a session file.
  static func textOfLesson(_ name: String) throws(Failure) -> String? {
    let isBundled = BundledLessons.all.contains { $0.name == name }
    guard isBundled || name.contains("/") || name.contains(".") else { return nil }
    let text = try text(name)
    return StatementFile(text).header == LessonText.header ? text : nil
  }

  /// The text of a lesson.
  static func text(_ name: String) throws(Failure) -> String {
    if let bundled = BundledLessons.all.first(where: { $0.name == name }) { return bundled.text }
    guard name.contains("/") || name.contains(".") else {
      let names = BundledLessons.all.map(\.name)
      throw Failure(
        .usage,
        "no lesson is called `\(PlainText.clean(name))`"
          + WordDistance.offer(WordDistance.nearest(to: name, among: names))
          + "\nLessons: " + names.joined(separator: ", ") + "; a file is named with its ending")
    }
    return try ScenarioOption.text(name)
  }

  /// The lesson; every fault is named with its line.
  func sound() throws(Failure) -> Lesson {
    guard reading.problems.isEmpty else {
      throw Failure(
        .invalidData, reading.problems.map { "\(name): \($0)" }.joined(separator: "\n"))
    }
    return reading.lesson
  }

  /// A dataset with the country that a lesson, or a file of its own, makes up.
  static func invented(_ name: String, in catalog: Catalog) throws(Failure) -> Catalog {
    let text = try text(name)
    let path = PlainText.clean(name)
    if StatementFile(text).header == InventedReader.header {
      let (country, problems) = InventedCountry.read(text, catalog: catalog)
      guard let country, problems.isEmpty else {
        throw Failure(.invalidData, problems.map { "\(path): \($0)" }.joined(separator: "\n"))
      }
      return country.added(to: catalog)
    }
    let file = LessonFile(name, text: text, catalog)
    guard try file.sound().invented != nil else {
      throw Failure(.usage, "\(path): this lesson makes no country up")
    }
    return file.reading.catalog
  }

  /// Every bundled lesson for the explorer, and the one that was asked for if it is a file.
  static func shelves(_ asked: LessonFile?) -> [LessonShelf] {
    var shelves = BundledLessons.all.map { LessonShelf(name: $0.name, text: $0.text) }
    if let asked, !shelves.contains(where: { $0.name == asked.name }) {
      shelves.append(asked.shelf)
    }
    return shelves
  }
}
