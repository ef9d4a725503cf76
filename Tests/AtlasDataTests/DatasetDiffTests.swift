import Testing

@testable import AtlasData

struct DatasetDiffTests {
  private func changed(
    _ file: DatasetFile, _ edit: (String) -> String
  ) throws -> DatasetFiles {
    var files = DatasetFiles.bundled
    let text = String(decoding: try #require(files.bytes(file)), as: UTF8.self)
    files.replace(file, with: Array(edit(text).utf8))
    return files
  }

  @Test func nothingDiffersFromItself() {
    let diff = DatasetDiff(.bundled, .bundled)
    #expect(diff.tables.count == DatasetFile.allCases.count - 1)
    #expect(diff.tables.allSatisfy { $0.rows.isEmpty && $0.oldCount == $0.newCount })
    #expect(!diff.mapDiffers)
  }

  @Test func aRowIsAddedRemovedOrChangedByItsKey() throws {
    let old = try changed(.observations) { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.filter { !$0.hasPrefix("KEN,rule-of-law,") }.map { line in
        line.hasPrefix("UGA,internet-users,") ? "UGA,internet-users,2020,40,stale,itu" : line
      }.joined(separator: "\n")
    }
    let table = try #require(DatasetDiff(old, .bundled).tables.first { $0.file == .observations })
    #expect(table.rows.map(\.kind) == [.added, .changed])
    #expect(table.rows[0].key == ["KEN", "rule-of-law"])
    #expect(table.rows[0].fields.allSatisfy { $0.old.isEmpty && !$0.new.isEmpty })
    #expect(table.rows[1].key == ["UGA", "internet-users"])
    #expect(table.rows[1].fields.map(\.column) == ["year", "value", "status", "source"])
    #expect(table.rows[1].fields[1].old == "40")
    // The other way round, what was added is removed.
    let back = try #require(
      DatasetDiff(.bundled, old).tables.first { $0.file == .observations })
    #expect(back.rows.map(\.kind) == [.removed, .changed])
    #expect(back.rows[1].fields[1].new == "40")
  }

  @Test func aFileThatIsMissingHasNoCount() {
    var files = DatasetFiles.bundled
    files.replace(.drift, with: nil)
    files.replace(.worldMap, with: Array("x".utf8))
    let diff = DatasetDiff(files, .bundled)
    let table = diff.tables.first { $0.file == .drift }
    #expect(table?.oldCount == nil && (table?.count(.added) ?? 0) > 100)
    #expect(diff.mapDiffers)
  }
}
