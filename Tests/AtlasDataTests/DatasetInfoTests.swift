import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct DatasetInfoTests {
  @Test func countsTheSmallDataset() throws {
    let files = Fixtures.smallFiles
    let info = DatasetInfo(files, dataset: try DatasetLoader.load(files))
    #expect(info.observations == 7)
    #expect(info.countries == 4)
    #expect(info.tables.count == DatasetFile.allCases.count - 1)
    #expect(info.tables.first { $0.file == .goods }?.rows == 4)
    #expect(info.identity.hash == files.hash())
    #expect(
      info.coverage[0]
        == DatasetInfo.Coverage(
          indicator: "internet-users", countries: 3, oldest: 2012, median: 2023, newest: 2024))
    #expect(
      info.statuses == [
        DatasetInfo.StatusCount(status: .observed, observations: 5),
        DatasetInfo.StatusCount(status: .estimated, observations: 1),
        DatasetInfo.StatusCount(status: .stale, observations: 1),
      ])
    #expect(
      info.reuse.first { $0.reuse == .restricted }
        == DatasetInfo.ReuseCount(reuse: .restricted, sources: 1, observations: 2))
  }

  @Test func anIndicatorWithoutValuesHasNoYears() throws {
    let files = DatasetFiles.small(.observations, "cybersecurity", "internet")
    let info = DatasetInfo(files, dataset: try DatasetLoader.load(files))
    #expect(info.coverage[2].countries == 0)
    #expect(info.coverage[2].median == nil)
    #expect(info.warnings == 2)
  }
}
