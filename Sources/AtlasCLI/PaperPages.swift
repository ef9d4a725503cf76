import AtlasModel
import AtlasPaper
import AtlasReport

/// Sets documents as PDF, where the machine has Pango and Cairo.
enum PaperPages {
  /// The bytes of the file.
  static func bytes(_ document: Document, on size: PaperSize) throws(Failure) -> [UInt8] {
    guard document.cellCount <= Document.mostPageCells else {
      throw Failure(
        .usage,
        "\(NumberText.grouped(document.cellCount)) cells are too many for pages, which hold "
          + "\(NumberText.grouped(Document.mostPageCells)): choose fewer rows or columns, or take csv"
      )
    }
    do throws(PaperFile.Fault) {
      return try PaperFile.bytes(document, on: size)
    } catch {
      switch error {
      case .noLibraries:
        throw Failure(
          .work,
          "this machine has no Pango with Cairo, which pdf needs: install it "
            + "(Debian: apt-get install libpangocairo-1.0-0), or take html and print it")
      case .failed: throw Failure(.work, "the pages could not be set: out of memory")
      }
    }
  }
}
