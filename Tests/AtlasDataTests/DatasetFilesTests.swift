import AtlasTestSupport
import Glibc
import Testing

@testable import AtlasData

@Suite struct DatasetFilesTests {
  /// A new folder with the small dataset in it.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in DatasetFile.allCases {
      try folder.write(bytes: Fixtures.smallFiles.bytes(file) ?? [], to: file.rawValue)
    }
    return folder
  }

  @Test func theBundledDatasetHasEveryFile() {
    #expect(DatasetFiles.bundled.missing == [])
  }

  @Test func aFolderIsReadAsItStands() throws {
    let folder = try folder()
    let files = try DatasetFiles(directory: folder.path)
    for file in DatasetFile.allCases {
      #expect(files.bytes(file) == Fixtures.smallFiles.bytes(file))
    }
    #expect(files.hash() == Fixtures.smallFiles.hash())
    unlink(folder.path + "/rules.csv")
    #expect(try DatasetFiles(directory: folder.path).missing == [.rules])
  }

  @Test func noFolderIsInputMissing() {
    let error = #expect(throws: DataError.self) { try DatasetFiles(directory: "/nowhere/at-all") }
    #expect(error == .notFound(path: "/nowhere/at-all"))
    #expect(error?.exitCode == 66)
  }

  @Test func aFolderInThePlaceOfAFileIsAFailedRead() throws {
    let folder = try folder()
    unlink(folder.path + "/rules.csv")
    mkdir(folder.path + "/rules.csv", 0o700)
    let error = #expect(throws: DataError.self) { try DatasetFiles(directory: folder.path) }
    #expect(error?.exitCode == 74)
    let second = #expect(throws: DataError.self) {
      try DatasetFiles(directory: folder.path + "/goods.csv")
    }
    #expect(second?.exitCode == 74)
  }

  @Test func theHashSeesEveryByteAndName() {
    let hash = Fixtures.smallFiles.hash()
    #expect(hash.utf8.count == 16)
    #expect(DatasetFiles.small(.rules, "300", "301").hash() != hash)
    #expect(DatasetFiles.small(.worldMap, "AAAABB", "AAAABC").hash() != hash)
    var swapped = Fixtures.smallFiles
    swapped.replace(.blocks, with: Fixtures.smallFiles.bytes(.gates))
    swapped.replace(.gates, with: Fixtures.smallFiles.bytes(.blocks))
    #expect(swapped.hash() != hash)
  }

  /// Worked out apart from this code, with the definition in the comment of `hash()`.
  @Test func theHashIsTheOneDescribed() {
    var files = DatasetFiles()
    files.replace(.rules, with: Array("0123456789".utf8))
    #expect(files.hash() == "f221b92f41da9fc8")
  }

  @Test func theMapIsHandedOutAsText() throws {
    #expect(try DatasetFiles.bundled.worldMap().hasPrefix("#world-map 1\n"))
    #expect(throws: DataError.self) {
      try DatasetFiles.small(.worldMap, appending: [0x1B]).worldMap()
    }
    #expect(throws: DataError.missingFile(name: "world-map.txt")) { try DatasetFiles().worldMap() }
  }
}
