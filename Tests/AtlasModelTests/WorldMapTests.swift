import AtlasModel
import AtlasTestSupport
import Testing

/// The map file as geometry.
struct WorldMapTests {
  @Test("the bundled map has all its outlines and anchors")
  func theBundledMapIsWhole() throws {
    let map = try #require(try Fixtures.worldMap)
    #expect(map.shapes.count == 177)
    #expect(map.anchors.count == 249)
    let fine = try #require(map.detailed())
    #expect(fine.count == 247)
    for shape in map.shapes + fine {
      #expect(!shape.polygons.isEmpty, "\(shape.iso3)")
      for place in shape.polygons.flatMap(\.rings).joined() {
        let isOnGlobe = abs(place.longitude) <= 180 && abs(place.latitude) <= 90
        #expect(isOnGlobe, "\(shape.iso3)")
      }
    }
  }

  @Test("a small map decodes to the places it was written from")
  func ringsDecode() throws {
    // A square from 0 to 10 degrees with a hole, written by hand: 1 unit is a degree.
    let text = """
      #world-map 1
      @low scale=1 rows=1
      ABC AAUAAUTA~EECAAC
      @anchor scale=10 rows=1
      ABC KU

      """
    let map = try #require(WorldMap(text))
    let rings = try #require(map.shapes.first?.polygons.first?.rings)
    #expect(rings.count == 2)
    #expect(rings.first?.map(\.longitude) == [0, 10, 10, 0])
    #expect(rings.first?.map(\.latitude) == [0, 0, 10, 10])
    #expect(rings.last?.map(\.longitude) == [2, 3, 3])
    #expect(map.anchors["ABC"] == WorldMap.Place(longitude: 0.5, latitude: 1))
    #expect(map.detailed() == nil)
  }

  @Test(
    "a broken map is nil, never a trap",
    arguments: [
      "", "#world-map 2\n", "#world-map 1\n", "#world-map 1\n@low scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=0 rows=1\nABC AA\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=2\nABC AA\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=1\nABC A\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=1\nABC A!\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=1\nABC ggggggggggggA\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=1\nABC g8BA\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=1\nABC AA~\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low scale=1 rows=1\nABC\n@anchor scale=1 rows=1\nABC AA\n",
      "#world-map 1\n@low\n", "#world-map 1\n@", "#world-map 1\n@low scale=1 rows=1",
    ])
  func brokenMapsAreNil(text: String) {
    #expect(WorldMap(text) == nil)
  }

  @Test("cutting the bundled map anywhere never traps")
  func cutMapsAreSafe() throws {
    let text = "#world-map 1\n@low scale=20 rows=1\nALB oaizBAJNFBNR~aaaa\n@anchor scale=9 rows=0\n"
    for length in 0...text.utf8.count { _ = WorldMap(String(text.prefix(length))) }
  }
}
