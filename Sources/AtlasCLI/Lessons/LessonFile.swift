import AtlasApp
import AtlasData
import AtlasModel
import AtlasReport

/// A lesson that a command names: a bundled one or a file.
struct LessonFile {
  /// The name or path as it was given, clean.
  let name: String
  let reading: LessonText.Reading

  /// Reads a lesson; a name with a slash or a dot is a file, else a bundled lesson.
  init(_ name: String, _ catalog: Catalog) throws(Failure) {
    self.name = PlainText.clean(name)
    reading = LessonText.read(try Self.text(name), catalog: catalog)
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
    if text.hasPrefix(InventedReader.header) {
      let (country, problems) = InventedCountry.read(text, catalog: catalog)
      guard let country, problems.isEmpty else {
        throw Failure(.invalidData, problems.map { "\(path): \($0)" }.joined(separator: "\n"))
      }
      return country.added(to: catalog)
    }
    let file = try LessonFile(name, catalog)
    guard try file.sound().invented != nil else {
      throw Failure(.usage, "\(path): this lesson makes no country up")
    }
    return file.reading.catalog
  }

  /// Every bundled lesson for the explorer, and the one that was asked for if it is a file.
  static func shelf(_ asked: String?) throws(Failure) -> [LessonShelf] {
    var shelf = BundledLessons.all.map { LessonShelf(name: $0.name, text: $0.text) }
    if let asked, !shelf.contains(where: { $0.name == asked }) {
      shelf.append(LessonShelf(name: PlainText.clean(asked), text: try text(asked)))
    }
    return shelf
  }
}
