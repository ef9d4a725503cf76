import AtlasReport

/// A user's own dress of HTML pages: a folder with `style.css`, `page.html` or both.
enum PageTemplate {
  /// Reads the folder; a file that is left out stays the program's own.
  static func read(_ folder: String) throws(Failure) -> HTMLPage {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let (style, frame) = (base + "style.css", base + "page.html")
    var page = HTMLPage.standard
    var count = 0
    if let sheet = try text(style) {
      count += 1
      do throws(HTMLPage.Fault) { page = try page.styled(by: sheet) } catch {
        throw failure(style, error)
      }
    }
    if let text = try text(frame) {
      count += 1
      do throws(HTMLPage.Fault) { page = try page.framed(by: text) } catch {
        throw failure(frame, error)
      }
    }
    guard count > 0 else {
      throw Failure(
        .missingInput,
        "\(PlainText.clean(folder)): no style.css and no page.html there; check the folder")
    }
    return page
  }

  /// The text of a file; nil where there is none.
  private static func text(_ path: String) throws(Failure) -> String? {
    do throws(TextFile.Trouble) {
      return try TextFile.read(path)
    } catch {
      if case .notFound = error { return nil }
      // Says the same of any file that cannot be read.
      return try ScenarioOption.text(path)
    }
  }

  private static func failure(_ path: String, _ fault: HTMLPage.Fault) -> Failure {
    Failure(.invalidData, "\(PlainText.clean(path)):\(fault.line): \(fault.message)")
  }
}
