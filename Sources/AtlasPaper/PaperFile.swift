public import AtlasReport
import CPaper

/// Documents and tables as PDF.
public enum PaperFile {
  /// Why there is no PDF.
  public enum Fault: Error, Equatable {
    /// Pango and Cairo are not on this machine.
    case noLibraries
    /// The libraries could not make it, which happens without memory only.
    case failed
  }

  /// Whether this machine has the libraries.
  public static var isAvailable: Bool { cp_is_available() }

  /// The bytes of a document as PDF: text with shapes of all scripts, links, an outline, numbered pages.
  ///
  /// The same document and paper give the same bytes on machines with the same fonts.
  public static func bytes(
    _ document: Document, on size: PaperSize
  ) throws(Fault) -> [UInt8] {
    guard isAvailable else { throw .noLibraries }
    let (canvas, flow, titles) = try set(document, PaperSheet(size, isWide: false))
    guard flow.isOverfull else { return try draw(canvas, flow, titles) }
    let (wide, wideFlow, _) = try set(document, PaperSheet(size, isWide: true))
    return try draw(wide, wideFlow, titles)
  }

  /// Places everything on pages.
  private static func set(
    _ document: Document, _ sheet: PaperSheet
  ) throws(Fault) -> (PaperCanvas, PaperFlow, titles: [String]) {
    guard
      let canvas = PaperCanvas(
        sheet, title: PlainText.clean(document.title), subject: PlainText.clean(document.subtitle))
    else { throw .failed }
    var flow = PaperFlow(canvas, sheet, sources: Set(document.sources.map(\.number)))
    flow.head(title: document.title, subtitle: document.subtitle)
    var titles: [String] = []
    for section in document.sections {
      titles.append(section.title)
      flow.heading(section.title, place: "p\(titles.count)")
      flow.blocks(section.blocks)
    }
    if !document.notes.isEmpty {
      titles.append(Translator.said("Notes"))
      flow.heading(Translator.said("Notes"), place: "p\(titles.count)")
      flow.list(document.notes, size: PaperMeasure.small)
    }
    if !document.sources.isEmpty {
      titles.append(Translator.said("Sources"))
      flow.heading(Translator.said("Sources"), place: "p\(titles.count)")
      flow.list(of: document.sources)
    }
    flow.number("\(document.title). \(Document.origin)", height: sheet.height)
    return (canvas, flow, titles)
  }

  private static func draw(
    _ canvas: PaperCanvas, _ flow: PaperFlow, _ titles: [String]
  ) throws(Fault) -> [UInt8] {
    for (number, title) in titles.enumerated() where !title.isEmpty {
      canvas.outline(PlainText.clean(title), target: "p\(number + 1)")
    }
    for page in flow.pages { canvas.draw(page) }
    guard let bytes = canvas.finish() else { throw .failed }
    return bytes
  }
}
