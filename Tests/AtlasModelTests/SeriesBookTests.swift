import AtlasModel
import Testing

struct SeriesBookTests {
  private func series(_ values: (Int, Double)...) -> Series {
    Series(
      points: values.map {
        Series.Point(year: $0.0, value: $0.1, status: .observed, source: "a")
      })
  }

  @Test func aBookAsksItsReader() {
    let one = series((2020, 1))
    let book = SeriesBook { country, indicator in country == 1 && indicator == 2 ? one : nil }
    #expect(book.series(country: 1, indicator: 2) == one)
    #expect(book.series(country: 2, indicator: 1) == nil)
  }

  @Test func changeIsOverTheYearsBetweenFirstAndLast() {
    #expect(series((2010, 10), (2012, 90), (2020, 30)).changePerYear == 2)
    #expect(series((2010, 10)).changePerYear == nil)
    #expect(Series(points: []).changePerYear == nil)
  }
}
