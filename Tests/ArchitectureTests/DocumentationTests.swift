import AtlasApp
import Testing

/// Documents that are made from the program say what the program says.
struct DocumentationTests {
  @Test("the key table of the readme is that of the registry")
  func theReadmeHasTheKeys() throws {
    let readme = try #require(SourceTree.text("README.md"))
    let begin = try #require(readme.firstRange(of: "<!-- keys -->\n"))
    let end = try #require(readme.firstRange(of: "<!-- /keys -->"))
    let table = String(readme[begin.upperBound..<end.lowerBound])
    #expect(
      table == CommandsTable.markdown + "\n",
      "run Scripts/document-keys, which writes the table anew")
  }
}
