/// Room for a block of draws of one country after another; it grows and is used again.
final class SampleScratch {
  /// Rows of draws, and their words.
  let draws = AlignedRows(count: SampleDraws.Row.count)
  let bits = AlignedSpace<UInt64>(count: SampleDraws.Bits.count)
  /// Rows of supplies.
  let supplies = AlignedRows(count: SupplyRow.allCases.count)
  private var losses = AlignedRows(count: 1)
  private var sums = AlignedRows(count: 1)
  private var fits = AlignedRows(count: 1)
  private var caps = AlignedSpace<SIMD4<UInt64>>(count: 1)
  private var classes = AlignedSpace<UInt64>(count: 1)
  private var steps = AlignedSpace<UInt64>(count: 1)

  /// Rows of losses; those of the ladders are zero.
  func losses(_ count: Int) -> AlignedRows {
    if losses.count < count { losses = AlignedRows(unfilled: count + count / 4) }
    losses.clear(min(LossLadder.rowCount, count))
    return losses
  }

  /// Two rows a place; those of place 0 are zero.
  func sums(_ places: Int) -> AlignedRows {
    if sums.count < 2 * places { sums = AlignedRows(unfilled: 2 * places + places / 2) }
    sums.clear(2)
    return sums
  }

  /// Rows of fits; all are zero.
  func fits(_ count: Int) -> AlignedRows {
    if fits.count < count { fits = AlignedRows(unfilled: count) }
    fits.clear(count)
    return fits
  }

  /// Caps, of which the first are given and others none.
  func caps(_ first: [SIMD4<UInt64>], _ count: Int) -> AlignedSpace<SIMD4<UInt64>> {
    if caps.count < count { caps = AlignedSpace(count: count + count / 4) }
    caps.fill(count, SIMD4())
    for (place, cap) in first.enumerated() { caps.base[place] = cap }
    return caps
  }

  /// Words of classes.
  func classes(_ count: Int) -> AlignedSpace<UInt64> {
    if classes.count < count { classes = AlignedSpace(count: count) }
    return classes
  }

  /// Rows of step words, in none of which any draw stands.
  func steps(_ rows: Int) -> AlignedSpace<UInt64> {
    let count = rows * StepTable.width
    if steps.count < count { steps = AlignedSpace(count: count + count / 4) }
    steps.fill(count, 0)
    return steps
  }
}
