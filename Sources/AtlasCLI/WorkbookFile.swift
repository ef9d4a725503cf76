import AtlasReport
import CWorkbook
import Glibc

/// Writes a workbook through libxlsxwriter, where the machine has it.
enum WorkbookFile {
  /// The bytes of the file.
  static func bytes(_ workbook: Workbook) throws(Failure) -> [UInt8] {
    guard cw_is_available() else {
      throw Failure(
        .work,
        "this machine has no libxlsxwriter, which xlsx needs: install it "
          + "(Debian: apt-get install libxlsxwriter-dev), or take csv or html")
    }
    // The library writes files only.
    var template = Array(
      ((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/dpg-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(.cannotCreate, "no temporary folder: \(FileWriter.reason(errno)); set TMPDIR")
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = folder + "/workbook.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    guard let book = cw_open(path, workbook.title) else {
      throw Failure(.work, "the workbook could not be begun: out of memory")
    }
    let isComplete = fill(book, workbook)
    guard cw_close(book) else {
      throw Failure(.readOrWrite, "\(path): write failed; is there room in the temporary folder?")
    }
    guard isComplete else {
      throw Failure(
        .work, "the result does not fit into a spreadsheet: choose fewer rows or columns")
    }
    do throws(TextFile.Trouble) {
      return try TextFile.bytes(path, limit: .max)
    } catch {
      let reason = if case .unreadable(let reason) = error { reason } else { "it is gone" }
      throw Failure(.readOrWrite, "\(path): cannot be read: \(reason)")
    }
  }

  /// Whether all cells were accepted.
  private static func fill(_ book: OpaquePointer, _ workbook: Workbook) -> Bool {
    var isComplete = true
    for sheet in workbook.sheets {
      guard cw_sheet(book, sheet.name, UInt32(clamping: sheet.frozenRows)) else { return false }
      for (column, width) in sheet.widths.enumerated() {
        cw_width(book, UInt16(clamping: column), Double(width))
      }
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          let place = (UInt32(clamping: row), UInt16(clamping: column))
          switch cell {
          case .empty: break
          case .text(let text, let style):
            isComplete = cw_text(book, place.0, place.1, text, look(style)) && isComplete
          case .number(let value, let decimals, let isGrouped):
            isComplete =
              cw_number(book, place.0, place.1, value, Int32(clamping: decimals), isGrouped)
              && isComplete
          }
        }
      }
    }
    return isComplete
  }

  private static func look(_ style: Workbook.Style) -> Int32 {
    let value =
      switch style {
      case .plain: CW_PLAIN
      case .wrapped: CW_WRAPPED
      case .header: CW_HEADER
      case .title: CW_TITLE
      }
    return Int32(value)
  }
}
