import AtlasModel
import Testing

@Suite struct DimensionTests {
  @Test func indexIsThePositionInTheList() {
    for (position, dimension) in Dimension.allCases.enumerated() {
      #expect(dimension.index == position)
      #expect(!dimension.name.isEmpty)
    }
    #expect(Dimension.allCases.count == 9)
    #expect(PopulationGroup.allCases.map(\.name) == ["rural people", "women", "the poorest 40 %"])
  }
}
